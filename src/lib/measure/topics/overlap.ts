import { FEWEST_READERS } from './affinity.ts';
import type { ChosenIssue } from './clicked-items.ts';
import { expectationsOf } from './clicked-items.ts';
import type { Effect } from '../stats/observed.ts';
import { adaptiveShrinkage } from '../stats/adaptive-shrinkage.ts';

/** Readers of two topics. */
export type Overlap = {
	/** indexes, the first the smaller */
	topics: readonly [number, number];
	/** distinct readers who clicked each, and both */
	readers: readonly [number, number];
	both: number;
	/**
	 * log of how often clicks on the one and on the other come from the same reader, against chance;
	 * shrunk toward zero by what chance explains; null with too few readers
	 */
	effect: Effect | null;
};

/**
 * Co-click ratio of pairs of topics, observed ÷ expected, by adaptive shrinkage of its logarithm: whether who
 * clicks one topic also clicks another more, or less often, than by chance.
 *
 * Looked at are pairs of clicks of one reader, one on each topic, in different issues: whether two
 * topics stand in the same issues, or take each other's clicks there, makes no difference. By chance
 * means that each reader clicks as many items of each issue as they did, choosing as all readers
 * chose; so somebody who clicks everything does not tie all topics together. A reader weighs in
 * proportion to their clicks, and not to the square of them; readers are the unit of uncertainty.
 *
 * @param topics indexes of those to compare
 * @returns each pair once
 */
export function overlaps(issues: readonly ChosenIssue[], topics: readonly number[]): Overlap[] {
	const place = new Map(topics.map((topic, k) => [topic, k]));
	const k = topics.length;
	const pairs = (k * (k - 1)) / 2;
	const pairOf = (a: number, b: number) => (a < b ? (b * (b - 1)) / 2 + a : (a * (a - 1)) / 2 + b);

	const rows = new Map<number, number>();
	for (const { counts } of issues)
		for (const reader of counts.keys()) if (!rows.has(reader)) rows.set(reader, rows.size);

	// by reader: items clicked, and expected; and the same within issues, pair by pair
	const clicks = new Uint32Array(rows.size);
	const clicked = new Float32Array(rows.size * k);
	const expected = new Float32Array(rows.size * k);
	const clickedHere = new Float32Array(rows.size * pairs);
	const expectedHere = new Float32Array(rows.size * pairs);

	for (const issue of issues) {
		const shares = expectationsOf(issue);
		for (const [reader, n] of issue.counts) {
			const row = rows.get(reader)!;
			clicks[row]! += n;
			const own = shares(n).flatMap(([topic, mean]) => {
				const a = place.get(topic);
				return a === undefined ? [] : [[a, mean] as const];
			});
			own.forEach(([a, mean], i) => {
				expected[row * k + a]! += mean;
				for (const [b, other] of own.slice(0, i))
					expectedHere[row * pairs + pairOf(a, b)]! += mean * other;
			});
		}

		const here = new Map<number, number[]>();
		for (const { readers, topics: those } of issue.items)
			for (const topic of those) {
				const a = place.get(topic);
				if (a === undefined) continue;
				for (const reader of readers) {
					clicked[rows.get(reader)! * k + a]!++;
					const own = here.get(reader);
					if (own) own.push(a);
					else here.set(reader, [a]);
				}
			}
		for (const [reader, own] of here) {
			const row = rows.get(reader)! * pairs;
			own.forEach((a, i) => {
				for (const b of own.slice(0, i)) if (a !== b) clickedHere[row + pairOf(a, b)]!++;
			});
		}
	}

	const found: Omit<Overlap, 'effect'>[] = [];
	const ratios: { clicked: number; expected: number; squares: number }[] = [];
	for (let b = 1; b < k; b++)
		for (let a = 0; a < b; a++) {
			const pair = pairOf(a, b);
			let [first, second, both] = [0, 0, 0];
			const sum = { clicked: 0, expected: 0, squares: 0 };
			for (let row = 0; row < rows.size; row++) {
				const [ofA, ofB] = [clicked[row * k + a]!, clicked[row * k + b]!];
				if (ofA) first++;
				if (ofB) second++;
				if (ofA && ofB) both++;
				const came = (ofA * ofB - clickedHere[row * pairs + pair]!) / clicks[row]!;
				const chance =
					(expected[row * k + a]! * expected[row * k + b]! - expectedHere[row * pairs + pair]!) /
					clicks[row]!;
				sum.clicked += came;
				sum.expected += chance;
				sum.squares += (came - chance) ** 2;
			}
			found.push({ topics: [topics[a]!, topics[b]!], readers: [first, second], both });
			ratios.push(sum);
		}

	const told = found.flatMap(({ both }, i) =>
		both >= FEWEST_READERS && ratios[i]!.expected >= FEWEST_EXPECTED ? i : []
	);
	const effects = adaptiveShrinkage(
		told.map((i) => {
			const { clicked, expected, squares } = ratios[i]!;
			return {
				value: Math.log((clicked + 0.5) / (expected + 0.5)),
				variance: squares / (expected + 0.5) ** 2
			};
		})
	);
	const effectOf = new Map(told.map((i, at) => [i, effects[at]!]));
	return found.map((pair, i) => ({ ...pair, effect: effectOf.get(i) ?? null }));
}

/** Fewer pairs of clicks than this expected, weighed as they are, say nothing. */
const FEWEST_EXPECTED = 3;
