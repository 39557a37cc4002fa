import type { Unsaid } from './estimate.ts';
import type { LiftInput, LiftItem } from './lift-input.ts';

/** How much data there is. */
export type Amount = {
	/** an item of k topics, or authors, counts 1/k */
	items: number;
	/** distinct issues */
	issues: number;
};

/** Fewer than these are not enough data. */
const ITEMS = 5;
const ISSUES = 3;

/** How much data there is for each topic. */
export function topicAmounts({ items, topics }: LiftInput): Amount[] {
	return amountsOf(items, topics, (item) => item.topics);
}

/** How much data there is for each author. */
export function authorAmounts({ items, authors }: LiftInput): Amount[] {
	return amountsOf(items, authors, (item) => item.authors);
}

/** How much data there is for each section. */
export function sectionAmounts({ items, sections }: LiftInput): Amount[] {
	return amountsOf(items, sections, ({ section }) => (section < 0 ? [] : [section]));
}

/** Why a group of items has too little data; null if it has enough. */
export function tooLittle({ items, issues }: Amount): Unsaid | null {
	// shares of a third do not add up exactly to a whole number of items
	if (items < ITEMS - 1e-9) return 'fewItems';
	return issues < ISSUES ? 'fewIssues' : null;
}

/** Why all items together are too few for a fit; null if they are enough. */
export function modelRefusal(items: readonly LiftItem[]): Unsaid | null {
	const issues = new Set(items.map(({ issue }) => issue)).size;
	const why = tooLittle({ items: items.length / 2, issues });
	// the whole needs twice as many items as one group
	return why === 'fewItems' ? 'fewInAll' : why;
}

function amountsOf(
	items: readonly LiftItem[],
	groups: number,
	groupsOf: (item: LiftItem) => readonly number[]
): Amount[] {
	const amounts = Array.from({ length: groups }, () => ({ items: 0, issues: new Set<number>() }));

	for (const item of items) {
		const own = groupsOf(item);
		for (const group of own) {
			amounts[group]!.items += 1 / own.length;
			amounts[group]!.issues.add(item.issue);
		}
	}
	return amounts.map(({ items, issues }) => ({ items, issues: issues.size }));
}
