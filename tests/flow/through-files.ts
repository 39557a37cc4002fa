import Papa from 'papaparse';
import { minorUnits } from '#lib/minor-units.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { reportFile } from '#lib/server/report/files.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import { figuresOf } from '#lib/server/report/facts.ts';
import type { Table } from '#lib/columns/table.ts';
import { readWorkbook } from './workbook.ts';

/** The same table as its file is read by a spreadsheet. */
export function throughCsv(table: Table): Table {
	const file = writeCsv([{ table }], [], dialectOf('en', { bom: false }));
	const [, ...lines] = Papa.parse<string[]>(file.trimEnd()).data;
	return {
		columns: table.columns,
		rows: lines.map((line) => line.map((cell, i) => readBack(cell, table.columns[i]!)))
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
				columns.map((column, i) => (row[i] == null ? null : readBack(String(row[i]), column)))
			)
		}
	]);
}

/** What a cell of a file says, in the units of the figure. */
function readBack(cell: string, { kind, currency }: Table['columns'][number]) {
	if (cell === '') return null;
	if (kind === 'text' || kind === 'instant' || kind === 'name' || kind === 'month')
		return cell.replace(/^'/, '');
	return kind === 'money' ? Math.round(Number(cell) * minorUnits(currency!)) : Number(cell);
}
