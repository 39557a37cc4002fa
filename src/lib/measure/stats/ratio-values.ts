/** One issue's part of a ratio of sums: its numerator and denominator. */
export type RatioPart = { got: number; of: number };

/**
 * One value per issue, whose mean is the ratio of two sums and whose scatter is the ratio's own: that of a
 * linearised ratio estimator (W. G. Cochran, Sampling Techniques, 1977, 6.4). They let a ratio of sums be
 * compared as a mean is.
 *
 * @throws {RangeError} if the denominators add up to nothing
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
