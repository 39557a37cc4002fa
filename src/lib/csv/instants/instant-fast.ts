import { DAY, HOUR, MINUTE } from '#lib/duration.ts';
import { dayNumber, type DateOrder } from './instant-shapes.ts';

/** What the quick readers find; one object for a whole column, so that a cell costs no allocation. */
export type QuickInstant = {
	/** milliseconds as if the local time were UTC */
	local: number;
	/** milliseconds ahead of UTC, NaN where the cell does not say */
	offset: number;
	/** numeric dates: the first two numbers; NaN for year-first ones */
	first: number;
	second: number;
};

/** An empty result, for the quick readers to write into. */
export function noInstant(): QuickInstant {
	return { local: NaN, offset: NaN, first: NaN, second: NaN };
}

// character codes: comparing numbers is quicker than cutting characters out of a cell
const SPACE = 32;
const PLUS = 43;
const DASH = 45;
const POINT = 46;
const SLASH = 47;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;

/** Two digits as a number; something far out of any range where they are not two digits. */
function two(cell: string, at: number): number {
	const tens = cell.charCodeAt(at) - 48;
	const ones = cell.charCodeAt(at + 1) - 48;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 1e6;
}

/** `hh:mm` or `hh:mm:ss` at `at`, in milliseconds; NaN if it is none. */
function clock(cell: string, at: number, seconds: boolean): number {
	const hour = two(cell, at);
	const minute = two(cell, at + 3);
	const second = seconds ? two(cell, at + 6) : 0;
	if (cell.charCodeAt(at + 2) !== COLON || (seconds && cell.charCodeAt(at + 5) !== COLON))
		return NaN;
	if (hour > 23 || minute > 59 || second > 59) return NaN;
	return hour * HOUR + minute * MINUTE + second * 1000;
}

/** Reads `2024-04-15 10:05:09`, with `T`, fraction, `Z`, ` UTC` or offset; false for anything else. */
export function findIso(cell: string, result: QuickInstant): boolean {
	const length = cell.length;
	if (length < 19 || cell.charCodeAt(4) !== DASH || cell.charCodeAt(7) !== DASH) return false;
	const separator = cell.charCodeAt(10);
	if (separator !== SPACE && separator !== LETTER_T) return false;

	const year = two(cell, 0) * 100 + two(cell, 2);
	if (year < 1900 || year > 2199) return false;
	let local = dayNumber(year, two(cell, 5), two(cell, 8)) * DAY + clock(cell, 11, true);
	let offset = NaN;

	let at = 19;
	if (cell.charCodeAt(at) === POINT) {
		let scale = 100;
		for (at++; at < length; at++) {
			const digit = cell.charCodeAt(at) - 48;
			if (digit < 0 || digit > 9) break;
			local += Math.floor(scale) * digit;
			scale /= 10;
		}
	}
	if (at < length) {
		const sign = cell.charCodeAt(at);
		if (sign === LETTER_Z && at + 1 === length) offset = 0;
		else if (cell.endsWith(' UTC') && at + 4 === length) offset = 0;
		else if ((sign === PLUS || sign === DASH) && at + 6 === length) {
			offset = clock(cell, at + 1, false) * (sign === PLUS ? 1 : -1);
			if (Number.isNaN(offset)) return false;
		} else return false;
	}

	result.local = local;
	result.offset = offset;
	result.first = NaN;
	return !Number.isNaN(local);
}

/** Reads `15/04/2024`, `15-04-2024 10:05` and `04/15/2024 10:05:09`; false for anything else. */
export function findNumeric(cell: string, order: DateOrder, result: QuickInstant): boolean {
	const length = cell.length;
	if (length !== 10 && length !== 16 && length !== 19) return false;
	const mark = cell.charCodeAt(2);
	if ((mark !== SLASH && mark !== DASH) || cell.charCodeAt(5) !== mark) return false;

	const first = two(cell, 0);
	const second = two(cell, 3);
	const year = two(cell, 6) * 100 + two(cell, 8);
	if (year < 1900 || year > 2199) return false;

	const monthFirst = order === 'mdy';
	let local = dayNumber(year, monthFirst ? first : second, monthFirst ? second : first) * DAY;
	if (length > 10) {
		if (cell.charCodeAt(10) !== SPACE) return false;
		local += clock(cell, 11, length === 19);
	}

	result.local = local;
	result.offset = NaN;
	result.first = first;
	result.second = second;
	return !Number.isNaN(local);
}
