import type { Encoding } from './encodings.ts';
import type { JsonShape } from './json-records.ts';

/** Bytes that can be read more than once: surveying a file and importing it are two readings. */
export type ByteSource = {
	/** the file's name with the folders below what was given, `/` between them */
	name: string;
	/** bytes, or null where only reading tells */
	size: number | null;
	open(): AsyncIterable<Uint8Array>;
};

/** What a workbook is written as: Excel's formats since 2007, before it, and OpenDocument. */
export type BookFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods';

/** One table of a file: most files hold one, a campaign report holds several with titles. */
export type SheetTable = {
	/** the line above it in a report ("Clicks by URL"), else null */
	title: string | null;
	/** as written, trimmed; duplicates kept, so that a column is known by its index */
	header: string[];
	/**
	 * row number of the header, counted in records from 1 as a spreadsheet shows them; the row before
	 * the first where there is no header: its columns are then called #1, #2 …
	 */
	headerRow: number;
	/** row number after the table's last, or null when it goes on to the end of the file */
	endRow: number | null;
	/** the sheet of a workbook that it is on, counted from 0 */
	sheet?: { index: number; name: string };
	/** the first rows beneath the header */
	sample: string[][];
	/** label/value lines that hold for it and not for all tables of the file, the nearest first */
	labels?: [label: string, value: string][];
};

/** How a file is written, found out from its beginning. */
export type Sheet = {
	/** absent for text in lines */
	format?: BookFormat | 'json';
	/** where the records of a JSON file are */
	json?: JsonShape;
	encoding: Encoding;
	/** one character: `,` `;` tab or `|`, or what a line `sep=` names; none where there are no lines */
	delimiter: string;
	newline: '\n' | '\r\n' | '\r';
	/** quotes stand behind spaces or an equals sign: `a, "b"` or `="a"` */
	loose?: true;
	/** cells are quoted with apostrophes: `a,'b, c'` */
	quote?: "'";
	/** a space stands behind every delimiter: `a, b, c` */
	spaced?: true;
	/** every line is one quoted cell that holds the record: a spreadsheet opened and saved it so */
	wrapped?: true;
	/** label/value lines of a report ("Subject Line:", "Hello"), in order */
	labels: [label: string, value: string][];
	tables: SheetTable[];
};

/** Rows of one table in file order, a few thousand at a time. */
export type Batch = {
	/** row number of the first of them */
	first: number;
	rows: string[][];
	/** bytes met since the batch before that are not of the file's encoding, and were read as Windows-1252 */
	faults: number;
};

/** What a person says of how a file is written, where it was told wrongly. */
export type SaidLayout = {
	encoding?: Encoding;
	/** one character, of lines of text */
	delimiter?: string;
	/** row of the header, counted from 1; 0 where there is none */
	headerRow?: number;
	/** the sheet of a workbook, counted from 0 */
	sheet?: number;
};
