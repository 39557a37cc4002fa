import { recordFeed, type Dialect } from './records.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Records that are looked at to choose a delimiter. */
const RECORDS = 500;

/** Excel's own first line, which names the delimiter of the file. It is no row. */
const SEP_LINE = /^"?sep=([^\w"\r\n])"?(\r\n|\n|\r|$)/i;

/** Characters to wait for before looking for that line. */
export const sepLineLength = 9;

/** Splits off a first line `sep=;`. */
export function splitSepLine(text: string): { delimiter: string | null; text: string } {
	const match = SEP_LINE.exec(text.slice(0, sepLineLength));
	if (!match) return { delimiter: null, text };
	return { delimiter: match[1]!, text: text.slice(match[0].length) };
}

/**
 * Tells delimiter and line end of a text from its beginning, and how many cells a record mostly has.
 *
 * The delimiter is the one under which most records have the same number of cells; between equals,
 * the one that gives more cells. A text without any is read as one column. `said` is a delimiter
 * that a person chose.
 */
export function tellDialect(
	text: string,
	whole: boolean,
	said?: string
): Dialect & { width: number; score: number } {
	const start = splitSepLine(text);
	const newline = tellNewline(start.text);
	const named = said ?? start.delimiter;

	const candidates = (named ? [named] : DELIMITERS).map((delimiter) =>
		weighed({ delimiter, newline }, start.text, whole)
	);
	const { records, ...best } = most(quotedByApostrophes(candidates, start, newline, whole));
	if (best.width > 1 && !best.quote) {
		const spaced = isSpaced(records) && ({ spaced: true } as const);
		// the quote behind such a space is one too
		const loose = (spaced || isLoose(records)) && ({ loose: true } as const);
		if (!loose && !spaced) return best;
		const { records: _, ...other } = weighed({ ...best, ...loose, ...spaced }, start.text, whole);
		return other;
	}
	if (best.quote) return best;
	const wrapped = DELIMITERS.map((delimiter) =>
		weighed({ delimiter, newline, wrapped: true }, start.text, whole)
	);
	const { records: _, ...inside } = most(wrapped);
	if (isWrapped(start.text) && inside.width > 1) return inside;
	return best.width > 1 ? best : (cutBySpaces(start.text, newline, whole) ?? best);
}

/** What a column of a table holds, and running text does not: numbers, days, addresses, links. */
const VALUE = /^(-?\d[\d.,:/%-]*|[^\s@]+@[^\s@]+|https?:\/\/\S+|\d{4}-\d\d-\d\dT\S*)$/;

/**
 * The dialect of a text whose cells single spaces part: all lines have as many, the header among
 * them, and beneath one of its names stand values that are no words. Null for any other text.
 */
function cutBySpaces(text: string, newline: Dialect['newline'], whole: boolean) {
	const { records, ...rest } = weighed({ delimiter: ' ', newline }, text, whole);
	const [header, ...rows] = records.filter((record) => record.some((cell) => cell !== ''));
	if (!header || rows.length === 0 || rest.width < 2) return null;
	const agree = [header, ...rows].filter(({ length }) => length === rest.width);
	if (header.length !== rest.width || agree.length < 0.98 * (rows.length + 1)) return null;
	const isValue = (column: number) =>
		!VALUE.test(header[column]!) && rows.every((row) => VALUE.test(row[column] ?? ''));
	return header.some((_, column) => isValue(column)) ? rest : null;
}

const APOSTROPHES = /(^|[,;\t|\r\n])'[^'\r\n]*'(?=[,;\t|\r\n]|$)/;

/** The candidates, or those with apostrophes as quotes where the records agree better under these. */
function quotedByApostrophes(
	candidates: Weighed[],
	{ delimiter, text }: { delimiter: string | null; text: string },
	newline: Dialect['newline'],
	whole: boolean
): Weighed[] {
	if (!APOSTROPHES.test(text)) return candidates;
	const plain = most(candidates);
	const quoted = most(
		(delimiter ? [delimiter] : DELIMITERS).map((delimiter) =>
			weighed({ delimiter, newline, quote: "'" }, text, whole)
		)
	);
	return quoted.width > 1 && quoted.score > plain.score * 1.05 ? [quoted] : candidates;
}

type Weighed = Dialect & { width: number; score: number; records: string[][] };

function most(candidates: Weighed[]): Weighed {
	return candidates.reduce((best, next) => (next.score > best.score ? next : best));
}

function weighed(dialect: Dialect, text: string, whole: boolean): Weighed {
	const feed = recordFeed(dialect, 0);
	const records = feed.push(text);
	if (whole || records.length === 0) records.push(...feed.end());
	const first = records.slice(0, RECORDS);
	return { ...dialect, ...consistency(first), records: first };
}

/** Whether the quotes of most records stand behind spaces or an equals sign. */
function isLoose(records: string[][]): boolean {
	const loose = records.filter((cells) => cells.some((cell) => /^(\s+|\s*=)"/.test(cell)));
	return loose.length > records.length / 3;
}

/** Whether nearly every cell but the first of a record begins with one space, quoted ones aside. */
function isSpaced(records: string[][]): boolean {
	let cells = 0;
	let behind = 0;
	for (const record of records) {
		for (let i = 1; i < record.length; i++) {
			if (record[i] === '') continue;
			cells++;
			if (/^ (?! )/.test(record[i]!) || record[i] === ' ') behind++;
		}
	}
	return records.length > 1 && behind > 0.95 * cells;
}

/** Whether every line is in quotes as a whole. */
function isWrapped(text: string): boolean {
	const lines = text.split(/[\r\n]+/, RECORDS).filter((line) => line.trim() !== '');
	const whole = lines.slice(0, -1).filter((line) => /^".*"[,;\s]*$/.test(line));
	return whole.length > 0 && whole.length >= 0.8 * (lines.length - 1);
}

/** How well records agree on a number of cells above one. */
function consistency(records: string[][]): { width: number; score: number } {
	const filled = records.filter((record) => record.some((cell) => cell.trim() !== ''));
	const counts = new Map<number, number>();
	for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1);
	counts.delete(1);

	let width = 1;
	let agreeing = 0;
	for (const [cells, records] of counts) {
		if (records < agreeing || (records === agreeing && cells < width)) continue;
		width = cells;
		agreeing = records;
	}
	// a header that the delimiter does not cut is no header of that table
	const header = filled.slice(0, 5).some(({ length }) => length >= width) ? 1 : 0.5;
	return { width, score: (agreeing / (filled.length || 1)) * header * (1 + Math.log2(width) / 10) };
}

/** Counts line ends outside quotes; inside them only where there are no others. */
function tellNewline(text: string): Dialect['newline'] {
	const outside = countNewlines(text.replace(/"(?:[^"]|"")*"/g, ''));
	const { crlf, lf, cr } = anyNewline(outside) ? outside : countNewlines(text);
	if (cr > 2 * (crlf + lf)) return '\r';
	return crlf > lf ? '\r\n' : '\n';
}

type NewlineCounts = { crlf: number; lf: number; cr: number };

function anyNewline({ crlf, lf, cr }: NewlineCounts): boolean {
	return crlf + lf + cr > 0;
}

function countNewlines(text: string): NewlineCounts {
	const crlf = text.match(/\r\n/g)?.length ?? 0;
	return {
		crlf,
		lf: (text.match(/\n/g)?.length ?? 0) - crlf,
		cr: (text.match(/\r/g)?.length ?? 0) - crlf
	};
}
