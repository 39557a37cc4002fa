/** Lengths of time in milliseconds. A day is one of UTC: local days have 23, 24 or 25 hours. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** Seconds of a UTC day, as events are stored. */
export const DAY_SECONDS = 86_400;
