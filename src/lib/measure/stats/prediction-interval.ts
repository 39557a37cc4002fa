import { normalCdf } from './normal.ts';
import { t95 } from './student.ts';

/** With fewer earlier values their variation is unknown. */
const LEAST = 5;

/** How far a value lies from the mean of earlier ones. */
export type Deviation = {
	/** in the unit of the values; `low` and `high` are the ends of its 90 % interval */
	difference: number;
	low: number;
	high: number;
	/** the chance that it is above zero, taken as normal */
	above: number;
	/** whether it lies within the 90 % interval of one more value of the same kind */
	within: boolean;
};

/**
 * How the latest value of a series compares with the earlier ones: the 90 % prediction interval of a normal
 * sample.
 *
 * Difference from the mean of the earlier values ± t × s × √(1 + 1/n), with n − 1 degrees of freedom. Give
 * logarithms where values are rates that vary in proportion to their size.
 *
 * @param earlier in any order
 * @returns null with fewer than five earlier values, or if they do not vary at all
 * @see https://online.stat.psu.edu/stat501/lesson/3/3.3
 */
export function deviationOf(earlier: readonly number[], latest: number): Deviation | null {
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
