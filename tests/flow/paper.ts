import { getDocumentProxy } from 'unpdf';
import { cellWords, headWords } from '#lib/columns/cell-words.ts';
import { createFormats, type Formats } from '#lib/messages/format.ts';
import { reportFile } from '#lib/server/report/files.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import { figuresOf } from '#lib/server/report/facts.ts';
import { printable } from '#lib/server/report/draw/printable.ts';
import { isWords, type Cell, type Table } from '#lib/columns/table.ts';
import { readShown, type Shown } from './shown.ts';

/** The runs of text of a PDF in the order in which they are drawn, without spaces. */
export async function textOf(pdf: Uint8Array): Promise<string[]> {
	const document = await getDocumentProxy(new Uint8Array(pdf));
	const runs: string[] = [];
	for (let n = 1; n <= document.numPages; n++) {
		const { items } = await (await document.getPage(n)).getTextContent();
		for (const item of items) if ('str' in item && item.str.trim()) runs.push(bare(item.str));
	}
	await document.loadingTask.destroy();
	return runs;
}

/** Text without what the breaking of lines does to it. */
export const bare = (text: string) => text.replace(/[\s\u00ad]/g, '');

/** A table as paper shows it: numbers are as exact as they are written. */
export type Printed = { table: Table; shown: (Shown | null)[][] };

/**
 * Tables of a report as its PDF shows them, by the ids of their figures. A row is found by its words, and
 * its numbers are read from what stands behind them.
 *
 * @throws {RangeError} where a row of the report is not on paper
 */
export async function throughPaper(report: Snapshot): Promise<[string, Printed][]> {
	const { content } = await reportFile(report, 'pdf');
	const runs = await textOf(content as Uint8Array);
	const formats = createFormats(report.locale, report.publication.zone);
	let from = 0;
	return figuresOf(report).map(({ id, table, shown: places, most }): [string, Printed] => {
		const columns = places.map((place) => table.columns[place]!);
		const heads = columns.map((column) => ({
			head: '',
			kind: 'text' as const,
			cell: headWords(column)
		}));
		const headed = { columns: heads, cells: heads.map(({ cell }) => cell), formats };
		// rows of numbers alone are told by standing below their heads
		from = rowFrom(runs, from, headed)?.end ?? from;
		const read = table.rows.slice(0, most ?? undefined).map((row) => {
			const cells = places.map((place) => row[place] ?? null);
			const reached = rowFrom(runs, from, { columns, cells, formats });
			if (!reached) throw new RangeError(`${id} on paper without ${JSON.stringify(cells)}`);
			from = reached.end;
			return reached.cells;
		});
		return [
			id,
			{
				table: {
					columns,
					rows: read.map((cells) => cells.map((cell) => (isShown(cell) ? cell.value : cell)))
				},
				shown: read.map((cells) => cells.map((cell) => (isShown(cell) ? cell : null)))
			}
		];
	});
}

type Sought = { columns: Table['columns']; cells: readonly Cell[]; formats: Formats };
type Read = (Cell | Shown)[];
const isShown = (cell: Cell | Shown): cell is Shown => typeof cell === 'object' && cell !== null;

/** The next row of these words, with the numbers that stand there, whatever they should be. */
function rowFrom(
	runs: readonly string[],
	from: number,
	sought: Sought
): { cells: Read; end: number } | null {
	for (let start = from; start < runs.length; start++) {
		const read = rowAt(runs, start, sought);
		if (read) return read;
	}
	return null;
}

function rowAt(
	runs: readonly string[],
	start: number,
	{ columns, cells, formats }: Sought
): { cells: Read; end: number } | null {
	let at = start;
	const read: Read = [];
	for (const [i, { kind, currency }] of columns.entries()) {
		const cell = cells[i]!;
		// what a row begins with names it
		if (i > 0 && !isWords(kind) && kind !== 'name' && kind !== 'instant') {
			const number = readShown(runs[at] ?? '', kind, currency);
			if (number === undefined) return null;
			read.push(number);
			at++;
			continue;
		}
		// words and days are what the row is known by
		const words = bare(printable(cell === null ? '–' : cellWords(cell, columns[i]!, formats)));
		let joined = '';
		while (joined.length < words.length && at < runs.length) joined += runs[at++];
		if (joined !== words) return null;
		read.push(cell);
	}
	return { cells: read, end: at };
}
