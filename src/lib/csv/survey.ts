import { Trouble } from '../trouble.ts';
import { bookFormat, surveyBook } from './workbook/book-tables.ts';
import { decoder } from './bytes/decode.ts';
import { splitSepLine, tellDialect } from './dialect.ts';
import { tellEncoding } from './bytes/encoding.ts';
import { expanded } from './bytes/gzip.ts';
import { isJson, surveyJson } from './json-table.ts';
import { readLayout } from './layout.ts';
import { recordFeed } from './records.ts';
import type { SaidLayout, Sheet, ByteSource } from './sheet.ts';

/** Bytes that are read to find out how a file is written. */
const HEAD = 2 ** 18;

/** A report of several tables is read further, to find them all. */
const REPORT_HEAD = 2 ** 22;

/**
 * Finds out how a file is written, and which tables it holds: of lines of text from its beginning
 * alone, of workbooks from the beginning of each sheet, of JSON from all of it.
 *
 * @param said what a person says of it, which holds before what the file looks like
 * @throws {Trouble} fileEmpty, fileBinary, fileSpreadsheet, fileTooLarge, fileNotTable, zipTooLarge,
 * gzipUnreadable
 */
export async function survey(given: ByteSource, said: SaidLayout = {}): Promise<Sheet> {
	const source = expanded(given);
	const head = await readHead(source, HEAD);
	const book = bookFormat(head.bytes);
	if (book) return surveyBook(source, book, said);
	if (isJson(startOf(head.bytes))) return surveyJson(source, head.bytes, head.whole);

	const sheet = look(head, said);
	if (said.headerRow !== undefined) return sheet;
	if (sheet.labels.length === 0 && sheet.tables.length < 2) return sheet;
	if (source.size !== null && source.size <= HEAD) return sheet;
	return look(await readHead(source, REPORT_HEAD), said);
}

type Head = { bytes: Uint8Array; whole: boolean };

function look({ bytes, whole }: Head, said: SaidLayout): Sheet {
	const encoding = said.encoding ?? tellEncoding(bytes, whole);
	const decode = decoder(encoding);
	const text = decode.write(bytes) + (whole ? decode.end() : '');
	if (text.trim() === '') throw new Trouble('fileEmpty');

	const { width, score: _, ...dialect } = tellDialect(text, whole, said.delimiter);
	const feed = recordFeed(dialect, width);
	const records = feed.push(splitSepLine(text).text);
	// the last record is cut off where the head is, unless it is all there is
	if (whole || records.length === 0) records.push(...feed.end());

	return { encoding, ...dialect, ...readLayout(records, said.headerRow) };
}

/** The beginning of a file as far as it is ASCII, whatever its encoding: a byte order mark is left out. */
function startOf(bytes: Uint8Array): string {
	const start = bytes.subarray(0, 256);
	return new TextDecoder('latin1').decode(start.filter((byte) => byte > 0 && byte < 128));
}

async function readHead(source: ByteSource, limit: number): Promise<Head> {
	const bytes = new Uint8Array(limit);
	let length = 0;

	for await (const chunk of source.open()) {
		const part = chunk.subarray(0, limit - length);
		bytes.set(part, length);
		length += part.length;
		if (part.length < chunk.length) return { bytes, whole: false };
	}
	return { bytes: bytes.subarray(0, length), whole: true };
}
