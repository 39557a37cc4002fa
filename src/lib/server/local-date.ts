import { DAY, MINUTE } from '#lib/duration.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The local date of an instant.
 *
 * @example localDate(Date.UTC(2026, 0, 1, 23, 30), 'Europe/Paris') // => '2026-01-02'
 */
export function localDate(at: number, zone: string): string {
	let format = formats.get(zone);
	if (!format) {
		// Swedish writes dates as ISO does
		format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
		formats.set(zone, format);
	}
	return format.format(at);
}

/**
 * Turns instants into local days since 1970; NaN stays NaN. Made once for many: a day is asked for
 * once a quarter-hour, since `Intl` is slow, and no zone changes its date within one.
 *
 * @example localDays('Europe/Paris')(Date.UTC(1970, 0, 1, 23, 30)) // => 1
 */
export function localDays(zone: string): (at: number) => number {
	const known = new Map<number, number>();
	return (at) => {
		if (Number.isNaN(at)) return NaN;
		const quarter = Math.floor(at / 900_000);
		let day = known.get(quarter);
		if (day === undefined)
			known.set(quarter, (day = Date.parse(localDate(quarter * 900_000, zone)) / DAY));
		return day;
	};
}

/** The first instant of a local day since 1970, in UTC milliseconds. */
export function startOfLocalDay(day: number, zone: string): number {
	return startOfLocalDate(new Date(day * DAY).toISOString().slice(0, 10), zone);
}

/** The last instant of a local day since 1970, in UTC milliseconds. */
export function endOfLocalDay(day: number, zone: string): number {
	return startOfLocalDay(day + 1, zone) - 1;
}

/**
 * The first instant of a local date, in UTC milliseconds, to the minute.
 *
 * @example startOfLocalDate('2026-07-01', 'Europe/Paris') // => Date.UTC(2026, 5, 30, 22)
 */
export function startOfLocalDate(date: string, zone: string): number {
	// no zone is further from UTC than this
	let before = Date.parse(date) / MINUTE - 15 * 60;
	let after = Date.parse(date) / MINUTE + 15 * 60;
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (localDate(middle * MINUTE, zone) >= date) after = middle;
		else before = middle;
	}
	return after * MINUTE;
}

/** The first instants of local months, from the one of `from` to the one after that of `to`. */
export function localMonths(
	from: number,
	to: number,
	zone: string
): { name: string; at: number }[] {
	const [year = 0, month = 0] = localDate(from, zone).split('-').map(Number);
	const last = localDate(to, zone).slice(0, 7);
	const months = [];
	for (let n = 0; ; n++) {
		const name = new Date(Date.UTC(year, month - 1 + n)).toISOString().slice(0, 7);
		months.push({ name, at: startOfLocalDate(`${name}-01`, zone) });
		if (name > last) return months;
	}
}

/**
 * The hour of the local day, 0..23.
 *
 * @example localHour(Date.UTC(2026, 0, 1, 23, 30), 'Europe/Paris') // => 0
 */
export function localHour(at: number, zone: string): number {
	return Number(
		new Intl.DateTimeFormat('en', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at)
	);
}
