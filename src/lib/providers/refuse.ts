import { plainMonths } from '#lib/calendar-words.ts';
import type { RowReading, RejectCode } from './facts.ts';
import { anyWord, plainWord } from './words/languages.ts';

const WORDS = anyWord(({ totals }) => totals);
const PERIOD = `(?:(?:${plainMonths}|[qhts][1-4]|(?:mois|month|monat) \\d\\d?)(?:(?: de)? \\d{2,4})?|20\\d\\d(?: \\d\\d)?)`;
const OF = '(?:for|of|in|pour|de|du|en|au|d|l|fur|im|del|para|per|di|voor|van|do|da)';
/** A word of sums: alone, or with the month or year that they are of. */
const TOTALS = new RegExp(
	`^(?:(?:${WORDS})(?: ${OF}){0,2}(?: ${PERIOD})?|${PERIOD} (?:${WORDS}))$`
);
const BEFORE = new RegExp(`^(?:${WORDS}) (?:${OF} )?`);
const AFTER = new RegExp(` (?:${WORDS}|ergebnis)$`);

const ALONE = new RegExp(`^${PERIOD}$`);
/** Words for all of something, which name a sum where others name a part. */
const ALL = /^(?:all|tous|toutes|tout|alle|todos|todas|tutti|tutte|tot)$/;

/** `Total: 12`, `Total : 1 204` */
const BEHIND = /:[\d.,' \u00a0\u202f]+$/;

/** Whether a cell says that its line holds sums. */
export function isTotal(cell: string): boolean {
	return cell.length < 40 && TOTALS.test(plainWord(cell.replace(BEHIND, '')));
}

/** Whether a cell is a month, a quarter or a year, and no day. */
export function isPeriod(cell: string): boolean {
	return cell.length < 30 && ALONE.test(plainWord(cell));
}

/** Whether a cell names all of what other rows name a part of. */
export function namesAll(cell: string): boolean {
	return isTotal(cell) || (cell.length < 12 && ALL.test(plainWord(cell)));
}

/** What a cell says that its line sums up: `facebook` of "Total Facebook" and of "Facebook Total"; null for no sum. */
export function sumOf(cell: string): string | null {
	if (cell.length > 80) return null;
	const text = plainWord(cell);
	for (const word of [BEFORE, AFTER]) {
		const of = text.replace(word, '');
		if (of !== text && of !== '') return of;
	}
	return null;
}

const HEADED = new RegExp(`^(?:${WORDS}) ?:`);

/** Whether a cell says what sum its line is, as ad platforms do: `Total: account`. */
export function isHeadedTotal(cell: string): boolean {
	const [head, rest] = cell.split(':', 2);
	return cell.length < 60 && rest !== undefined && HEADED.test(`${plainWord(head ?? '')}:`);
}

/** Whether a row is a line of sums, which spreadsheets put below a table. */
export function isTotalRow(row: readonly string[]): boolean {
	return isTotal(row.find((cell) => cell.trim() !== '') ?? '');
}

/**
 * Refuses a row, unless it is one that is rightly left out: blank, or a line of totals.
 *
 * @param also what else is wrong with it
 */
export function refuse(
	row: readonly string[],
	code: RejectCode,
	...also: readonly RejectCode[]
): RowReading {
	const first = row.find((cell) => cell.trim() !== '');
	if (first === undefined) return { skip: 'blank' };
	// the line beneath the header of a table in Markdown
	if (row.every((cell) => /^:?-*:?$/.test(cell.trim()))) return { skip: 'blank' };
	if (isTotal(first)) return { skip: 'totals' };
	return { reject: code, ...(also.length > 0 && { also }) };
}
