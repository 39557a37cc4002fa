import { instants } from '#lib/csv/instants/dates.ts';

/**
 * The first instant of a local date, in UTC milliseconds.
 *
 * @throws {RangeError} for what is no date
 */
export function startOfDate(date: string, zone: string): number {
	const at = instants({ order: 'ymd' }, zone)(date);
	if (at === null) throw new RangeError(`${date} is no date`);
	return at;
}
