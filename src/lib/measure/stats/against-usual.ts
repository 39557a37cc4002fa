import { normalCdf } from './normal.ts';
import type { Change } from './change.ts';

/** Below this many earlier values nobody knows what is usual. */
const LEAST = 5;

/**
 * How the latest value of a series stands against the earlier ones, and whether it lies within
 * their usual variation: the 90 % interval in which one more value of the same kind would fall.
 *
 * Difference from the mean of the earlier ones ± t × s × √(1 + 1/n), the prediction interval of a
 * normal sample. Give logarithms where values are rates that vary in proportion.
 *
 * Null with fewer than five earlier values, or where they do not vary at all.
 *
 * @see https://online.stat.psu.edu/stat501/lesson/3/3.3
 */
export function againstUsual(
	earlier: readonly number[],
	latest: number
): (Change & { within: boolean }) | null {
	const n = earlier.length;
	if (n < LEAST) return null;

	const mean = earlier.reduce((sum, value) => sum + value, 0) / n;
	const squares = earlier.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	const sd = Math.sqrt((squares / (n - 1)) * (1 + 1 / n));
	if (sd === 0) return null;

	const difference = latest - mean;
	const margin = t95(n - 1) * sd;
	return {
		difference,
		low: difference - margin,
		high: difference + margin,
		above: normalCdf(difference / sd),
		within: Math.abs(difference) <= margin
	};
}

/**
 * 95 % quantile of Student's t (Cornish–Fisher expansion; Abramowitz & Stegun 26.7.5). Within
 * 0.004 of the tables from four degrees of freedom on.
 */
function t95(freedom: number): number {
	const z = 1.6448536269514722;
	const g1 = (z ** 3 + z) / 4;
	const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
	const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
	return z + g1 / freedom + g2 / freedom ** 2 + g3 / freedom ** 3;
}
