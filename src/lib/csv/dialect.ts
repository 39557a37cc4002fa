import { recordFeed, type Dialect } from './records.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Records that are looked at to choose a delimiter. */
const RECORDS = 500;

/** Excel's own first line, which names the delimiter of the file. It is no row. */
const SEP_LINE = /^"?sep=(.)"?(\r\n|\n|\r|$)/i;

/** Characters to wait for before looking for that line. */
export const sepLineLength = 9;

/** Splits off a first line `sep=;`. */
export function splitSepLine(text: string): { delimiter: string | null; text: string } {
	const found = SEP_LINE.exec(text.slice(0, sepLineLength));
	if (!found) return { delimiter: null, text };
	return { delimiter: found[1]!, text: text.slice(found[0].length) };
}

/**
 * Tells delimiter and line end of a text from its beginning, and how many cells a record mostly has.
 *
 * The delimiter is the one under which most records have the same number of cells; between equals,
 * the one that gives more cells. A text without any is read as one column.
 */
export function tellDialect(text: string, whole: boolean): Dialect & { width: number } {
	const start = splitSepLine(text);
	const newline = tellNewline(start.text);

	const named = DELIMITERS.find((delimiter) => delimiter === start.delimiter);
	const candidates = (named ? [named] : DELIMITERS).map((delimiter) => {
		const feed = recordFeed({ delimiter, newline }, 0);
		const records = feed.push(start.text);
		if (whole || records.length === 0) records.push(...feed.end());
		return { delimiter, newline, ...consistency(records.slice(0, RECORDS)) };
	});

	return candidates.reduce((best, next) => (next.score > best.score ? next : best));
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
