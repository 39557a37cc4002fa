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
 * The first instant of a local date, in UTC milliseconds, to the minute.
 *
 * @example startOfLocalDate('2026-07-01', 'Europe/Paris') // => Date.UTC(2026, 5, 30, 22)
 */
export function startOfLocalDate(date: string, zone: string): number {
	const minute = 60_000;
	// no zone is further from UTC than this
	let before = Date.parse(date) / minute - 15 * 60;
	let after = Date.parse(date) / minute + 15 * 60;
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (localDate(middle * minute, zone) >= date) after = middle;
		else before = middle;
	}
	return after * minute;
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
