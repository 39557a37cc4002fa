import type { Fact } from '../../facts.ts';
import type { Doubt } from '../../reading-card.ts';

/** A reader or two of a long list may be in it twice by mistake. */
const MANY = 0.01;

type Said = { isThere: boolean; isGone: boolean };

/**
 * Watches a list for readers of several rows, there by one and gone by another of which nothing says when they left:
 * the history of a list is read wrongly as a list, where what a row says last would hold.
 */
export function statesAgain() {
	const readers = new Map<string, Said>();
	let differ = 0;

	return {
		observe(fact: Fact) {
			if (fact.fact !== 'reader' || fact.status === undefined || fact.left !== undefined) return;
			const known = readers.get(fact.address);
			const said = known ?? { isThere: false, isGone: false };
			const isOne = !said.isThere || !said.isGone;
			if (fact.status === 'active') said.isThere = true;
			else if (fact.status !== 'pending') said.isGone = true;
			if (!known) readers.set(fact.address, said);
			else if (isOne && said.isThere && said.isGone) differ++;
		},

		doubts(): Doubt[] {
			if (differ === 0 || differ <= MANY * readers.size) return [];
			return [{ code: 'statesDiffer', waits: true }];
		}
	};
}
