import { asText } from '#lib/formula.ts';
import { minorUnits } from '#lib/minor-units.ts';
import { languageOf } from '#lib/messages/languages/language.ts';
import { plainText } from '#lib/plain-text.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { Cell, Facts, ColumnHead, Table } from '#lib/columns/table.ts';

/** How a spreadsheet takes a file by a double click. */
export type SpreadsheetDialect = {
	delimiter: ',' | ';' | '\t';
	decimal: '.' | ',';
	/** without it Excel takes UTF-8 for Windows-1252 */
	bom: boolean;
};

/** What a double click wants in that language, but for what was asked for. */
export function dialectOf(
	locale: Locale,
	asked: Partial<SpreadsheetDialect> = {}
): SpreadsheetDialect {
	return { ...languageOf(locale).spreadsheet, bom: true, ...asked };
}

const BOM = '\ufeff';

/** More digits than any interval allows, and none that only the binary form has. */
function plain(value: number): string {
	return String(Number(value.toPrecision(12)));
}

/** What an amount is in: what its row says, where that differs, else its column. */
function currencyOf({ currency, currencyAt }: ColumnHead, row: readonly Cell[]): string {
	const own = currencyAt === undefined ? null : row[currencyAt];
	return String(own ?? currency ?? 'EUR');
}

/**
 * Writes tables as a file that a double click opens rightly: facts first, then each table below an
 * empty line, under its name where it has one. Rates are 0..1, money in units, instants ISO 8601 in
 * UTC, decimals as the dialect writes them, no thousands separators.
 *
 * @example writeCsv([{ table }], [], dialectOf('fr')) // => BOM + 'Thème;Taux\r\nIA;0,5\r\n'
 */
export function writeCsv(
	tables: readonly { name?: string; table: Table }[],
	facts: Facts,
	{ delimiter, decimal, bom }: SpreadsheetDialect
): string {
	function cell(value: Cell, column?: ColumnHead, row: readonly Cell[] = []): string {
		if (value === null) return '';
		if (typeof value === 'number') return number(value, column, row);
		const harmless = asText(plainText(value));
		return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
	}

	function number(value: number, column: ColumnHead | undefined, row: readonly Cell[]): string {
		if (column?.kind === 'instant') return new Date(value).toISOString();
		const amount = column?.kind === 'money' ? value / minorUnits(currencyOf(column, row)) : value;
		return plain(amount).replace('.', decimal);
	}

	const blocks = [
		...(facts.length ? [facts.map((line) => line.map((text) => cell(text)))] : []),
		...tables.map(({ name, table: { columns, rows } }) => [
			...(name === undefined ? [] : [[cell(name)]]),
			columns.map(({ head }) => cell(head)),
			...rows.map((row) => row.map((value, i) => cell(value, columns[i], row)))
		])
	];
	const lines = blocks.flatMap((block, i) => (i ? [[], ...block] : block));
	return (bom ? BOM : '') + lines.map((line) => `${line.join(delimiter)}\r\n`).join('');
}
