/** A future number: what to expect, and the whole numbers between which it will probably lie. */
export type Predicted = {
	/** its mean */
	expected: number;
	/** ends of the 90 % interval, both included */
	low: number;
	high: number;
	/** ends of the 50 % interval, both included */
	low50: number;
	high50: number;
};

/**
 * Intervals of a count from draws of it.
 *
 * Small counts come in steps. Of the whole numbers around each quantile, those are chosen whose interval
 * contains closest to 90 % and 50 % of the draws, so that intervals of many small counts contain as many as
 * they say, not more.
 *
 * @param draws are sorted in place
 * @example predicted(Float64Array.of(0, 0, 0, 1, 1, 2, 2, 3, 4, 7), 2).high50 // => 3
 */
export function predicted(draws: Float64Array, expected: number): Predicted {
	draws.sort();
	const [low, high] = nearest(draws, 0.9);
	const [low50, high50] = nearest(draws, 0.5);
	return { expected, low: Math.min(low, low50), high: Math.max(high, high50), low50, high50 };
}

function nearest(sorted: Float64Array, share: number): [number, number] {
	const at = (p: number) =>
		sorted[Math.min(sorted.length - 1, Math.max(0, Math.floor(p * sorted.length)))]!;
	const [a, b] = [at((1 - share) / 2), at((1 + share) / 2)];
	const choices: [number, number][] = [
		[a, b],
		[a, b - 1],
		[a + 1, b],
		[a + 1, b - 1]
	];
	let best = choices[0]!;
	let off = Infinity;
	for (const [from, to] of choices) {
		if (from > to) continue;
		const held = (below(sorted, to + 1) - below(sorted, from)) / sorted.length;
		if (Math.abs(held - share) < off - 1e-12) [best, off] = [[from, to], Math.abs(held - share)];
	}
	return best;
}

/** How many of some numbers in order are below another. */
function below(sorted: Float64Array, value: number): number {
	let [from, to] = [0, sorted.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if (sorted[middle]! < value) from = middle + 1;
		else to = middle;
	}
	return from;
}
