import { t95 } from './student.ts';

/** How much a mean moved, with the ends of its 90 % interval; those null where too few values tell. */
export type MeanChange = { change: number; low: number | null; high: number | null };

/**
 * The change of a mean from one run of issues to the next.
 *
 * The unit of uncertainty is the issue, not the reader: Welch's interval, with t at his degrees of
 * freedom (B. L. Welch, Biometrika 34, 1947).
 *
 * @returns null where either run is empty
 * @example changeOfMeans([1, 2, 3], [2, 3, 4])?.change // => 1
 */
export function changeOfMeans(
	before: readonly number[],
	after: readonly number[]
): MeanChange | null {
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
