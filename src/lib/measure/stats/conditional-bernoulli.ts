/** Rounds of fitting attractions to the items' clickers; a handful is enough to converge. */
const ROUNDS = 6;

/**
 * Conditional Bernoulli sampling: how readers of one issue would choose among its items if all had the same
 * taste. The chance that a reader who clicks n items takes a certain set of n is proportional to the product
 * of the items' attractions, which are fitted so that each item gets its observed number of clickers (Chen,
 * Dempster & Liu 1994, doi:10.1093/biomet/81.3.457). So nobody is expected to click an item twice, and nobody
 * who clicks one item to click two topics.
 */
export type ConditionalBernoulli = {
	/** chance of each item to be among the n that a reader clicks */
	inclusion(n: number): Float64Array;
};

/**
 * Fits the items' attractions, by iterative proportional scaling, so that each item gets its observed number
 * of clickers.
 *
 * @param clickers of each item
 * @param readers how many readers clicked n of the items, by n
 */
export function conditionalBernoulli(
	clickers: readonly number[],
	readers: readonly number[]
): ConditionalBernoulli {
	const most = readers.length - 1;
	const count = clickers.length;
	let weights = clickers.map((n) => n);
	let chances: Float64Array[] = [];

	for (let round = 0; round <= ROUNDS; round++) {
		const all = symmetric(weights, most);
		chances = Array.from({ length: most + 1 }, () => new Float64Array(count));
		for (let i = 0; i < count; i++) {
			const others = symmetric(
				weights.filter((_, j) => j !== i),
				most
			);
			for (let n = 1; n <= most; n++)
				if (all[n]! > 0) chances[n]![i] = (weights[i]! * others[n - 1]!) / all[n]!;
		}
		if (round === ROUNDS) break;

		const next = weights.map((weight, i) => {
			const expected = readers.reduce((sum, have, n) => sum + have * chances[n]![i]!, 0);
			return expected > 0 ? (weight * clickers[i]!) / expected : 0;
		});
		// only their ratios matter: a mean of 1 keeps products of many from overflowing
		const mean = next.reduce((sum, weight) => sum + weight, 0) / count || 1;
		weights = next.map((weight) => weight / mean);
	}

	return { inclusion: (n) => chances[n]! };
}

/**
 * Elementary symmetric polynomials of the weights: by n, the sum of the products of all choices of n weights.
 */
function symmetric(weights: readonly number[], most: number): Float64Array {
	const sums = new Float64Array(most + 1);
	sums[0] = 1;
	for (const weight of weights) for (let n = most; n >= 1; n--) sums[n]! += weight * sums[n - 1]!;
	return sums;
}
