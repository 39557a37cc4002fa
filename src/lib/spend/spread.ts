import { DAY } from '#lib/duration.ts';

/** A flat amount over its days, both counted, as numbers of days since 1970. */
export type Flat = { amount: number; from: number; to: number };

/** A date `YYYY-MM-DD` as its number since 1970-01-01. */
export function dayOfDate(date: string): number {
	return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/**
 * The part of a flat amount that falls on the days from `start` to `end`, when it is spread evenly
 * over its own: of 100 on three days 33, 33 and 34. Exact: the parts of any division of time add up to the amount, to the cent.
 *
 * @throws {RangeError} if the amount is no integer, or ends before it begins
 * @example partOf({ amount: 100, from: 0, to: 2 }, 0, 0) // => 33
 */
export function partOf({ amount, from, to }: Flat, start: number, end: number): number {
	if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is no amount`);
	if (to < from) throw new RangeError('an amount that ends before it begins');
	const days = BigInt(to - from + 1);
	const until = (day: number) => {
		const passed = BigInt(Math.min(Math.max(day - from + 1, 0), to - from + 1));
		return Number((BigInt(amount) * passed) / days);
	};
	return end < start ? 0 : until(end) - until(start - 1);
}
