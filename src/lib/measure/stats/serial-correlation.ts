/**
 * What serial correlation is taken for where too few issues tell, as if so many had shown it: three issues
 * beside three then miss less than once in ten up to a correlation of 0.5, at which they missed in 18 %.
 */
const USUAL = { correlation: 0.25, weight: 6 };

/** More than that is not told from a mean that wanders. */
const MOST = 0.8;

/**
 * The first-order serial correlation of some runs of issues, each around its own mean: at least 0.
 *
 * That of the sample is too low by (1 + 3ρ) ÷ n for each run (M. G. Kendall, Biometrika 41, 1954), which is
 * put right, and drawn toward 0.25 by the weight of six issues.
 *
 * @param runs values in order of time or in the opposite order; at least one of them not constant
 * @example serialCorrelation([[1, 1, 1], [2, 2, 2]]) // => 0.25
 */
export function serialCorrelation(runs: readonly (readonly number[])[]): number {
	let [products, squares, n] = [0, 0, 0];
	for (const values of runs) {
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		n += values.length;
		for (const [i, value] of values.entries()) {
			squares += (value - mean) ** 2;
			if (i > 0) products += (value - mean) * (values[i - 1]! - mean);
		}
	}
	if (!(squares > 0)) return USUAL.correlation;
	const each = runs.length / n;
	const found = 1 - 3 * each > 0.1 ? (products / squares + each) / (1 - 3 * each) : 0;
	const weight = Math.max(0, n - USUAL.weight) / n;
	const drawn = weight * within(found, -1, 1) + (1 - weight) * USUAL.correlation;
	return within(drawn, 0, MOST);
}

/**
 * By how much the variance of a mean of `n` values is more than that of as many independent ones, in a
 * first-order autoregressive process.
 *
 * @param serial its correlation of neighbours, from 0 to below 1
 * @example inflationOfMean(2, 0.5) // => 1.5
 */
export function inflationOfMean(n: number, serial: number): number {
	let sum = 1;
	for (let lag = 1; lag < n && serial ** lag > 1e-12; lag++)
		sum += 2 * (1 - lag / n) * serial ** lag;
	return sum;
}

function within(value: number, least: number, most: number): number {
	return Math.min(most, Math.max(least, value));
}
