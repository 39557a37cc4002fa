import { expectationsOf, type ChosenIssue } from './clicked-items.ts';
import { FEWEST_PEOPLE } from '#lib/small-cells.ts';
import type { Effect } from '../stats/observed.ts';
import { adaptiveShrinkage } from '../stats/adaptive-shrinkage.ts';

/** What one group of readers made of one topic. */
export type Affinity = {
	/** items on the topic that its readers clicked, summed over readers */
	clicked: number;
	/** distinct readers of the group who clicked the topic */
	readers: number;
	/** items they would have clicked, choosing as all readers of the same issues chose */
	expected: number;
	/** log of their ratio, shrunk toward zero by what chance explains; null with too few readers */
	effect: Effect | null;
};

/** Fewer readers than this, in a cell, would be persons and not a group. */
export const FEWEST_READERS = FEWEST_PEOPLE;

/** Fewer items than this expected of a group say nothing of its taste. */
const FEWEST_EXPECTED = 5;

/**
 * Affinity, observed ÷ expected, by adaptive shrinkage of its logarithm: how much more or less the readers
 * of a group click a topic than their own readiness to click and
 * the issues they clicked in would make them.
 *
 * Expected is, issue by issue, what somebody who clicks as many of its items would click of the
 * topic if everybody chose alike: so neither an active group, nor one that came when the topic was
 * rare, seems to like it. The unit of uncertainty is the reader, whose clicks go together: a dispersion
 * parameter of all cells (quasi-likelihood; McCullagh & Nelder 1989, 9.2).
 *
 * @param groupOf index of the group of a reader in an issue, by id and index; −1 for none
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
	// of all readers, those of no group too
	const all = { expected: new Float64Array(topics), chance: new Float64Array(topics) };
	// by reader and group: items clicked beyond expectation, and whether any was
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
	// clicks of one reader go together: by how much is told from all cells, as few readers do not show it
	const together = Math.max(1, sum(squares) / sum(chance) || 1);
	const apart = apartFromAll(expected, all.expected);
	const effects = adaptiveShrinkage(
		estimated.map((cell) => {
			const topic = cell % topics;
			const base = expected[cell]! + 0.5;
			const share = expected[cell]! / all.expected[topic]!;
			// what all choose is what the group chooses, too
			const own = (1 - share) ** 2 * chance[cell]!;
			const others = share ** 2 * (all.chance[topic]! - chance[cell]!);
			return {
				value: Math.log((clicked[cell]! + 0.5) / base) / apart(cell),
				variance: (together * (own + others)) / (base * apart(cell)) ** 2
			};
		}),
		// what a group clicks more of one topic it clicks less of others, and so do other groups of that topic
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
 * How far a group may lie from what all readers choose, as a multiple of how far groups' tastes lie apart: a
 * group that is half of all readers is never far from them. By cell.
 */
function apartFromAll(expected: Float64Array, ofAll: Float64Array): (cell: number) => number {
	const topics = ofAll.length;
	const squares = new Float64Array(topics);
	const share = (cell: number) => expected[cell]! / (ofAll[cell % topics]! || 1);
	expected.forEach((_, cell) => (squares[cell % topics]! += share(cell) ** 2));
	return (cell) => Math.sqrt(Math.max(LEAST_APART, 1 - 2 * share(cell) + squares[cell % topics]!));
}

/** Of one group alone there is no taste to tell. */
const LEAST_APART = 1e-4;
