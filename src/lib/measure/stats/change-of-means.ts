import { inflationOfMean, serialCorrelation } from './serial-correlation.ts';
import { normalQuantile, Z90 } from './normal.ts';
import { tAt } from './student.ts';

/** How much a mean moved, with the ends of its 90 % interval; those null where too few values tell. */
export type MeanChange = { change: number; low: number | null; high: number | null };

/**
 * The change of a mean between two groups of issues that lie among each other, taken as independent.
 *
 * The unit of uncertainty is the issue, not the reader: Welch's interval, with t at his degrees of
 * freedom (B. L. Welch, Biometrika 34, 1947), or Student's, of one variance for both groups, where that
 * is wider. Three issues that happen to be alike pass for a group that hardly varies, and Welch's
 * interval for one that misses too often: of three against fifty in 12 % of runs, of skewed rates in 20 %.
 *
 * @param among of how many such changes it may be picked as the clearest: the intervals of all of them hold
 * together nine times in ten (Bonferroni)
 * @returns null where either group is empty
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
 * The same between two periods, whose issues follow one another: what lifts one issue lifts the next too,
 * so that a run of them says less of its mean than as many that are independent. Without allowing for
 * that, intervals of issues with a serial correlation of 0.3 missed in a fifth of all comparisons.
 *
 * Each mean's variance is that of a first-order autoregressive process, its serial correlation estimated
 * from both runs together ({@link serialCorrelation}); degrees of freedom shrink as the number of
 * issues does that tell as much (G. V. Bayley & J. M. Hammersley, JRSS Supplement 8, 1946).
 *
 * @param before values in order of time, or in the opposite order
 * @param after likewise
 * @returns null where either run is empty
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

/** What a run tells of its mean. */
type Moments = {
	/** how many independent issues would tell as much */
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
		// a run that hangs together scatters less around its own mean
		variance: squares / (values.length - inflation)
	};
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Half of the interval where each run varies by itself. */
function welch(a: Moments, b: Moments, z: number): number {
	const squares = [a.variance / a.n, b.variance / b.n] as const;
	const variance = squares[0] + squares[1];
	const freedom = variance ** 2 / (squares[0] ** 2 / a.freedom + squares[1] ** 2 / b.freedom || 1);
	return tAt(z, Math.max(1, freedom)) * Math.sqrt(variance);
}

/** Half of the interval where both vary alike. */
function student(a: Moments, b: Moments, z: number): number {
	const freedom = a.freedom + b.freedom;
	const variance = (a.variance * a.freedom + b.variance * b.freedom) / freedom;
	return tAt(z, freedom) * Math.sqrt(variance * (1 / a.n + 1 / b.n));
}
