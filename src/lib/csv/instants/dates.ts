import { DAY, MINUTE } from '#lib/duration.ts';
import { findIso, findNumeric, noInstant } from './instant-fast.ts';
import { readWritten, type DateOrder, type Precision, type Written } from './instant-shapes.ts';
import { isNothing } from '../nothing.ts';
import { readSerial } from './serial.ts';
import { zoneReader } from './zones.ts';

/** How the instants of one column are written, found out from all of its cells. */
export type DateColumn = {
	/** as people write formats, `DD/MM/YYYY HH:mm`; null for a column without a readable cell */
	pattern: string | null;
	/** the order of day and month; a guess when `ambiguous` */
	order: DateOrder;
	/** a cell tells whether the day or the month comes first */
	decided: boolean;
	/** no cell tells whether the day or the month comes first, and it would matter */
	ambiguous: boolean;
	/** a cell that reads differently either way */
	example: string | null;
	/** a cell that has the day first and one that has the month first, where there are many of either */
	mixed: readonly [string, string] | null;
	/** cells are days as spreadsheets count them: `45414.25` */
	serial: boolean;
	/** whether the cells say their zone themselves */
	zoned: 'all' | 'none' | 'some';
	/** cells that are not empty */
	cells: number;
	/** of these, the ones that are no instant in that order */
	unreadable: number;
	/** the finest part that is ever other than zero */
	precision: Precision;
};

/** Looks at a column, cell by cell, and settles how it is written once all were seen. */
export type DateScan = {
	observe(cell: string): void;
	/** @param told the order of the file's other columns, which holds where no cell of this one tells */
	decide(stated?: DateOrder): DateColumn;
};

const PRECISIONS: readonly Precision[] = ['day', 'minute', 'second', 'millisecond'];

/** The share of cells in another order than the others that may be slips, each seen at its row. */
const SLIPS = 0.1;

/** Begins the scan of one column. Its memory does not grow with the column. */
// eslint-disable-next-line max-lines-per-function -- a closure: what is observed and what is told of it share one state
export function dateScan(): DateScan {
	const result = noInstant();
	let cells = 0;
	let unreadable = 0;
	let zoned = 0;
	let finest = 0;
	let dayFirst = 0;
	let monthFirst = 0;
	let halves = 0;
	let serials = 0;
	let example: string | null = null;
	let ofDay = '';
	let ofMonth = '';
	let written: Written | null = null;

	function weigh(first: number, second: number, cell: string) {
		if (first > 12 && second <= 12) {
			if (dayFirst++ === 0) ofDay = cell;
		} else if (second > 12 && first <= 12) {
			if (monthFirst++ === 0) ofMonth = cell;
		} else if (first !== second) example ??= cell;
	}

	function refine(local: number) {
		const part = local % 1000 ? 3 : local % MINUTE ? 2 : local % DAY ? 1 : 0;
		if (part > finest) finest = part;
	}

	return {
		observe(cell) {
			if (findIso(cell, result) && written) {
				cells++;
				if (result.offset === result.offset) zoned++;
				if (finest < 3) refine(result.local);
				return;
			}
			if (isNothing(cell)) return;
			cells++;
			if (written && findNumeric(cell, 'dmy', result)) {
				weigh(result.first, result.second, cell);
				if (finest < 3) refine(result.local);
				return;
			}

			const read = readWritten(cell, 'dmy') ?? readWritten(cell, 'mdy');
			if (!read) {
				const serial = readSerial(cell);
				if (serial === null) unreadable++;
				else {
					serials++;
					refine(serial);
				}
				return;
			}
			written ??= read;
			if (read.pair) weigh(...read.pair, cell);
			if (read.offset !== null) zoned++;
			if (/AM$/.test(read.pattern)) halves++;
			refine(read.local);
		},

		decide(stated) {
			const undecided = dayFirst === 0 && monthFirst === 0;
			const guess = stated ? stated === 'mdy' : halves > 0;
			const monthLeads = undecided ? guess : monthFirst > dayFirst;
			const numeric = undecided ? example !== null || (written?.pair ?? null) !== null : true;
			const order: DateOrder = !numeric ? 'ymd' : monthLeads ? 'mdy' : 'dmy';
			// a number among dates is no day
			const serial = serials > 0 && unreadable === 0;
			const odd = serial ? 0 : serials;
			const readable = cells - unreadable - serials;

			return {
				pattern: written ? patternOf(written, order) : serial ? 'spreadsheet' : null,
				serial,
				order,
				decided: !undecided,
				ambiguous: undecided && example !== null && stated === undefined,
				example: undecided ? example : null,
				mixed:
					Math.min(dayFirst, monthFirst) > SLIPS * (dayFirst + monthFirst)
						? [ofDay, ofMonth]
						: null,
				zoned: zoned === 0 ? 'none' : zoned === readable ? 'all' : 'some',
				cells,
				unreadable: unreadable + odd + (undecided ? 0 : Math.min(dayFirst, monthFirst)),
				precision: PRECISIONS[finest]!
			};
		}
	};
}

function patternOf({ pattern }: Written, order: DateOrder): string {
	const [first, second] = order === 'mdy' ? ['MM', 'DD'] : ['DD', 'MM'];
	return pattern.replace('D1', first!).replace('D2', second!);
}

/**
 * Makes the reader of a column's cells: UTC milliseconds, or null where a cell is empty or no
 * instant. Cells that do not say their zone are read in `zone`; see `zoneReader` for the hours
 * that clocks skip or repeat.
 *
 * @throws {RangeError} if there is no such zone
 */
export function instants(
	{ order, serial = false }: Pick<DateColumn, 'order'> & Partial<Pick<DateColumn, 'serial'>>,
	zone: string
) {
	const toUtc = zoneReader(zone);
	const result = noInstant();

	return (cell: string): number | null => {
		if (findIso(cell, result) || (order !== 'ymd' && findNumeric(cell, order, result))) {
			return result.offset === result.offset ? result.local - result.offset : toUtc(result.local);
		}
		const written = readWritten(cell, order) ?? (order === 'ymd' ? readWritten(cell, 'mdy') : null);
		if (!written) {
			const day = serial ? readSerial(cell) : null;
			return day === null ? null : toUtc(day);
		}
		// none was seen when the column was scanned: which order it is in, nobody can say
		if (order === 'ymd' && written.pair && isUnsure(written.pair)) return null;
		return written.offset === null ? toUtc(written.local) : written.local - written.offset;
	};
}

function isUnsure([first, second]: [number, number]): boolean {
	return first <= 12 && second <= 12 && first !== second;
}
