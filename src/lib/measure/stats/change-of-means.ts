import { inflationOfMean, serialCorrelation } from './serial-correlation.ts';
import { normalQuantile, Z90 } from './normal.ts';
import { tAt } from './student.ts';

/** The change of a mean, with the ends of its 90 % interval; these are null with too few values. */
export type MeanChange = { change: number; low: number | null; high: number | null };

/**
 * The change of a mean between two groups of issues that are interleaved in time, taken as independent.
 *
 * The unit of uncertainty is the issue, not the reader. The interval is Welch's, with t at its degrees of
 * freedom (B. L. Welch, Biometrika 34, 1947), or Student's with one variance for both groups, whichever is
 * wider. Three issues that happen to be alike look like a group that hardly varies, and Welch's interval alone
 * then misses too often: for three against fifty in 12 % of runs, with skewed rates in 20 %.
 *
 * @param among number of such changes of which the clearest may be picked: the intervals of all of them hold
 * at once with a chance of 90 % (Bonferroni)
 * @returns null if either group is empty
 * @example changeOfMeans([1, 2, 3], [2, 3, 4])?.change // => 1
 */
export function changeOfMeans(
	before: readonly number[],
	after: readonly number[],
	among = 1
): MeanChange | null {
	const z = among === 1 ? Z90 : normalQuantile(1 - 0.05 / among);
	return changeWith(before, after, () => 0, z);
}

/**
 * The change of a mean between two periods of consecutive issues. What lifts one issue also lifts the next, so
 * a run of issues says less about its mean than as many independent ones. Intervals that ignore this missed in
 * a fifth of all comparisons at a serial correlation of 0.3.
 *
 * Each mean's variance is that of a first-order autoregressive process, with the serial correlation estimated
 * from both runs together ({@link serialCorrelation}). Degrees of freedom follow the effective number of
 * issues (G. V. Bayley & J. M. Hammersley, JRSS Supplement 8, 1946).
 *
 * @param before values in order of time, or in the opposite order
 * @param after likewise
 * @returns null if either run is empty
 * @example changeOfPeriods([1, 2, 3], [2, 3, 4])?.change // => 1
 */
export function changeOfPeriods(
	before: readonly number[],
	after: readonly number[]
): MeanChange | null {
	return changeWith(before, after, () => serialCorrelation([before, after]), Z90);
}

function changeWith(
	before: readonly number[],
	after: readonly number[],
	correlation: () => number,
	z: number
): MeanChange | null {
	if (before.length === 0 || after.length === 0) return null;

	const change = meanOf(after) - meanOf(before);
	if (before.length < 3 || after.length < 3) return { change, low: null, high: null };

	const serial = correlation();
	const [a, b] = [moments(before, serial), moments(after, serial)];
	const margin = Math.max(welch(a, b, z), student(a, b, z));
	return { change, low: change - margin, high: change + margin };
}

/** What a run says about its mean. */
type Moments = {
	/** the number of independent issues that would say as much (effective sample size) */
	n: number;
	freedom: number;
	/** of a single issue */
	variance: number;
};

function moments(values: readonly number[], serial: number): Moments {
	const inflation = inflationOfMean(values.length, serial);
	const mean = meanOf(values);
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return {
		n: values.length / inflation,
		freedom: Math.max(1, (values.length - 1) / inflation),
		// a correlated run scatters less around its own mean
		variance: squares / (values.length - inflation)
	};
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Half the width of the interval where each run has its own variance. */
function welch(a: Moments, b: Moments, z: number): number {
	const squares = [a.variance / a.n, b.variance / b.n] as const;
	const variance = squares[0] + squares[1];
	const freedom = variance ** 2 / (squares[0] ** 2 / a.freedom + squares[1] ** 2 / b.freedom || 1);
	return tAt(z, Math.max(1, freedom)) * Math.sqrt(variance);
}

/** Half the width of the interval where both share one variance. */
function student(a: Moments, b: Moments, z: number): number {
	const freedom = a.freedom + b.freedom;
	const variance = (a.variance * a.freedom + b.variance * b.freedom) / freedom;
	return tAt(z, freedom) * Math.sqrt(variance * (1 / a.n + 1 / b.n));
}
