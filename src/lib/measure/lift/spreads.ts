/** How far groups, or all issues, may be in a part of history from what they are over all time, as a standard deviation. */
export const SPREADS = [
	0.02, 0.028, 0.04, 0.056, 0.08, 0.11, 0.16, 0.22, 0.32, 0.45, 0.63, 0.9
] as const;

/** Groups that move by less are not told from those that stand still. */
export const LEAST_SPREAD = SPREADS[0];

/** The place in the row of spreads that draws start from. */
export const FIRST_SPREAD = 5;

export const VARIANCES = SPREADS.map((spread) => spread ** 2);

const LOGS = SPREADS.map((spread) => Math.log(spread));
const TOTAL = SPREADS.reduce((sum, spread) => sum + spread, 0);

/**
 * How likely each is beforehand: as the points widen with the spread, so that any standard deviation is
 * as likely as any other (Gelman 2006, doi:10.1214/06-BA117A).
 */
export const CHANCES: readonly number[] = SPREADS.map((spread) => spread / TOTAL);

/**
 * How likely each spread is given so many effects of it, as a logarithm.
 *
 * @param squares the sum of their squares
 * @param chances how likely each spread is beforehand
 */
export function spreadFits(effects: number, squares: number, chances: readonly number[]): number[] {
	return chances.map(
		(chance, k) => Math.log(chance) - effects * LOGS[k]! - squares / VARIANCES[k]! / 2
	);
}
