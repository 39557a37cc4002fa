import type { DayOrder } from '#lib/csv/instants/date-order.ts';
import { dateScan, instants, type DateColumn } from '#lib/csv/instants/dates.ts';
import { readRows } from '#lib/csv/read-rows.ts';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { survey } from '#lib/csv/survey.ts';
import { Trouble } from '#lib/trouble.ts';

/** What a table of notes says, and the rows that say nothing: without a day, or without a text. */
export type AnnotationTable = { notes: { date: string; text: string }[]; rejected: number[] };

/** Beyond these a file is no list of notes. */
const MOST_ROWS = 5000;

/** Of a column's cells so many are days, where it is the column of days. */
const MOSTLY = 0.5;

const TEXT =
	/^(text|texte|note|notes|annotation|event|[ée]v[ée]nement|what|quoi|description|title|titre|comment|commentaire)$/i;

/**
 * Reads a table of dated notes, in any of the ways in which tables are written: one column holds days,
 * another what happened. A first row that names the columns is not needed.
 *
 * @param order of day and month, where nothing in the file tells
 * @throws {Trouble} noNotes where no column holds days or none a text; datesAmbiguous
 */
export async function readAnnotations(
	name: string,
	bytes: Uint8Array | string,
	order: DayOrder | null = null
): Promise<AnnotationTable> {
	const source = bytesInMemory(name, bytes);
	const sheet = await survey(source);
	const table = sheet.tables[0];
	if (!table) throw new Trouble('noNotes');
	const rows: { at: number; cells: string[] }[] = [];
	for await (const batch of readRows(source, sheet, table))
		for (const [i, cells] of batch.rows.entries())
			if (rows.length < MOST_ROWS && cells.some((cell) => cell.trim() !== ''))
				rows.push({ at: batch.first + i, cells });

	const day = dayColumn(table.header.length, rows);
	const text = textColumn(table.header, rows, day?.at);
	if (!day || text === null) throw new Trouble('noNotes');
	const { ambiguous, example } = day.column;
	if (ambiguous && order === null)
		throw new Trouble('datesAmbiguous', { column: table.header[day.at]!, example: example ?? '' });

	const read = instants({ ...day.column, ...(ambiguous && order && { order }) }, 'UTC');
	const annotations: AnnotationTable = { notes: [], rejected: [] };
	for (const { at, cells } of rows) {
		const instant = read(cells[day.at]?.trim() ?? '');
		const said = cells[text]?.trim() ?? '';
		if (instant === null || said === '') annotations.rejected.push(at);
		else annotations.notes.push({ date: new Date(instant).toISOString().slice(0, 10), text: said });
	}
	return annotations;
}

function dayColumn(
	columns: number,
	rows: readonly { cells: string[] }[]
): { at: number; column: DateColumn } | null {
	for (let at = 0; at < columns; at++) {
		const scan = dateScan();
		for (const { cells } of rows) scan.observe(cells[at]?.trim() ?? '');
		const column = scan.decide();
		const read = column.cells - column.unreadable;
		if (!column.serial && read > 0 && read >= column.cells * MOSTLY) return { at, column };
	}
	return null;
}

/** The column that is called so, else the one with the longest texts. */
function textColumn(
	header: readonly string[],
	rows: readonly { cells: string[] }[],
	day: number | undefined
): number | null {
	const others = header.flatMap((_, at) => (at === day ? [] : [at]));
	const named = others.find((at) => TEXT.test(header[at]!.trim()));
	if (named !== undefined) return named;
	const length = (at: number) => rows.reduce((sum, { cells }) => sum + (cells[at]?.length ?? 0), 0);
	return others.sort((a, b) => length(b) - length(a))[0] ?? null;
}
