import Papa from 'papaparse';
import { Trouble } from '../trouble.ts';
import type { Sheet } from './sheet.ts';

/** What it takes to cut text into records. */
export type Dialect = Pick<
	Sheet,
	'delimiter' | 'newline' | 'loose' | 'spaced' | 'quote' | 'wrapped'
>;

/** Takes text in pieces and gives the records that are complete, blank ones included (`['']`). */
export type RecordFeed = { push(text: string): string[][]; end(): string[][] };

/** A record may be this long. Beyond it, its quote is taken for a stray one. */
const LONGEST_RECORD = 2 ** 20;

/** However many stray quotes a file has, a quoted cell of several lines may be this long. */
const SHORTEST_REACH = 512;

type Parsed = { data: string[][]; errors: { code: string }[]; meta: { cursor: number } };
type Parser = { parse(text: string, base: number, ignoreLastRow: boolean): Parsed };
type ParserOptions = Pick<Dialect, 'delimiter' | 'newline'> & {
	preview?: number;
	quoteChar?: string;
	escapeChar?: string;
	fastMode?: boolean;
};

// the parser beneath PapaParse's own streams: fed by hand it is many times faster than they are
const { Parser } = Papa as unknown as { Parser: new (options: ParserOptions) => Parser };

/**
 * Reads records from pieces of text with PapaParse. `width` is how many cells a record should have.
 *
 * One stray quote must not swallow the rows after it. A quoted cell that never ends, that makes
 * its record longer than 1 MiB, or that holds lines which are rows by themselves, was opened by a
 * stray quote: the record's first line is then read alone, the quote kept as a character, and
 * reading goes on with the next line. Each such find halves how far the next quoted cell may reach,
 * so that a file full of them is still read in linear time.
 */
export function recordFeed(dialect: Dialect, width: number): RecordFeed {
	if (dialect.wrapped) return unwrapping(dialect, width);
	const feed = plainFeed(dialect, width);
	if (!dialect.spaced) return feed;
	return { push: (text) => unspaced(feed.push(text)), end: () => unspaced(feed.end()) };
}

/** The rows without the space behind each delimiter. */
function unspaced(rows: string[][]): string[][] {
	for (const row of rows)
		for (let i = 1; i < row.length; i++) if (row[i]!.startsWith(' ')) row[i] = row[i]!.slice(1);
	return rows;
}

/** Takes each record out of the one cell that holds it, then reads it. */
function unwrapping({ delimiter, newline, loose }: Dialect, width: number): RecordFeed {
	const outer = plainFeed({ delimiter: delimiter === ',' ? ';' : ',', newline }, 0);
	const inner = plainFeed({ delimiter, newline: '\n', loose }, width);
	const linesOf = (rows: string[][]) => rows.map(([cell = '']) => `${cell}\n`).join('');
	return {
		push: (text) => inner.push(linesOf(outer.push(text))),
		end: () => [...inner.push(linesOf(outer.end())), ...inner.end()]
	};
}

// eslint-disable-next-line max-lines-per-function -- a closure: the states of one scanner, which is as quick as it is because nothing is handed on
function plainFeed(dialect: Dialect, width: number): RecordFeed {
	// CRLF files are cut at LF, so that a file of both loses no row; the CR is taken off afterwards
	const newline = dialect.newline === '\r' ? '\r' : '\n';
	const { quote = '"' } = dialect;
	const options: ParserOptions = {
		delimiter: dialect.delimiter,
		newline,
		...(dialect.quote && { quoteChar: quote, escapeChar: quote })
	};
	const quick = new Parser(options);
	const tight = dialect.loose ? tightener(dialect.delimiter) : (text: string) => text;
	let rest = '';
	let reach = LONGEST_RECORD;
	let read = 0;

	function take(text: string, last: boolean): string[][] {
		const whole = quick.parse(text, 0, !last);
		if (whole.errors.length === 0 && (last || text.length - whole.meta.cursor <= reach)) {
			rest = text.slice(whole.meta.cursor);
			read += whole.data.length;
			return linesOf(whole.data, width);
		}
		return linesOf(carefully(text, last), width);
	}

	/** Record by record: for the pieces in which PapaParse met a quote out of place. */
	function carefully(text: string, last: boolean): string[][] {
		const rows: string[][] = [];
		let at = 0;

		while (at < text.length) {
			const window = text.slice(at, at + reach);
			const ends = last && at + window.length === text.length;
			const one = new Parser({ ...options, preview: 1, fastMode: false }).parse(window, 0, !ends);
			const row = one.data[0];
			const size = one.meta.cursor;

			if (!row && at + window.length === text.length && !last && window.length < reach) break;

			if (row && !isStray(window.slice(0, size), one)) {
				rows.push(row);
				at += size;
				continue;
			}

			const end = text.indexOf(newline, at);
			if (end === -1 && !ends) throw new Trouble('recordTooLong', { row: read + rows.length + 1 });
			rows.push(lineAlone(text.slice(at, end === -1 ? text.length : end)));
			at = end === -1 ? text.length : end + 1;
			reach = Math.max(SHORTEST_REACH, reach / 2);
		}

		rest = text.slice(at);
		read += rows.length;
		return rows;
	}

	function isStray(record: string, { errors }: Parsed): boolean {
		if (errors.length === 0) return false;
		const [first = '', second] = record.split(newline, 2);
		// a closed record ends with its newline, so two lines may be one and nothing
		if (!second) return false;
		if (errors.some(({ code }) => code === 'MissingQuotes')) return true;
		return width > 1 && [first, second].every((line) => lineAlone(line).length === width);
	}

	/** One line as a record of its own; a quote that does not close in it is a character. */
	function lineAlone(line: string): string[] {
		const parser = new Parser({ ...options, fastMode: false });
		const { data, errors } = parser.parse(withoutReturn(line), 0, false);
		const cells = data[0] ?? [''];
		if (!errors.some(({ code }) => code === 'MissingQuotes')) return cells;
		return [...cells.slice(0, -1), ...`${quote}${cells.at(-1)}`.split(dialect.delimiter)];
	}

	return {
		push: (text) => take(tight(rest + text), false),
		end: () => take(tight(withoutReturn(rest)), true)
	};
}

/** Moves quotes to where their cells begin. */
function tightener(delimiter: string) {
	const loose = new RegExp(`(^|[\\n\\r]|\\${delimiter})[ \\t]*=?"`, 'g');
	return (text: string) => text.replace(loose, '$1"');
}

/** The rows without the CR of CRLF; a bare CR between two of them is a line end as well. */
function linesOf(rows: string[][], width: number): string[][] {
	let joined = false;
	for (const row of rows) {
		row[row.length - 1] = withoutReturn(row[row.length - 1]!);
		joined ||= width > 1 && row.length > width && isJoined(row, width);
	}
	return joined ? rows.flatMap((row) => (isJoined(row, width) ? splitRow(row) : [row])) : rows;
}

/** Whether a row is several, of which the last cell of one and the first of the next are one cell. */
function isJoined(row: string[], width: number): boolean {
	if (row.length <= width || (row.length - 1) % (width - 1) !== 0) return false;
	return row.every((cell, i) => {
		const isSeam = i > 0 && i < row.length - 1 && i % (width - 1) === 0;
		return cell.includes('\r') === isSeam;
	});
}

function splitRow(row: string[]): string[][] {
	const rows: string[][] = [[]];
	for (const cell of row) {
		const [end = '', ...starts] = cell.split('\r');
		rows.at(-1)!.push(end);
		for (const start of starts) rows.push([start]);
	}
	return rows;
}

function withoutReturn(text: string): string {
	return text.charCodeAt(text.length - 1) === 13 ? text.slice(0, -1) : text;
}
