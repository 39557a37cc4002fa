import { readRows } from '#lib/csv/read-rows.ts';
import type { Batch, ByteSource, Sheet, SheetTable } from '#lib/csv/sheet.ts';
import type { RowReading } from '#lib/providers/facts.ts';
import type { RoleColumns } from '#lib/providers/recogniser.ts';

/** Rows of one table, with what is known of the end of the file as soon as they are the last. */
export type EndedBatch = Batch & {
	/** the last of these rows ends within itself: the file was cut there */
	isCut: boolean;
	/** bytes of the file that were read so far */
	read: number;
};

/**
 * Reads the rows of a table to its end. All rows of most exports are complete; where the very last has fewer
 * cells than any before it, no line end, and lacks what is read of a row or ends with it, the file was cut.
 *
 * @param columns that are read
 */
export async function* rowsToEnd(
	source: ByteSource,
	sheet: Sheet,
	table: SheetTable,
	columns: RoleColumns
): AsyncGenerator<EndedBatch> {
	const needs = Math.max(...Object.values(columns)) + 1;
	const end = endOf(source);
	const isText = sheet.format === undefined && table.endRow === null;
	let fewest = Infinity;
	for await (const [batch, isLast] of withLast(readRows(end.source, sheet, table))) {
		const { rows } = batch;
		const before = isLast ? rows.length - 1 : rows.length;
		for (let i = 0; i < before; i++) fewest = Math.min(fewest, rows[i]!.length);
		const cells = rows.at(-1)?.length ?? Infinity;
		const isShort = cells < fewest && cells <= needs && needs <= fewest && fewest < Infinity;
		yield { ...batch, isCut: isText && isLast && isShort && end.isOpen(), read: end.read() };
	}
}

/** What a row of a batch says; of one that the file was cut in nothing is sure. What is no row stays none. */
export function readingIn(
	{ rows, isCut }: EndedBatch,
	place: number,
	readRow: (cells: string[]) => RowReading
): RowReading {
	const reading = readRow(rows[place]!);
	const isWhole = !isCut || place < rows.length - 1;
	return isWhole || 'skip' in reading ? reading : { reject: 'cutOff' };
}

/** Batches, the last of them known as such. */
async function* withLast<Item>(items: AsyncIterable<Item>): AsyncGenerator<[Item, boolean]> {
	let held: { item: Item } | null = null;
	for await (const item of items) {
		if (held) yield [held.item, false];
		held = { item };
	}
	if (held) yield [held.item, true];
}

/** The same file, which remembers the byte that it ended with, and how many there were. */
function endOf(source: ByteSource) {
	let byte = 0;
	let read = 0;
	async function* open() {
		for await (const chunk of source.open()) {
			byte = chunk.at(-1) ?? byte;
			read += chunk.length;
			yield chunk;
		}
	}
	// a line feed of UTF-16 ends in a zero
	return {
		source: { ...source, open },
		isOpen: () => ![0, 10, 13].includes(byte),
		read: () => read
	};
}
