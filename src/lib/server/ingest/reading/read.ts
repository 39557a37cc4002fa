import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Sheet, ByteSource } from '#lib/csv/sheet.ts';
import { tableFacts } from '#lib/csv/table-facts.ts';
import { survey } from '#lib/csv/survey.ts';
import { tableRows } from '#lib/csv/table-rows.ts';
import { itemsIn, type RawDocument } from '#lib/issue/source/document.ts';
import { MOST_DOCUMENT_BYTES } from '#lib/issue/source/open-document.ts';
import { readIssueAsSent, type ReadDocument } from '#lib/issue/read-issue.ts';
import type { ColumnMap } from '#lib/providers/by-hand/column-map.ts';
import type { RejectCode } from '#lib/providers/facts.ts';
import type { ReadingCard } from '#lib/providers/reading-card.ts';
import type { FileFacts } from '#lib/providers/recogniser.ts';
import { fittingPacks } from '#lib/topics/fitting-packs.ts';
import { packs } from '#lib/topics/packs.ts';
import { suggest, type Suggestion } from '#lib/topics/suggest.ts';
import { skippingHeader } from '#lib/providers/skipping-header.ts';
import { Trouble } from '#lib/trouble.ts';
import { readUrl } from '#lib/url/read-url.ts';
import type { FileEntry } from '../files/entries.ts';
import type { RecognisedTable } from './read-tables.ts';
import type { ZoneSaid } from './decide-instants.ts';
import { notRecognised } from './not-recognised.ts';
import { readingIn, rowsToEnd } from './rows-to-end.ts';
import { tellTable, type About } from './tell-table.ts';
import { doubtsOfTables } from './repeated-tables.ts';
import { cardReader } from './weigh-reading.ts';

// What can be said of files and links without storing anything.

async function fileAt(path: string): Promise<FileEntry> {
	const stats = await stat(path).catch(() => null);
	if (stats?.isDirectory()) throw new Trouble('fileIsFolder', { file: path });
	if (!stats?.isFile()) throw new Trouble('fileMissing', { file: path });
	return {
		name: basename(path),
		container: null,
		size: stats.size,
		open: () => createReadStream(path)
	};
}

/**
 * How an issue's document reads, and what of it is left out, its links as they were sent: for the eyes of
 * whoever has the file, never to be stored.
 *
 * @throws {Trouble} fileMissing, fileIsFolder, fileTooLarge, documentUnreadable
 */
export async function readDocument(path: string): Promise<ReadDocument> {
	return readIssueAsSent(await documentAt(path));
}

/**
 * A document as it lies in a file.
 *
 * @throws {Trouble} fileMissing, fileIsFolder, fileTooLarge
 */
export async function documentAt(path: string): Promise<RawDocument> {
	const { name, size } = await fileAt(path);
	if (size! > MOST_DOCUMENT_BYTES)
		throw new Trouble('fileTooLarge', { file: name, most: MOST_DOCUMENT_BYTES });
	return { name, bytes: await readFile(path) };
}

/** How links read, in the order they were given. */
export function readLinks(inputs: readonly string[]) {
	return inputs.map((input) => readUrl(input));
}

/** Topics for each item of a document, by the words of those packs that fit it. */
export async function suggestForFile(
	path: string
): Promise<{ item: string; topics: Suggestion[] }[]> {
	const { document } = await readDocument(path);
	const items = itemsIn(document);
	const topics = fittingPacks(items, packs).flatMap((pack) => pack.topics);
	return items.map((item) => ({ item: item.title, topics: suggest(item, topics) }));
}

export type CheckedTable = ReadingCard & {
	rows: number;
	accepted: number;
	skipped: number;
	rejected: { row: number; code: RejectCode }[];
	/** the first rows, as written */
	sample: string[][];
};

/** How the first table of a file that is recognised reads, and the others, such as sheets of a workbook. */
export type Checked = CheckedTable & { more: CheckedTable[] };

/** What a person says of a file that is looked at, and when it is now: UTC milliseconds. */
export type CheckHow = {
	map: ColumnMap | null;
	zone: string | null;
	about?: About;
	now: number;
};

/**
 * How an export reads: each of its tables that is recognised.
 *
 * @param zone where instants without a zone were written, if the person said so
 * @throws {Trouble} whatever makes the file unreadable; fileNotRecognised, monthsWithoutYear
 */
export async function checkFile(path: string, how: CheckHow): Promise<Checked> {
	return checkSource(await fileAt(path), how);
}

/** The same of a file that is open already. */
export async function checkSource(
	entry: ByteSource,
	{ map, zone, about = {}, now }: CheckHow
): Promise<Checked> {
	const sheet = await survey(entry);
	const said: ZoneSaid =
		zone === null ? { zone: 'UTC', from: 'assumed' } : { zone, from: 'option' };

	const recognised = sheet.tables.flatMap((table): RecognisedTable[] => {
		const file: FileFacts = { name: entry.name, ...tableFacts(sheet, table) };
		const recognition = tellTable(file, { saved: null, map, about });
		return recognition ? [{ file, recognition }] : [];
	});
	const tables: CheckedTable[] = [];
	for (const one of recognised) tables.push(await checkTable(entry, sheet, one, said, now));
	const [first, ...more] = tables;
	if (!first) throw notRecognised(entry.name, sheet, about.kind);
	return { ...first, doubts: [...first.doubts, ...doubtsOfTables(sheet, recognised)], more };
}

async function checkTable(
	entry: ByteSource,
	sheet: Sheet,
	recognised: RecognisedTable,
	zone: ZoneSaid,
	now: number
): Promise<CheckedTable> {
	const { table } = recognised.file;
	const { read, keeper } = await cardReader(entry, sheet, recognised, zone, now);
	const readRow = skippingHeader(read, table.header);
	const rejected: CheckedTable['rejected'] = [];
	let rows = 0;
	let accepted = 0;

	for await (const batch of rowsToEnd(entry, sheet, table, recognised.recognition.columns)) {
		rows += batch.rows.length;
		for (const [i, cells] of batch.rows.entries()) {
			const reading = readingIn(batch, i, readRow);
			keeper.observe(cells, reading);
			if ('reject' in reading) rejected.push({ row: batch.first + i, code: reading.reject });
			else if ('facts' in reading) accepted++;
		}
	}

	return {
		...keeper.card(),
		rows,
		accepted,
		skipped: rows - accepted - rejected.length,
		rejected,
		sample: table.sample.slice(0, 5)
	};
}

/**
 * The rows of one table of a file as they are read, its header first.
 *
 * @param n the table, counted from 1
 * @throws {Trouble} whatever makes the file unreadable; noSuchTable
 */
export async function* readTable(path: string, n: number): AsyncGenerator<string[]> {
	const entry = await fileAt(path);
	const tables = yield* tableRows(entry, await survey(entry), n);
	if (!(n >= 1 && n <= tables)) throw new Trouble('noSuchTable', { n, tables });
}
