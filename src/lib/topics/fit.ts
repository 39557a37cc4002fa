import { chancesOf, type Vector } from './model.ts';

/** An example as numbers: its terms by their places, and how much of it is about each topic. */
export type TrainingExample = { vector: Vector; topics: [topic: number, share: number][] };

/** Passes over all examples: so many suffice, and stopping early keeps rare words from being overfitted. */
const PASSES = 15;

/**
 * Multinomial logistic regression: weights under which the topics of the examples are likeliest.
 *
 * AdaGrad: one example at a time, each weight with its own step, which shrinks as it moves; in an order that is
 * the same each time. On short texts it is right more often than naive Bayes, since words that always
 * come together do not count twice.
 *
 * @param topics how many there are
 * @see Duchi, Hazan, Singer: Adaptive Subgradient Methods (JMLR 2011)
 */
export function fitTopics(
	examples: readonly TrainingExample[],
	topics: number
): { bias: number[]; weights: Map<string, number[]> } {
	const places = new Map<string, number>();
	const read = examples.map(({ vector, topics: about }) => ({
		at: Int32Array.from(vector, ({ term }) => placeOf(places, term.stem) * topics),
		x: Float64Array.from(vector, ({ weight }) => weight),
		about
	}));
	const weights = new Float64Array(places.size * topics);
	const moved = new Float64Array(places.size * topics).fill(1);
	const bias = new Float64Array(topics);
	const biasMoved = new Float64Array(topics).fill(1);
	const sums = new Float64Array(topics);
	const step = strideOf(read.length);

	for (let pass = 0; pass < PASSES; pass++) {
		for (let n = 0, i = 0; n < read.length; n++, i = (i + step) % read.length) {
			const { at, x, about } = read[i]!;
			sums.set(bias);
			for (let j = 0; j < at.length; j++) {
				const [from, value] = [at[j]!, x[j]!];
				for (let k = 0; k < topics; k++) sums[k]! += weights[from + k]! * value;
			}
			chancesOf(sums);
			for (const [topic, share] of about) sums[topic]! -= share;

			for (let k = 0; k < topics; k++) {
				const wrong = sums[k]!;
				if (Math.abs(wrong) < 1e-3) continue;
				biasMoved[k]! += wrong * wrong;
				bias[k]! -= wrong / Math.sqrt(biasMoved[k]!);
				for (let j = 0; j < at.length; j++) {
					const [place, slope] = [at[j]! + k, wrong * x[j]!];
					moved[place]! += slope * slope;
					weights[place]! -= slope / Math.sqrt(moved[place]!);
				}
			}
		}
	}

	return {
		bias: Array.from(bias),
		weights: new Map(
			[...places].map(([stem, at]) => [
				stem,
				Array.from(weights.subarray(at * topics, (at + 1) * topics))
			])
		)
	};
}

function placeOf(places: Map<string, number>, stem: string): number {
	const known = places.get(stem);
	if (known !== undefined) return known;
	places.set(stem, places.size);
	return places.size - 1;
}

/** A step that visits all of `n` places before any a second time, neighbours far from each other. */
function strideOf(n: number): number {
	let step = Math.max(1, Math.floor(n * 0.618));
	while (divisorOf(step, n) > 1) step++;
	return step;
}

function divisorOf(a: number, b: number): number {
	return b === 0 ? a : divisorOf(b, a % b);
}
