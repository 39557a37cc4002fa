/**
 * Standard deviations of how far groups, or all issues, may differ in a part of history from their effect
 * over all time.
 */
export const SPREADS = [
	0.02, 0.028, 0.04, 0.056, 0.08, 0.11, 0.16, 0.22, 0.32, 0.45, 0.63, 0.9
] as const;

/** Groups that move by less cannot be told from those that do not move. */
export const LEAST_SPREAD = SPREADS[0];

/** The index in `SPREADS` that draws start from. */
export const FIRST_SPREAD = 5;

export const VARIANCES = SPREADS.map((spread) => spread ** 2);

const LOGS = SPREADS.map((spread) => Math.log(spread));
const TOTAL = SPREADS.reduce((sum, spread) => sum + spread, 0);

/**
 * Prior chance of each spread, in proportion to its distance from the next, so that any standard deviation is
 * as likely as any other (Gelman 2006, doi:10.1214/06-BA117A).
 */
export const CHANCES: readonly number[] = SPREADS.map((spread) => spread / TOTAL);

/**
 * Log posterior weight of each spread, given effects drawn with it.
 *
 * @param squares the sum of their squares
 * @param chances how likely each spread is beforehand
 */
export function spreadFits(effects: number, squares: number, chances: readonly number[]): number[] {
	return chances.map(
		(chance, k) => Math.log(chance) - effects * LOGS[k]! - squares / VARIANCES[k]! / 2
	);
}
