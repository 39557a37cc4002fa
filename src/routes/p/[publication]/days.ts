import { addDays } from '#lib/duration.ts';
import { changed } from '#lib/filters/address.ts';

/** A period of days, as `changed` sets it: dates take the place of the last issues. */
export type DayFilters = { last: null; from: string; to: string };

/**
 * So many days that end with a date, as filters.
 *
 * @example daysTo('2026-03-01', 7) // => { last: null, from: '2026-02-23', to: '2026-03-01' }
 */
export function daysTo(date: string, days: number): DayFilters {
	return { last: null, from: addDays(date, 1 - days), to: date };
}

/**
 * All days of a month, as filters.
 *
 * @example monthFilters('2024-02') // => { last: null, from: '2024-02-01', to: '2024-02-29' }
 */
export function monthFilters(month: string): DayFilters {
	const [year = 0, number = 0] = month.split('-').map(Number);
	const lastDay = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
	return { last: null, from: `${month}-01`, to: lastDay };
}

/** The page narrowed to days, in place of its period; where it is narrowed to them, the page without. */
export function turnedTo(params: URLSearchParams, days: DayFilters): string {
	const isSet = params.get('from') === days.from && params.get('to') === days.to;
	return changed(params, isSet ? { from: null, to: null } : days);
}
