import { readRows } from './read-rows.ts';
import type { Sheet, ByteSource } from './sheet.ts';

/**
 * The rows of one table of a file as they are read, its header first: what other readers of CSV
 * would print. A table whose first line is a row already has no header; one whose header has
 * several lines has their words joined by spaces. Where a header comes again further down, or one
 * that begins alike, another table begins.
 *
 * @param n the table, counted from 1
 * @returns how many tables there are, once all are read
 */
export async function* tableRows(
	source: ByteSource,
	sheet: Sheet,
	n: number
): AsyncGenerator<string[], number> {
	let at = 0;
	for (const table of sheet.tables) {
		at++;
		let header: string[] | null = table.header.every((name, i) => name === `#${i + 1}`)
			? null
			: table.header;
		let lines: string[][] | null = header && [header];
		for await (const { rows } of readRows(source, sheet, table)) {
			for (const row of rows) {
				const isHeader = header !== null && isHeaderLike(row, header);
				if (isHeader && lines) {
					lines.push(row);
					continue;
				}
				if (lines) {
					if (at === n) yield joined(lines);
					lines = null;
				}
				if (isHeader) {
					at++;
					header = row;
					lines = [row];
				} else if (at === n) yield row;
			}
		}
		if (lines && at === n) yield joined(lines);
	}
	return at;
}

/** Whether a row is a header once more, or that of another table that begins with the same names. */
function isHeaderLike(row: readonly string[], header: readonly string[]): boolean {
	const least = Math.max(2, Math.ceil(header.length * 0.6));
	const shared = Math.min(row.length, header.length);
	if (shared < least) return false;
	for (let i = 0; i < shared; i++) if (row[i]!.trim() !== header[i]) return false;
	// a row that repeats the first names and goes on with values is none
	return row.length <= header.length * 1.5;
}

function joined(lines: string[][]): string[] {
	return lines[0]!.map((name, i) =>
		lines
			.map((line, at) => (at === 0 ? name : (line[i]?.trim() ?? '')))
			.join(' ')
			.trim()
	);
}

/** A row as a line of CSV, without its line end: commas, and quotes only where they are needed. */
export function csvLine(cells: readonly string[]): string {
	return cells
		.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
		.join(',');
}
