import { FEWEST_READERS } from './affinity.ts';
import { expectationsOf, type ChosenIssue } from './clicked-items.ts';
import type { Effect } from '../stats/observed.ts';
import { adaptiveShrinkage } from '../stats/adaptive-shrinkage.ts';

/** Readers of two topics. */
export type Overlap = {
	/** indexes, the smaller first */
	topics: readonly [number, number];
	/** distinct readers who clicked each topic, and both */
	readers: readonly [number, number];
	both: number;
	/**
	 * log of how often one reader clicks on both topics, relative to chance; shrunk toward zero as far as
	 * chance explains it; null with too few readers
	 */
	effect: Effect | null;
};

/**
 * Co-click ratio of pairs of topics, observed ÷ expected, by adaptive shrinkage of its logarithm: whether
 * readers who click one topic also click another more, or less, often than by chance.
 *
 * It counts pairs of clicks of one reader, one on each topic, in different issues. So it does not matter
 * whether two topics share issues, or compete for clicks within one. By chance means that each reader clicks
 * as many items of each issue as they did, but with the average taste, so that somebody who clicks everything
 * does not tie all topics together. A reader weighs in proportion to their clicks, not to the square of them;
 * readers are the unit of uncertainty.
 *
 * @param topics indexes of the topics to compare
 * @returns each pair once
 */
export function overlaps(issues: readonly ChosenIssue[], topics: readonly number[]): Overlap[] {
	const tally = tallyOf(issues, topics);
	const pairs: Omit<Overlap, 'effect'>[] = [];
	const ratios: PairSums['sum'][] = [];
	for (let b = 1; b < topics.length; b++)
		for (let a = 0; a < b; a++) {
			const { readers, both, sum } = sumsOf(tally, a, b);
			pairs.push({ topics: [topics[a]!, topics[b]!], readers, both });
			ratios.push(sum);
		}

	const estimated = pairs.flatMap(({ both }, i) =>
		both >= FEWEST_READERS && ratios[i]!.expected >= FEWEST_EXPECTED ? i : []
	);
	const effects = adaptiveShrinkage(
		estimated.map((i) => {
			const { clicked, expected, squares } = ratios[i]!;
			return {
				value: Math.log((clicked + 0.5) / (expected + 0.5)),
				variance: squares / (expected + 0.5) ** 2
			};
		})
	);
	const effectOf = new Map(estimated.map((i, at) => [i, effects[at]!]));
	return pairs.map((pair, i) => ({ ...pair, effect: effectOf.get(i) ?? null }));
}

/** What each reader clicked, and would have clicked with the average taste; one row per reader. */
type Tally = {
	/** number of topics, and of pairs of them */
	topics: number;
	pairs: number;
	/** by reader: items clicked */
	clicks: Uint32Array;
	/** by reader and topic */
	clicked: Float32Array;
	expected: Float32Array;
	/** by reader and pair: products within single issues, which say nothing of taste */
	clickedHere: Float32Array;
	expectedHere: Float32Array;
};

/** The index of a pair of topics among all pairs. */
function pairOf(a: number, b: number): number {
	return a < b ? (b * (b - 1)) / 2 + a : (a * (a - 1)) / 2 + b;
}

function tallyOf(issues: readonly ChosenIssue[], topics: readonly number[]): Tally {
	const place = new Map(topics.map((topic, k) => [topic, k]));
	const k = topics.length;
	const pairs = (k * (k - 1)) / 2;
	const rows = new Map<number, number>();
	for (const { counts } of issues)
		for (const reader of counts.keys()) if (!rows.has(reader)) rows.set(reader, rows.size);

	const tally: Tally = {
		topics: k,
		pairs,
		clicks: new Uint32Array(rows.size),
		clicked: new Float32Array(rows.size * k),
		expected: new Float32Array(rows.size * k),
		clickedHere: new Float32Array(rows.size * pairs),
		expectedHere: new Float32Array(rows.size * pairs)
	};
	for (const issue of issues) {
		addExpected(tally, issue, place, rows);
		addClicked(tally, issue, place, rows);
	}
	return tally;
}

type Places = ReadonlyMap<number, number>;

function addExpected(tally: Tally, issue: ChosenIssue, place: Places, rows: Places) {
	const { topics, pairs, clicks, expected, expectedHere } = tally;
	const expectations = expectationsOf(issue);
	for (const [reader, n] of issue.counts) {
		const row = rows.get(reader)!;
		clicks[row]! += n;
		const own = expectations(n).flatMap(([topic, mean]) => {
			const a = place.get(topic);
			return a === undefined ? [] : [[a, mean] as const];
		});
		own.forEach(([a, mean], i) => {
			expected[row * topics + a]! += mean;
			for (const [b, other] of own.slice(0, i))
				expectedHere[row * pairs + pairOf(a, b)]! += mean * other;
		});
	}
}

function addClicked(tally: Tally, { items }: ChosenIssue, place: Places, rows: Places) {
	const { topics, pairs, clicked, clickedHere } = tally;
	const here = new Map<number, number[]>();
	const add = (reader: number, topic: number) => {
		clicked[rows.get(reader)! * topics + topic]!++;
		const own = here.get(reader);
		if (own) own.push(topic);
		else here.set(reader, [topic]);
	};
	for (const item of items)
		for (const topic of item.topics) {
			const a = place.get(topic);
			if (a !== undefined) for (const reader of item.readers) add(reader, a);
		}
	for (const [reader, own] of here) {
		const row = rows.get(reader)! * pairs;
		own.forEach((a, i) => {
			for (const b of own.slice(0, i)) if (a !== b) clickedHere[row + pairOf(a, b)]!++;
		});
	}
}

/** Readers of each topic of a pair and of both, and pairs of clicks in different issues. */
type PairSums = {
	readers: [number, number];
	both: number;
	sum: { clicked: number; expected: number; squares: number };
};

function sumsOf(tally: Tally, a: number, b: number): PairSums {
	const { topics: k, pairs, clicks, clicked, expected, clickedHere, expectedHere } = tally;
	const pair = pairOf(a, b);
	let [first, second, both] = [0, 0, 0];
	const sum = { clicked: 0, expected: 0, squares: 0 };
	for (let row = 0; row < clicks.length; row++) {
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
	return { readers: [first, second], both, sum };
}

/** With fewer expected pairs of clicks, weighted as they are, a ratio is unknown. */
const FEWEST_EXPECTED = 3;
