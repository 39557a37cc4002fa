import { bookRows } from './workbook/book-tables.ts';
import { decoder } from './bytes/decode.ts';
import { sepLineLength, splitSepLine } from './dialect.ts';
import { expanded } from './bytes/gzip.ts';
import { jsonTableRows } from './json-table.ts';
import { isBlankLine } from './layout.ts';
import { recordFeed } from './records.ts';
import type { Batch, Sheet, ByteSource, SheetTable } from './sheet.ts';

/**
 * Reads the rows of one table, in file order and bounded memory. Cells are as written; rows may be
 * shorter or longer than the header; lines without anything on them are left out. The rows of a
 * batch follow each other, so that row `i` of it is row `first + i` of the file.
 *
 * @throws {Trouble} recordTooLong for a line of more than 1 MiB; what `survey` throws of workbooks and gzips
 */
export function readRows(given: ByteSource, sheet: Sheet, table: SheetTable): AsyncIterable<Batch> {
	const source = expanded(given);
	if (sheet.format === 'json') return jsonTableRows(source, sheet, table);
	if (sheet.format) return bookRows(source, sheet.format, table);
	return textRows(source, sheet, table);
}

async function* textRows(
	source: ByteSource,
	sheet: Sheet,
	table: SheetTable
): AsyncIterable<Batch> {
	const decode = decoder(sheet.encoding);
	const feed = recordFeed(sheet, table.header.length);
	const end = table.endRow ?? Infinity;
	let row = 0;
	let faults = 0;

	function* batches(records: string[][]): Iterable<Batch> {
		const newFaults = decode.faults() - faults;
		faults += newFaults;
		const skipped = Math.max(0, table.headerRow - row);
		const first = row + 1;
		row += records.length;

		let from = skipped;
		const to = Math.min(records.length, end - first);
		for (let at = from; at <= to; at++) {
			if (at < to && !isBlankLine(records[at]!)) continue;
			if (at > from) {
				const rows = from === 0 && at === records.length ? records : records.slice(from, at);
				yield { first: first + from, rows, faults: newFaults };
			}
			from = at + 1;
		}
	}

	for await (const text of fromFirstRow(source, decode.write, decode.end)) {
		yield* batches(feed.push(text));
		if (row + 1 >= end) return;
	}
	yield* batches(feed.end());
}

/** The text of a file in pieces, without a first line `sep=;`. */
async function* fromFirstRow(
	source: ByteSource,
	write: (bytes: Uint8Array) => string,
	end: () => string
): AsyncIterable<string> {
	let start: string | null = '';

	for await (const chunk of source.open()) {
		const text = write(chunk);
		if (start === null) {
			yield text;
			continue;
		}
		start += text;
		if (start.length < sepLineLength) continue;
		yield splitSepLine(start).text;
		start = null;
	}
	yield start === null ? end() : splitSepLine(start + end()).text;
}
