import type { Locale } from '#lib/locales.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { PastedLine } from './pasted-lines.ts';
import type { MoneyKind } from '#lib/money-kinds.ts';

/** The columns that rows without a head are taken to have, in this order, parted by commas. */
export function pastedColumns(kind: MoneyKind, locale: Locale): string {
	return m[`ledger.paste.columns.${kind}`]({}, { locale });
}

/** Separators, the surest first: a spreadsheet's clipboard holds tabs. */
const separators = ['\t', ';', ','] as const;

/**
 * Rows that somebody copied from a spreadsheet, as a file that is imported like any other: a first
 * line without a digit is its head, else it is given one.
 *
 * @example pastedFile('placement', 'Acme\t12\t300', 'en').split('\n')[0] // => 'Sponsor\tIssue\tFee'
 */
export function pastedFile(kind: MoneyKind, text: string, locale: Locale): string {
	const rows = text.replaceAll('\r\n', '\n').replace(/^\n+|\n+$/g, '');
	const [first = ''] = rows.split('\n');
	if (!/\d/.test(first)) return `${rows}\n`;
	const separator = separators.find((one) => first.includes(one)) ?? '\t';
	const known = pastedColumns(kind, locale).split(', ');
	// cells beyond them are no part of it, which is said of a column that stands in the head
	// within quotes a separator is a part of its cell
	const lines = rows.includes('"') ? [first] : rows.split('\n');
	const widest = lines.reduce((most, row) => Math.max(most, row.split(separator).length), 0);
	const head = Array.from({ length: widest }, (_, place) => known[place] ?? `#${place + 1}`);
	return `${head.join(separator)}\n${rows}\n`;
}

/**
 * What pasted rows are called among files: by the day and minute there, as times are written beside it.
 *
 * @example pastedRowsName('spend', 0, 'Europe/Paris') // => 'pasted-spend-1970-01-01-01-00.csv'
 */
export function pastedRowsName(kind: MoneyKind, now: number, zone: string): string {
	// Swedish writes times as files sort them
	const format = new Intl.DateTimeFormat('sv', {
		dateStyle: 'short',
		timeStyle: 'short',
		timeZone: zone
	});
	return `pasted-${kind}-${format.format(now).replace(/[ :]/g, '-')}.csv`;
}

/** Whether what was typed begins with its own head: else rows are numbered from the first that was typed. */
export function hasOwnHead(text: string, file: string): boolean {
	return text.trim().startsWith(file.split('\n')[0]!);
}

/**
 * What stays to be mended of what was typed, once the rest is stored: the rows that were refused.
 *
 * @param file what was made of it, which is what rows are numbered by
 */
export function leftLines(
	text: string,
	file: string,
	{ lines, rejected }: { lines: readonly Pick<PastedLine, 'row' | 'why'>[]; rejected: number }
): string {
	const refused = lines.filter(({ why }) => why !== null);
	// a cell of several lines: rows are no lines; and of many rows not all are shown
	if (text.includes('"') || refused.length < rejected) return text;
	const written = file.split('\n');
	const left = refused.map(({ row }) => written[row - 1] ?? '');
	return [...(hasOwnHead(text, file) ? [written[0]!] : []), ...left].join('\n');
}
