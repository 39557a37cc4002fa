import type { RowReading, RejectCode } from './facts.ts';
import { plainWord, wholeWord } from './words/languages.ts';

const TOTALS = wholeWord(({ totals }) => totals);

/** `Total: 12`, `Total : 1 204` */
const BEHIND = /:[\d.,' \u00a0\u202f]+$/;

/** Whether a cell says that its line holds sums. */
export function isTotal(cell: string): boolean {
	return cell.length < 40 && TOTALS.test(plainWord(cell.replace(BEHIND, '')));
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
