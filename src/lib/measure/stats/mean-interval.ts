import { t95 } from './student.ts';

/**
 * The mean of some values, with the ends of its 90 % interval by Student's t; the ends are null with fewer
 * than three values.
 *
 * @returns null if there are no values
 * @example meanInterval([1, 2, 3])?.mean // => 2
 */
export function meanInterval(
	values: readonly number[]
): { mean: number; low: number | null; high: number | null } | null {
	const n = values.length;
	if (n === 0) return null;
	const mean = values.reduce((sum, value) => sum + value, 0) / n;
	if (n < 3) return { mean, low: null, high: null };
	const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
	const margin = t95(n - 1) * Math.sqrt(variance / n);
	return { mean, low: mean - margin, high: mean + margin };
}
