import type { Locale } from '#lib/messages/compiled/runtime.js';

/** `null` is what is not known: an empty cell, never a zero. */
export type Cell = string | number | null;

export type Table = { columns: string[]; rows: Cell[][] };

/** What goes with a table so that its numbers can be read later: label and value, one a line. */
export type Facts = [label: string, value: string][];

/** How spreadsheets take a file by a double click in each language. */
const dialects: Record<Locale, { delimiter: string; decimal: string }> = {
	en: { delimiter: ',', decimal: '.' },
	fr: { delimiter: ';', decimal: ',' }
};

/** Without it Excel takes UTF-8 for Windows-1252. */
const BOM = '\ufeff';

/** Cells that a spreadsheet would run: titles come from outside. */
const FORMULA = /^[=+\-@\t\r]/;

/** More digits than any interval allows, and none that only the binary form has. */
function plain(value: number): string {
	return String(Number(value.toPrecision(12)));
}

/**
 * Writes a table as a file that a double click opens rightly: facts first, then an empty line, then
 * the columns. Rates are 0..1, decimals as the language writes them, no thousands separators.
 *
 * @example writeCsv({ columns: ['Thème', 'Taux'], rows: [['IA', 0.5]] }, [], 'fr')
 * // => BOM + 'Thème;Taux\r\nIA;0,5\r\n'
 */
export function writeCsv({ columns, rows }: Table, facts: Facts, locale: Locale): string {
	const { delimiter, decimal } = dialects[locale];

	function cell(value: Cell): string {
		if (value === null) return '';
		if (typeof value === 'number') return plain(value).replace('.', decimal);
		const harmless = FORMULA.test(value) ? `'${value}` : value;
		return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
	}

	const lines: Cell[][] = facts.length ? [...facts, []] : [];
	const all = [...lines, columns, ...rows];
	return BOM + all.map((line) => `${line.map(cell).join(delimiter)}\r\n`).join('');
}
