import { instants } from '#lib/csv/instants/dates.ts';
import { readSerial } from '#lib/csv/instants/serial.ts';
import { isNothing } from '#lib/csv/nothing.ts';
import { readNumber } from '#lib/csv/numbers.ts';
import type { SheetTable } from '#lib/csv/sheet.ts';
import { eventOf } from '../../plans/event-words.ts';
import { yesOrNo } from '../../plans/subscriber-reader.ts';
import { readAddress } from '../../read-address.ts';
import { readLink } from '../../read-link.ts';

/** What the values of a column are. */
export type Content =
	| 'address'
	| 'url'
	| 'instant'
	| 'digits'
	| 'serial'
	| 'event'
	| 'number'
	| 'flag'
	| 'text'
	| 'empty';

/** Reads an instant with the day before the month, as UTC. */
export const readDayFirst = instants({ order: 'dmy' }, 'UTC');
const readMonthFirst = instants({ order: 'mdy' }, 'UTC');

/** What stands in a cell that holds no value. */
const NO_VALUE =
	/^(?:[-–—]{1,3}|n\/?a|null|nan|\(not set\)|never|not (?:yet )?(?:opened|clicked)|jamais|nie|nunca|nooit)?$/i;

/** Days that databases write where there is none. */
const NO_DAY = /^(?:0000-00-00|9999-12-31|31[/.]12[/.]9999|12\/31\/9999)(?:$|[ T])/;

/** Whether a cell holds something else than a mark that there is nothing. */
export const isValue = (cell: string) =>
	!NO_VALUE.test(cell.trim()) && !isNothing(cell) && !NO_DAY.test(cell.trim());

/** What the values of a column are, if at least four in five of those present agree. */
export function contentOfCells(cells: readonly string[]): Content {
	const present = cells.filter(isValue);
	if (present.length === 0) return 'empty';
	const mostly = (is: (cell: string) => boolean) =>
		present.filter(is).length >= 0.8 * present.length;

	if (mostly((cell) => readAddress(cell) !== null)) return 'address';
	// hosts alone are those of addresses or companies more often than pages
	if (mostly((cell) => readLink(cell) !== null))
		return present.some((cell) => cell.includes('/')) ? 'url' : 'text';
	// a list of readers says `subscribed`, which is no event that is kept
	const words = present.map(eventOf);
	if (
		words.some((word) => word !== 'other' && word !== null) &&
		mostly((cell) => eventOf(cell) !== null)
	)
		return 'event';
	// of digits alone it may be either
	if (mostly((cell) => readDayFirst(cell) !== null || readMonthFirst(cell) !== null))
		return mostly((cell) => /^\s*\d+\s*$/.test(cell)) ? 'digits' : 'instant';
	// a day as a spreadsheet counts, or any other number of five digits
	if (mostly((cell) => readSerial(cell) !== null)) return 'serial';
	if (mostly((cell) => typeof readNumber(cell) === 'number')) return 'number';
	if (mostly((cell) => yesOrNo(cell) !== undefined)) return 'flag';
	return 'text';
}

/** Whether a column may be one of instants: digits alone are some too. */
export function isTime(content: Content): boolean {
	return content === 'instant' || content === 'digits';
}

/** What the values of a column of a table are. */
export function contentOfColumn({ sample }: Pick<SheetTable, 'sample'>, column: number): Content {
	return contentOfCells(sample.map((row) => row[column] ?? ''));
}

/** The days of 2000 and 2050 as spreadsheets count them. */
const SHEET_DAYS = [36_526, 54_789] as const;

/** Whether the numbers of a column are days as spreadsheets count them, all within some years. */
export function areDaysOfSheets({ sample }: Pick<SheetTable, 'sample'>, column: number): boolean {
	const days = sample
		.map((row) => row[column] ?? '')
		.filter(isValue)
		.map((cell) => (readSerial(cell) === null ? NaN : Number(cell.trim().replace(',', '.'))));
	const [least, most] = [Math.min(...days), Math.max(...days)];
	return days.length > 0 && least >= SHEET_DAYS[0] && most < SHEET_DAYS[1] && most - least < 3660;
}
