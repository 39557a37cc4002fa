import { DAY_SECONDS } from '#lib/duration.ts';

const SERIAL = /^(\d{5})(?:[.,](\d{1,12}))?$/;

/** Days from the one that spreadsheets count from to 1970. */
const SERIAL_OF_1970 = 25_569;

/**
 * A day as the number by which spreadsheets keep it, with its time as a fraction: milliseconds as
 * if local time were UTC, to the second. Null for anything else, and for days before 1954 or after
 * 2119. Such a number may be any other; a whole column of them under the name of a time is not.
 *
 * @example readSerial('45414.252187') // => Date.UTC(2024, 4, 2, 6, 3, 9)
 */
export function readSerial(cell: string): number | null {
	const match = SERIAL.exec(cell.trim());
	if (!match) return null;
	const days = Number(`${match[1]}.${match[2] ?? 0}`);
	if (days < 20_000 || days >= 80_000) return null;
	return Math.round((days - SERIAL_OF_1970) * DAY_SECONDS) * 1000;
}
