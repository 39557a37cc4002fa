/** One issue's part of a ratio of sums: what it got, and of how many. */
export type RatioPart = { got: number; of: number };

/**
 * One value an issue whose mean is the ratio of two sums, and whose scatter is the ratio's own: that of a
 * ratio estimator, linearised (W. G. Cochran, Sampling Techniques, 1977, 6.4). With them a ratio of sums
 * is compared as a mean is.
 *
 * @throws {RangeError} where there is nothing to divide by
 * @example ratioValues([{ got: 1, of: 10 }, { got: 3, of: 10 }]) // => [0.1, 0.3]
 */
export function ratioValues(parts: readonly RatioPart[]): number[] {
	const sum = (pick: (part: RatioPart) => number) =>
		parts.reduce((all, part) => all + pick(part), 0);
	const all = sum(({ of }) => of);
	if (!(all > 0)) throw new RangeError('a ratio of nothing');
	const ratio = sum(({ got }) => got) / all;
	const mean = all / parts.length;
	return parts.map(({ got, of }) => ratio + (got - ratio * of) / mean);
}
