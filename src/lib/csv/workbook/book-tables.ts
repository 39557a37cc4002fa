import { readLayout } from '../layout.ts';
import type { Batch, BookFormat, SaidLayout, Sheet, ByteSource, SheetTable } from '../sheet.ts';
import { openBook, type BookRow, type BookSheet } from './workbook.ts';

/** Rows of each sheet that are looked at to find its tables. */
const LOOKED_AT = 500;

/** Rows that are handed on at once. */
const BATCH = 2000;

/** First bytes of a zip, and of what Excel wrote until 2003 (or writes with a password). */
const ZIP = [0x50, 0x4b, 3, 4];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** What sort of workbook bytes are the beginning of; null for any other file. */
export function bookFormat(head: Uint8Array): BookFormat | null {
	const starts = (magic: number[]) => magic.every((byte, i) => head[i] === byte);
	if (starts(COMPOUND)) return 'xls';
	if (!starts(ZIP)) return null;
	const start = new TextDecoder('latin1').decode(head.subarray(0, 8192));
	const opendocument = /mimetypeapplication\/([\w.+-]+)/.exec(start)?.[1];
	if (opendocument) return /opendocument\.spreadsheet/.test(opendocument) ? 'ods' : null;
	if (/^PK.{28}(mimetype|content\.xml)/s.test(start)) return 'ods';
	if (/xl\/\w+\.bin/.test(start)) return 'xlsb';
	// letters and slides are such zips too
	if (/(word|ppt)\/\w+\.xml/.test(start)) return null;
	return /\[Content_Types\]\.xml|xl\/\w/.test(start) ? 'xlsx' : null;
}

/**
 * Finds the tables of a workbook: those of each sheet, whose name they have where there are several.
 *
 * @throws {Trouble} fileSpreadsheet, fileTooLarge, zipTooLarge
 */
export async function surveyBook(
	source: ByteSource,
	format: BookFormat,
	said: SaidLayout = {}
): Promise<Sheet> {
	const labels: Sheet['labels'] = [];
	const bySheet: SheetTable[][] = [];
	for (const [index, sheet] of (await openBook(source, format)).entries()) {
		if (said.sheet !== undefined && said.sheet !== index) continue;
		const layout = readLayout(await firstRecords(sheet), said.headerRow);
		labels.push(...layout.labels);
		// what stands above the rows of one sheet says nothing of the next
		const own = layout.labels.length > 0 ? { labels: layout.labels } : {};
		const at = { sheet: { index, name: sheet.name } };
		bySheet.push(layout.tables.map((table) => ({ ...own, ...table, ...at })));
	}
	const filled = bySheet.filter((tables) => tables.length > 0);
	const tables = filled.flatMap((tables) =>
		filled.length === 1
			? tables
			: tables.map((table) => ({ ...table, title: table.title ?? table.sheet!.name }))
	);
	return { format, encoding: 'utf-8', delimiter: '', newline: '\n', labels, tables };
}

/** The first rows of a sheet as records, so that the record at `i` is row `i + 1`. */
async function firstRecords(sheet: BookSheet): Promise<string[][]> {
	const records: string[][] = [];
	for await (const { row, cells } of sheet.rows()) {
		if (row > LOOKED_AT) break;
		while (records.length < row - 1) records.push(['']);
		records.push(cells);
	}
	return records;
}

/** The rows of one table of a workbook, each at least as long as the header. */
export async function* bookRows(
	source: ByteSource,
	format: BookFormat,
	{ sheet, header, headerRow, endRow }: SheetTable
): AsyncIterable<Batch> {
	const book = await openBook(source, format);
	let batch: BookRow[] = [];
	for await (const row of book[sheet?.index ?? 0]?.rows() ?? []) {
		if (endRow !== null && row.row >= endRow) break;
		if (row.row <= headerRow) continue;
		const follows = batch.length === 0 || batch.at(-1)!.row + 1 === row.row;
		if (!follows || batch.length === BATCH) {
			yield batchOf(batch);
			batch = [];
		}
		while (row.cells.length < header.length) row.cells.push('');
		batch.push(row);
	}
	if (batch.length > 0) yield batchOf(batch);
}

function batchOf(rows: BookRow[]): Batch {
	return { first: rows[0]!.row, rows: rows.map(({ cells }) => cells), faults: 0 };
}
