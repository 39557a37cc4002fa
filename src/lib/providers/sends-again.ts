import { HOUR } from '#lib/duration.ts';
import type { Fact } from './facts.ts';
import type { Doubt } from './reading-card.ts';

/** What reaches a reader again so much later was sent again. */
const LATER = 20 * HOUR;

/** Readers to whom that happened: one or two may be of another address of somebody. */
const LEAST = 2;

type Of = { delivered: number[]; did: number[] };

/**
 * Watches events for letters of one name: who opened or clicked a letter does not get it again, so that what
 * they get under its name is another one. To whoever did neither it may have been sent once more.
 */
export function sendsAgain() {
	const readers = new Map<string, Map<string, Of>>();

	return {
		observe(fact: Fact) {
			if (fact.fact !== 'event' || fact.campaign === null) return;
			const reader = fact.address ?? fact.alias;
			if (reader === undefined) return;
			const own = readers.get(fact.campaign) ?? new Map<string, Of>();
			readers.set(fact.campaign, own);
			const of = own.get(reader) ?? { delivered: [], did: [] };
			own.set(reader, of);
			if (fact.event === 'delivery') of.delivered.push(fact.at);
			else if (fact.event === 'open' || fact.event === 'click') of.did.push(fact.at);
		},

		doubts(): Doubt[] {
			const names = [...readers].flatMap(([name, own]) =>
				[...own.values()].filter(isSentAgain).length >= LEAST ? [name] : []
			);
			if (names.length === 0) return [];
			return [{ code: 'sendsOfOneName', waits: true, values: names.slice(0, 3) }];
		}
	};
}

function isSentAgain({ delivered, did }: Of): boolean {
	const first = Math.min(...delivered);
	return delivered.some(
		(at) => at - first > LATER && did.some((then) => then >= first && then < at)
	);
}
