import { Z90, normalCdf } from './normal.ts';
import { wilson } from './wilson.ts';

/** A difference with its 90 % interval, and the chance that it is above nought. */
export type Change = { difference: number; low: number; high: number; above: number };

/** How many did, of how many who could. */
export type Rate = { count: number; of: number };

/**
 * How much one rate exceeds another.
 *
 * The interval is Newcombe's hybrid of two Wilson intervals (1998, method 10,
 * doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I).
 *
 * @throws {RangeError} if either is no rate
 * @example changeOfRate({ count: 48, of: 80 }, { count: 56, of: 70 }).difference // => 0.2
 */
export function changeOfRate(before: Rate, after: Rate): Change {
	const [lowBefore, highBefore] = wilson(before.count, before.of);
	const [lowAfter, highAfter] = wilson(after.count, after.of);
	const was = before.count / before.of;
	const is = after.count / after.of;
	const difference = is - was;

	const low = difference - Math.hypot(is - lowAfter, highBefore - was);
	const high = difference + Math.hypot(highAfter - is, was - lowBefore);
	const sd = (high - low) / (2 * Z90);

	return { difference, low, high, above: sd > 0 ? normalCdf(difference / sd) : 0.5 };
}
