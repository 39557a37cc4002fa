/** Lengths of time in milliseconds. A day is one of UTC: local days have 23, 24 or 25 hours. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/**
 * The date so many days after another, both YYYY-MM-DD.
 *
 * @example addDays('2024-03-01', -1) // => '2024-02-29'
 */
export function addDays(date: string, days: number): string {
	return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Seconds of a UTC day, as events are stored. */
export const DAY_SECONDS = 86_400;
