import { Z90 } from './normal.ts';

/**
 * The 95th percentile of Student's t distribution: half of a two-sided 90 % interval, in standard errors.
 *
 * Cornish–Fisher expansion around the normal quantile (Abramowitz and Stegun 26.7.5): within 0.5 % from
 * three degrees of freedom, within 5 % at two.
 *
 * @param freedom degrees of freedom, at least 1; need not be whole
 * @example t95(10) // => 1.812
 */
export function t95(freedom: number): number {
	return tAt(Z90, freedom);
}

/**
 * The quantile of Student's t distribution at the probability at which the normal quantile is `z`: within 0.5
 * % from three degrees of freedom up to the 99th percentile.
 *
 * @param freedom degrees of freedom, at least 1; need not be whole
 * @example tAt(2.326348, 10) // => 2.764
 */
export function tAt(z: number, freedom: number): number {
	const terms = [
		(z ** 3 + z) / 4,
		(5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
		(3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
		(79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160
	];
	return terms.reduce((t, term, i) => t + term / freedom ** (i + 1), z);
}
