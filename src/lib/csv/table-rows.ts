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
		const tables = headerTracker(table.header, ++at);
		const wanted = (rows: TableRow[]) => rows.flatMap(([of, line]) => (of === n ? [line] : []));
		for await (const { rows } of readRows(source, sheet, table))
			for (const row of rows) yield* wanted(tables.next(row));
		yield* wanted(tables.end());
		at = tables.count();
	}
	return at;
}

/** A row, and the table that it is of. */
type TableRow = [table: number, row: string[]];

/** Follows the rows of one table, in which others may begin: a header that comes again begins one. */
function headerTracker(names: string[], first: number) {
	let at = first;
	let header = names.every((name, i) => name === `#${i + 1}`) ? null : names;
	// the lines of a header that may go on
	let lines: string[][] | null = header && [header];

	function end(): TableRow[] {
		const rows: TableRow[] = lines ? [[at, joined(lines)]] : [];
		lines = null;
		return rows;
	}

	function next(row: string[]): TableRow[] {
		if (header === null || !isHeaderLike(row, header)) return [...end(), [at, row]];
		if (lines) {
			lines.push(row);
			return [];
		}
		at++;
		header = row;
		lines = [row];
		return [];
	}

	return { next, end, count: () => at };
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
