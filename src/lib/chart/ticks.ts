import type { Formatter } from '#lib/messages/format.ts';

/** Decimals beyond which no format tells numbers apart. */
const FINEST = 6;

/**
 * How many decimals a format writes of the numbers that it is given: ticks that are nearer to each
 * other than that would read alike. Below zero where it leaves digits out.
 *
 * @example decimalsIn((share) => `${Math.round(share * 100)}%`) // => 2
 */
export function decimalsIn(format: Formatter): number {
	const zero = format(0);
	for (let decimals = FINEST; decimals > -FINEST; decimals--)
		if (format(10 ** -decimals) !== zero) return decimals;
	return -FINEST;
}

/** The least amount that a format tells from none. */
export const leastIn = (format: Formatter): number => 10 ** -decimalsIn(format);

/** So many times the highest value: an interval that reaches further would leave no room for the rest. */
const FURTHEST = 2;

/** What an axis from zero has to reach, so that intervals are whole, save those that go on far beyond all values. */
export function reachOf(points: readonly { value: number | null; high: number | null }[]): number {
	const highest = Math.max(0, ...points.map(({ value }) => value ?? 0));
	const reach = Math.max(highest, ...points.map(({ high }) => high ?? 0));
	return highest > 0 ? Math.min(reach, FURTHEST * highest) : reach;
}
