import type { Arrangement, Story } from './arranged.ts';

/** What an order of items is to bring. */
export type Goal =
	| { kind: 'clickers' }
	/** most clickers, with the first story left where it is */
	| { kind: 'lead' }
	/** a sponsor's item as low as its guarantee allows, the others by clickers */
	| { kind: 'sponsor'; position: number; guarantee: number };

/** Enough to tell at which positions a guarantee is met. */
const DRAWS = 1000;

/**
 * The order that serves a goal best, as indexes of items by position.
 *
 * A guarantee is met where the low end of the 90 % interval reaches it: nineteen times in twenty. Where
 * no position does, the sponsor gets the best one.
 */
export function orderFor(
	arrangement: Arrangement,
	stories: readonly Story[],
	goal: Goal
): number[] {
	if (goal.kind === 'clickers') return arrangement.best(() => false);
	if (goal.kind === 'lead') {
		const lead = leadStory(stories);
		return arrangement.best((item) => item === lead);
	}
	const sponsor = goal.position - 1;
	const others = [...stories.keys()].filter((item) => item !== sponsor);
	const at = (index: number) => others.toSpliced(index, 0, sponsor);
	const indexes = arrangement.indexesByWorth();
	// what a position gives only grows along the row: halving finds the first that is enough
	let [from, to] = [0, indexes.length - 1];
	while (from < to) {
		const middle = (from + to) >> 1;
		const index = indexes[middle]!;
		const prediction = arrangement.forecast(at(index), DRAWS).items[index];
		if (prediction && prediction.low >= goal.guarantee) to = middle;
		else from = middle + 1;
	}
	return arrangement.best((item) => item === sponsor, at(indexes[from]!));
}

/** The first story that is no editorial, sponsor or notice. */
export function leadStory(stories: readonly Story[]): number {
	return stories.findIndex(
		({ role, draft }) => role === 'editorial' && draft.format !== 'editorial'
	);
}
