/** Rounds of matching the items' attractions to their clickers; a handful settles them. */
const ROUNDS = 6;

/**
 * Conditional Bernoulli sampling: how readers of one issue would choose among its items if all of them
 * chose alike: whoever clicks n items takes those n with a chance in proportion to the product of their
 * attractions, which are such that each item gets the clickers it got (Chen, Dempster & Liu 1994,
 * doi:10.1093/biomet/81.3.457). So a reader who clicks much is not expected to click the same item twice,
 * nor one who clicks once to click two topics.
 */
export type ConditionalBernoulli = {
	/** chance of each item to be among n */
	inclusion(n: number): Float64Array;
};

/**
 * Fits the items' attractions, by iterative proportional scaling, so that each item gets as many clickers as it
 * got.
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
		// only their proportions matter: a mean of 1 keeps products of many from running away
		const mean = next.reduce((sum, weight) => sum + weight, 0) / count || 1;
		weights = next.map((weight) => weight / mean);
	}

	return { inclusion: (n) => chances[n]! };
}

/** Elementary symmetric polynomials of the weights: the sum over all choices of n of their products, by n. */
function symmetric(weights: readonly number[], most: number): Float64Array {
	const sums = new Float64Array(most + 1);
	sums[0] = 1;
	for (const weight of weights) for (let n = most; n >= 1; n--) sums[n]! += weight * sums[n - 1]!;
	return sums;
}
