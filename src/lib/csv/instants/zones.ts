import { DAY, MINUTE } from '#lib/duration.ts';

const QUARTER = 15 * MINUTE;

/** Turns a local time, given as if it were UTC, into UTC milliseconds. */
export type ToUtc = (local: number) => number;

/** Milliseconds that a fixed offset (`UTC-05:00`) is ahead of UTC; null for a zone with a name. */
export function fixedOffset(zone: string): number | null {
	const [, sign, hours, minutes] = /^UTC([+-])(\d{2}):(\d{2})$/.exec(zone) ?? [];
	if (sign === undefined) return null;
	return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -MINUTE : MINUTE);
}

/**
 * Reads local times of an IANA zone, or of a fixed offset (`UTC-05:00`). Offsets are looked up once a
 * quarter-hour and remembered.
 *
 * A local time that occurs twice, when clocks go back, is the first of the two; one that does not
 * occur, when they go forward, is read with the offset from before (02:30 becomes 03:30), which is
 * what Temporal calls "compatible". Either way no row is lost and order within an export is kept.
 *
 * @throws {RangeError} if there is no such zone
 */
export function zoneReader(zone: string): ToUtc {
	if (zone === 'UTC') return (local) => local;
	const fixed = fixedOffset(zone);
	if (fixed !== null) return (local) => local - fixed;

	const offsetOf = offsets(zone);
	const known = new Map<number, number>();
	let lastQuarter = NaN;
	let lastOffset = 0;

	return (local) => {
		const quarter = Math.floor(local / QUARTER);
		if (quarter !== lastQuarter) {
			let offset = known.get(quarter);
			if (offset === undefined)
				known.set(quarter, (offset = offsetAt(quarter * QUARTER, offsetOf)));
			lastQuarter = quarter;
			lastOffset = offset;
		}
		return local - lastOffset;
	};
}

function offsetAt(local: number, offsetOf: (utc: number) => number): number {
	const before = offsetOf(local - DAY);
	const after = offsetOf(local + DAY);
	if (before === after || offsetOf(local - before) === before) return before;
	return offsetOf(local - after) === after ? after : before;
}

/** Milliseconds that local time is ahead of UTC at an instant. */
function offsets(zone: string): (utc: number) => number {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	});

	return (utc) => {
		const part: Record<string, number> = {};
		for (const { type, value } of format.formatToParts(utc)) part[type] = Number(value);
		const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
		return Date.UTC(year, month - 1, day, hour, minute, second) - utc;
	};
}

/** Whether a text names a time zone of the IANA database, or is `UTC`. */
export function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}
