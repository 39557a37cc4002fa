import { Trouble } from '../trouble.ts';
import { decoder } from './bytes/decode.ts';
import { tellEncoding } from './bytes/encoding.ts';
import { jsonShape, recordCutter, rowsOf, type JsonShape } from './json-records.ts';
import { SAMPLE_ROWS } from './layout.ts';
import type { Encoding } from './encodings.ts';
import type { Batch, Sheet, ByteSource, SheetTable } from './sheet.ts';

/** More columns than any export has: keys are values there, such as addresses. */
const MOST_COLUMNS = 1000;

type Json = { encoding: Encoding; shape: JsonShape };

/** Whether a text begins like JSON: an array of objects, or an object. */
export function isJson(start: string): boolean {
	return /^\s*(\[\s*\{\s*["}]|\{\s*")/.test(start);
}

/**
 * Finds the table of a JSON or NDJSON file. The whole file is read, so that a key which only a late
 * record has is a column too. Records are rows from 1; there is no row of headers.
 *
 * @throws {Trouble} fileNotTable, jsonUnreadable
 */
export async function surveyJson(
	source: ByteSource,
	head: Uint8Array,
	whole: boolean
): Promise<Sheet> {
	const encoding = tellEncoding(head, whole);
	const shape = jsonShape(decoder(encoding).write(head));
	if (!shape) throw new Trouble('fileNotTable', { file: source.name });

	const columns = new Set<string>();
	const first: Map<string, string>[] = [];
	for await (const records of recordsOf(source, { encoding, shape })) {
		for (const cells of records) {
			for (const column of cells.keys()) columns.add(column);
			if (first.length < SAMPLE_ROWS) first.push(cells);
		}
		if (columns.size > MOST_COLUMNS) throw new Trouble('fileNotTable', { file: source.name });
	}
	if (first.length === 0) throw new Trouble('fileNotTable', { file: source.name });

	const header = [...columns];
	const table: SheetTable = {
		title: null,
		header,
		headerRow: 0,
		endRow: null,
		sample: first.map((cells) => rowOf(cells, header))
	};
	return {
		format: 'json',
		json: shape,
		encoding,
		delimiter: '',
		newline: '\n',
		labels: [],
		tables: [table]
	};
}

/** The records of a JSON file as rows under its header. */
export async function* jsonTableRows(
	source: ByteSource,
	sheet: Sheet,
	table: SheetTable
): AsyncIterable<Batch> {
	let first = 1;
	const json = { encoding: sheet.encoding, shape: sheet.json ?? { in: 'array' } } as const;
	for await (const records of recordsOf(source, json)) {
		if (records.length === 0) continue;
		yield { first, rows: records.map((cells) => rowOf(cells, table.header)), faults: 0 };
		first += records.length;
	}
}

async function* recordsOf(source: ByteSource, { encoding, shape }: Json) {
	const decode = decoder(encoding);
	const cut = recordCutter(shape);
	let row = 0;
	function read(text: string) {
		return cut.push(text).flatMap((record) => {
			row++;
			try {
				return rowsOf(record);
			} catch {
				throw new Trouble('jsonUnreadable', { row });
			}
		});
	}
	for await (const chunk of source.open()) yield read(decode.write(chunk));
	yield read(decode.end());
	if (cut.isOpen()) throw new Trouble('jsonUnreadable', { row: row + 1 });
}

function rowOf(cells: Map<string, string>, header: readonly string[]): string[] {
	return header.map((column) => cells.get(column) ?? '');
}
