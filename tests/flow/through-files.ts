import Papa from 'papaparse';
import { DAY } from '#lib/duration.ts';
import { minorUnits } from '#lib/minor-units.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { reportFile } from '#lib/server/report/files.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import { figuresOf } from '#lib/server/report/facts.ts';
import { isWords, type ColumnHead, type Table } from '#lib/columns/table.ts';
import { readWorkbook } from './workbook.ts';

/** The same table as its file is read by a spreadsheet. */
export function throughCsv(table: Table): Table {
	const file = writeCsv([{ table }], [], dialectOf('en', { bom: false }));
	const [, ...lines] = Papa.parse<string[]>(file.trimEnd()).data;
	return {
		columns: table.columns,
		rows: lines.map((line) => line.map((cell, i) => readBack(cell, table.columns[i]!, line)))
	};
}

/** Sheets of a report, as a spreadsheet opens them; the same number of them as figures, in their order. */
export async function throughWorkbook(report: Snapshot): Promise<[string, Table][]> {
	const { content } = await reportFile(report, 'xlsx');
	const [, ...sheets] = [...readWorkbook(content as Uint8Array).values()];
	return figuresOf(report).map(({ id, table: { columns } }, sheet) => [
		id,
		{
			columns,
			rows: sheets[sheet]!.slice(1).map((row) =>
				columns.map((column, i) => (row[i] == null ? null : fromSheet(row[i], column)))
			)
		}
	]);
}

/** Between 1900, from which spreadsheets count days, and 1970. */
const DAYS_BEFORE = 25_569;

/** The same of a sheet, in which months and days are dates. */
function fromSheet(cell: string | number, column: ColumnHead) {
	if (column.kind !== 'month' && column.kind !== 'day') return readBack(String(cell), column, []);
	const date = new Date((Number(cell) - DAYS_BEFORE) * DAY).toISOString();
	return date.slice(0, column.kind === 'month' ? 7 : 10);
}

/** What a cell of a file says, in the units of the figure. */
function readBack(cell: string, column: ColumnHead, line: readonly string[]) {
	const { kind, currency, currencyAt } = column;
	if (cell === '') return null;
	if (isWords(kind) || kind === 'instant' || kind === 'name') return cell.replace(/^'/, '');
	const own = currencyAt === undefined ? currency : line[currencyAt];
	return kind === 'money' ? Math.round(Number(cell) * minorUnits(own!)) : Number(cell);
}
