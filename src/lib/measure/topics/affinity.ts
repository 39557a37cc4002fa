import { expectationsOf, type ChosenIssue } from './clicked-items.ts';
import { FEWEST_PEOPLE } from '#lib/small-cells.ts';
import type { Effect } from '../stats/observed.ts';
import { adaptiveShrinkage } from '../stats/adaptive-shrinkage.ts';

/** How one group of readers clicked one topic. */
export type Affinity = {
	/** items on the topic that its readers clicked, added up over readers */
	clicked: number;
	/** distinct readers of the group who clicked the topic */
	readers: number;
	/** items its readers would have clicked with the same taste as all readers of the same issues */
	expected: number;
	/**
	 * log of clicked ÷ expected, shrunk toward zero as far as chance explains it; null with too few readers
	 */
	effect: Effect | null;
};

/** With fewer readers a cell would describe persons, not a group. */
export const FEWEST_READERS = FEWEST_PEOPLE;

/** With fewer expected items a group's taste is unknown. */
const FEWEST_EXPECTED = 5;

/**
 * Affinity, observed ÷ expected, by adaptive shrinkage of its logarithm: how much more or less the readers of
 * a group click a topic than their activity and the issues they clicked in explain.
 *
 * Expected is, issue by issue, what somebody who clicks as many of its items would click of the topic with the
 * average taste. So an active group, or one that joined when the topic was rare, does not appear to prefer it.
 * The unit of uncertainty is the reader, whose clicks are correlated: one dispersion parameter for all cells
 * (quasi-likelihood; McCullagh & Nelder 1989, 9.2).
 *
 * @param groupOf index of a reader's group in an issue, by reader id and issue index; −1 for none
 * @returns by group, by topic
 */
// eslint-disable-next-line max-lines-per-function -- one estimate in the order of its source; its arrays are shared by all steps
export function affinity(
	issues: readonly ChosenIssue[],
	topics: number,
	groups: number,
	groupOf: (reader: number, issue: number) => number
): Affinity[][] {
	const cells = groups * topics;
	const clicked = new Float64Array(cells);
	const expected = new Float64Array(cells);
	const chance = new Float64Array(cells);
	// of all readers, including those without a group
	const all = { expected: new Float64Array(topics), chance: new Float64Array(topics) };
	// by reader and group: items clicked beyond expectation, and whether any was clicked
	const rows = new Map<number, number>();
	let beyond = new Float32Array(1024 * topics);
	let touched = new Uint8Array(1024 * topics);

	const rowOf = (reader: number, group: number) => {
		const key = reader * groups + group;
		let row = rows.get(key);
		if (row !== undefined) return row;
		row = rows.size;
		rows.set(key, row);
		if ((row + 1) * topics > beyond.length) {
			const wider = new Float32Array(beyond.length * 2);
			wider.set(beyond);
			beyond = wider;
			const also = new Uint8Array(touched.length * 2);
			also.set(touched);
			touched = also;
		}
		return row;
	};

	for (const chosen of issues) {
		const { issue, items, counts } = chosen;
		const shares = expectationsOf(chosen);
		for (const [reader, n] of counts) {
			const group = groupOf(reader, issue);
			for (const [topic, mean, variance] of shares(n)) {
				all.expected[topic]! += mean;
				all.chance[topic]! += variance;
			}
			if (group < 0) continue;
			const row = rowOf(reader, group) * topics;
			for (const [topic, mean, variance] of shares(n)) {
				beyond[row + topic]! -= mean;
				expected[group * topics + topic]! += mean;
				chance[group * topics + topic]! += variance;
			}
		}
		for (const { readers, topics: own } of items)
			for (const reader of readers) {
				const group = groupOf(reader, issue);
				if (group < 0) continue;
				const row = rowOf(reader, group) * topics;
				for (const topic of own) {
					beyond[row + topic]!++;
					touched[row + topic] = 1;
					clicked[group * topics + topic]!++;
				}
			}
	}

	const squares = new Float64Array(cells);
	const readers = new Uint32Array(cells);
	for (const [key, row] of rows) {
		const group = key % groups;
		for (let topic = 0; topic < topics; topic++) {
			squares[group * topics + topic]! += beyond[row * topics + topic]! ** 2;
			readers[group * topics + topic]! += touched[row * topics + topic]!;
		}
	}

	const estimated = Array.from({ length: cells }, (_, cell) => cell).filter(
		(cell) => readers[cell]! >= FEWEST_READERS && expected[cell]! >= FEWEST_EXPECTED
	);
	const sum = (of: Float64Array) => of.reduce((total, one) => total + one, 0);
	// one reader's clicks are correlated; estimated from all cells, because few readers do not show how much
	const together = Math.max(1, sum(squares) / sum(chance) || 1);
	const apart = apartFromAll(expected, all.expected);
	const effects = adaptiveShrinkage(
		estimated.map((cell) => {
			const topic = cell % topics;
			const base = expected[cell]! + 0.5;
			const share = expected[cell]! / all.expected[topic]!;
			// the group's own choices are part of those of all readers
			const own = (1 - share) ** 2 * chance[cell]!;
			const others = share ** 2 * (all.chance[topic]! - chance[cell]!);
			return {
				value: Math.log((clicked[cell]! + 0.5) / base) / apart(cell),
				variance: (together * (own + others)) / (base * apart(cell)) ** 2
			};
		}),
		// a group that clicks more of one topic clicks less of others, and other groups less of that topic
		(estimated.length * (groups - 1) * (topics - 1)) / cells
	).map(({ mean, sd }, i) => {
		const scale = apart(estimated[i]!);
		return { mean: mean * scale, sd: sd * scale };
	});
	const effectOf = new Map(estimated.map((cell, i) => [cell, effects[i]!]));

	return Array.from({ length: groups }, (_, group) =>
		Array.from({ length: topics }, (_, topic) => {
			const cell = group * topics + topic;
			return {
				clicked: clicked[cell]!,
				readers: readers[cell]!,
				expected: expected[cell]!,
				effect: effectOf.get(cell) ?? null
			};
		})
	);
}

/**
 * By cell, how far a group can differ from all readers, as a multiple of how far groups differ from each
 * other: a group that is half of all readers is never far from them.
 */
function apartFromAll(expected: Float64Array, ofAll: Float64Array): (cell: number) => number {
	const topics = ofAll.length;
	const squares = new Float64Array(topics);
	const share = (cell: number) => expected[cell]! / (ofAll[cell % topics]! || 1);
	expected.forEach((_, cell) => (squares[cell % topics]! += share(cell) ** 2));
	return (cell) => Math.sqrt(Math.max(LEAST_APART, 1 - 2 * share(cell) + squares[cell % topics]!));
}

/** Least value; a group that is all readers differs from nobody. */
const LEAST_APART = 1e-4;
