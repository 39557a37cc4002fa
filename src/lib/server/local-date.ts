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
