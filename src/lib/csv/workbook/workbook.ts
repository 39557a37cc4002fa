import type { CellValue } from 'hucre';
import { readXls, readXlsb, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { DAY } from '#lib/duration.ts';
import { plainText } from '../../plain-text.ts';
import { Trouble } from '../../trouble.ts';
import { roomOf, type Room } from './room.ts';
import { odsContent, odsRows, odsSheets } from './ods.ts';
import { readAll } from '../read-all.ts';
import type { BookFormat, ByteSource } from '../sheet.ts';

/** A workbook is held in memory as it lies on the disk: a million rows have a fifth of this. */
const MOST_BYTES = 256 * 2 ** 20;

/** A row of a sheet: its number as a spreadsheet shows it, and its cells as text. */
export type BookRow = { row: number; cells: string[] };

export type BookSheet = { name: string; rows(): AsyncIterable<BookRow> };

/**
 * Opens a workbook: its sheets in order, rows on demand. Rows without a cell are left out, cells
 * after the last that is filled are too. Dates are written as they stand there, without a zone.
 *
 * @throws {Trouble} fileSpreadsheet for one that is damaged or has a password, fileTooLarge, zipTooLarge,
 * tooManySheets
 */
export async function openBook(source: ByteSource, format: BookFormat): Promise<BookSheet[]> {
	const bytes = await readAll(source, MOST_BYTES);
	if (format === 'xlsx') return openXlsx(bytes, source.name, roomOf(bytes, source.name));
	if (format === 'ods') return openOds(bytes, source.name, roomOf(bytes, source.name));
	if (format === 'xlsb') roomOf(bytes, source.name);

	const read = { xls: readXls, xlsb: readXlsb }[format];
	const { sheets } = await withTrouble(source.name, read(bytes));
	return sheets.map(({ name, rows }) => ({
		name,
		async *rows() {
			for (const [i, values] of rows.entries()) {
				const cells = textsOf(values);
				if (cells.length > 0) yield { row: i + 1, cells };
			}
		}
	}));
}

async function openXlsx(bytes: Uint8Array, file: string, room: Room): Promise<BookSheet[]> {
	const names: string[] = [];
	// asks for each sheet whether it is wanted, before it is expanded
	const sheets = ({ name }: { name: string }) => names.push(name) < 0;
	await withTrouble(file, readXlsx(bytes, { sheets }));
	room.sheets(names.length, 'words');

	return names.map((name, sheet) => ({
		name,
		async *rows() {
			const rows = streamXlsxRows(bytes, { sheet });
			try {
				for (;;) {
					const { done, value } = await withTrouble(file, rows.next());
					if (done) return;
					// a cell in the last column makes thousands of holes
					room.cells(value.values.length - filled(value.values));
					const cells = textsOf(value.values);
					if (cells.length > 0) yield { row: value.index + 1, cells };
				}
			} finally {
				// whoever has seen enough: it would read on to the end, and keep all of it
				await rows.return(undefined);
			}
		}
	}));
}

/** The rows of a sheet are read as its content is expanded. */
async function openOds(bytes: Uint8Array, file: string, room: Room): Promise<BookSheet[]> {
	const names = await withTrouble(
		file,
		Promise.resolve().then(() => odsSheets(odsContent(bytes)))
	);
	if (!names) throw new Trouble('fileSpreadsheet', { file, reason: '' });
	room.sheets(names.length, 'rows');
	return names.map((name, sheet) => ({
		name,
		async *rows() {
			const rows = odsRows(odsContent(bytes), sheet, room);
			for (;;) {
				const { done, value } = await withTrouble(
					file,
					Promise.resolve().then(() => rows.next())
				);
				if (done) return;
				yield value;
			}
		}
	}));
}

/** What the reader of workbooks says, its failures in our words. */
async function withTrouble<Result>(file: string, result: Promise<Result>): Promise<Result> {
	try {
		return await result;
	} catch (error) {
		if (error instanceof Trouble) throw error;
		const reason = error instanceof Error ? error.message : '';
		throw new Trouble('fileSpreadsheet', { file, reason });
	}
}

/** How many of a row's cells hold something. */
function filled(values: readonly CellValue[]): number {
	let n = 0;
	for (const value of values) if (value !== null && value !== undefined) n++;
	return n;
}

/** Cells as text, without the empty ones at the end. */
function textsOf(values: readonly CellValue[]): string[] {
	const cells = values.map(textOf);
	let length = cells.length;
	while (length > 0 && cells[length - 1]!.trim() === '') length--;
	return cells.slice(0, length);
}

/** The day that a time of day alone stands on, as spreadsheets count from it. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

function textOf(value: CellValue): string {
	if (value === null || value === undefined) return '';
	if (!(value instanceof Date)) return plainText(String(value));
	// a serial number is a fraction of a day: its last digit may miss the second by a hair
	const ms = Math.round(value.getTime() / 1000) * 1000;
	const exact = Math.abs(ms - value.getTime()) < 5 ? ms : value.getTime();
	const iso = new Date(exact).toISOString().replace('Z', '').replace('.000', '');
	if (exact >= DAY_ZERO && exact < DAY_ZERO + DAY) return iso.slice(11);
	return exact % DAY === 0 ? iso.slice(0, 10) : iso.replace('T', ' ');
}
