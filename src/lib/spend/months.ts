import { DAY } from '#lib/duration.ts';

/** A month as a number that counts on: 12 × year + month from 0. */
export function monthOfDay(day: number): number {
	const date = new Date(day * DAY);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Its first day and its last, as numbers of days since 1970. */
export function daysOfMonth(month: number): { first: number; last: number } {
	const start = (of: number) => Date.UTC(Math.floor(of / 12), of % 12) / DAY;
	return { first: start(month), last: start(month + 1) - 1 };
}

/** @example nameOfMonth(monthOfDay(0)) // => '1970-01' */
export function nameOfMonth(month: number): string {
	return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
