import { DAY, HOUR } from '#lib/duration.ts';
import type { Fact } from './facts.ts';
import { withoutReader } from '#lib/url/without-reader.ts';
import { DONE, linksOfLetters, type LinksOfLetters } from './links-of-letters.ts';
import type { Doubt } from './reading-card.ts';

/** What reaches a reader again so much later was sent again. */
const LATER = 20 * HOUR;

/** Readers to whom that happened: one or two may be of another address of somebody. */
const LEAST = 2;

/** Of a later letter at least so many readers are back on one day, */
const LEAST_BACK = 5;

/** and at least such a share of those of the busiest day before. */
const BACK = 1 / 3;

/** What became of a letter at one reader. */
type Of = { delivered: number[]; did: number[] };

/** A name, and the times between which what is of it is of one letter, UTC milliseconds. */
export type NamedLetter = { name: string; before: number; after: number };

/** What other files told of a letter: when its readers first opened or clicked it, UTC milliseconds, and what. */
export type ToldBefore = {
	firsts: readonly number[];
	firstOf(reader: string): number | undefined;
	/** the links of it that were clicked long before, without what is of a reader in them */
	links: ReadonlySet<string>;
};

/**
 * Watches events for letters of one name. Who opened or clicked a letter does not get it again, so that what
 * they get under its name is another one; to whoever did neither it may have been sent once more. Where
 * nothing says when it was sent, another one is what brings many of its readers back on a later day: a letter
 * that was sent once more to those who had not opened it brings others. So is what has links of its own.
 */
export function sendsAgain() {
	const readers = new Map<string, Map<string, Of>>();
	const before = new Map<string, ToldBefore>();
	const links = new Map<string, LinksOfLetters>();
	// most rows are of a few links
	const cleaned = new Map<string, string>();

	return {
		/** Names of letters: what another file tells to have begun before the one time, or after the other, may be of another letter. */
		names(): NamedLetter[] {
			return [...readers].flatMap(([name, own]) => {
				const first = firstOf([...own.values()]);
				if (first === Infinity) return [];
				return [{ name, before: first - DONE * DAY, after: first + DONE * DAY }];
			});
		},

		recall(name: string, told: ToldBefore) {
			before.set(name, told);
		},

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
			if (fact.event !== 'click' || fact.url === undefined) return;
			const clicked = links.get(fact.campaign) ?? linksOfLetters();
			links.set(fact.campaign, clicked);
			const link = cleaned.get(fact.url) ?? withoutReader(fact.url);
			cleaned.set(fact.url, link);
			clicked.observe(link, reader, fact.at);
		},

		doubts(): Doubt[] {
			const names = [...readers].flatMap(([name, own]) => {
				const isAgain = [...own.values()].filter(isSentAgain).length >= LEAST;
				const told = before.get(name);
				const isOther = areBack(own, told) || links.get(name)?.areOfSeveral(told?.links);
				return isAgain || isOther ? [name] : [];
			});
			if (names.length === 0) return [];
			return [{ code: 'sendsOfOneName', waits: true, values: names.slice(0, 3) }];
		}
	};
}

export type SendsAgain = ReturnType<typeof sendsAgain>;

function isSentAgain({ delivered, did }: Of): boolean {
	const first = Math.min(...delivered);
	return delivered.some(
		(at) => at - first > LATER && did.some((then) => then >= first && then < at)
	);
}

function firstOf(all: readonly Of[]): number {
	return all.flatMap(({ did }) => did).reduce((a, b) => Math.min(a, b), Infinity);
}

/** Whether many readers of a name are back on a later day. */
function areBack(own: ReadonlyMap<string, Of>, before?: ToldBefore): boolean {
	const firsts = before?.firsts ?? [];
	const first = firsts.reduce((a, b) => Math.min(a, b), firstOf([...own.values()]));
	const dayOf = (at: number) => Math.floor((at - first) / DAY);
	const days = new Map<number, { readers: number; back: number }>();
	const count = (day: number, isBack: boolean) => {
		const of = days.get(day) ?? { readers: 0, back: 0 };
		days.set(day, of);
		of.readers++;
		if (isBack) of.back++;
	};

	for (const at of firsts) count(dayOf(at), false);
	for (const [reader, { did }] of own) {
		const on = [...new Set(did.map(dayOf))];
		const told = dayOf(before?.firstOf(reader) ?? Infinity);
		const began = Math.min(...on, told);
		for (const day of on) count(day, day - began >= DONE);
		// files may come in any order
		if (told < Infinity && told - began >= DONE) days.get(told)!.back++;
	}
	let busiest = 0;
	for (const [, { readers, back }] of [...days].sort(([a], [b]) => a - b)) {
		if (back >= LEAST_BACK && back >= BACK * busiest) return true;
		busiest = Math.max(busiest, readers);
	}
	return false;
}
