/** How much a mean moved, with the ends of its 90 % interval; those null where too few values tell. */
export type Change = { change: number; low: number | null; high: number | null };

/**
 * The change of a mean from one run of issues to the next.
 *
 * The unit of uncertainty is the issue, not the reader: Welch's interval, with t at his degrees of
 * freedom (B. L. Welch, Biometrika 34, 1947).
 *
 * @returns null where either run is empty
 * @example changeOfMeans([1, 2, 3], [2, 3, 4])?.change // => 1
 */
export function changeOfMeans(before: readonly number[], after: readonly number[]): Change | null {
	if (before.length === 0 || after.length === 0) return null;

	const a = moments(before);
	const b = moments(after);
	const change = b.mean - a.mean;
	if (before.length < 3 || after.length < 3) return { change, low: null, high: null };

	const squares = [a.variance / before.length, b.variance / after.length] as const;
	const variance = squares[0] + squares[1];
	const freedom =
		variance ** 2 /
		(squares[0] ** 2 / (before.length - 1) + squares[1] ** 2 / (after.length - 1) || 1);
	const margin = t95(Math.max(1, freedom)) * Math.sqrt(variance);
	return { change, low: change - margin, high: change + margin };
}

function moments(values: readonly number[]) {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return { mean, variance: values.length > 1 ? squares / (values.length - 1) : 0 };
}

/**
 * The 95th percentile of Student's t, by the expansion around the normal one (Abramowitz and Stegun
 * 26.7.5): within 0.5 % from three degrees of freedom, within 5 % at two.
 */
export function t95(freedom: number): number {
	const z = 1.6448536269514722;
	const terms = [
		(z ** 3 + z) / 4,
		(5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
		(3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
		(79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160
	];
	return terms.reduce((t, term, i) => t + term / freedom ** (i + 1), z);
}
