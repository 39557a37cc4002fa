import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordFeed } from './records.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const NEWLINES = ['\n', '\r\n', '\r'] as const;

/** Writes rows as RFC 4180 says: quotes where they must be, and here and there where they need not. */
function write(rows: string[][], delimiter: string, newline: string): string {
	const quoted = (cell: string) =>
		/["\r\n]/.test(cell) || cell.includes(delimiter) || cell.length % 3 === 0
			? `"${cell.replaceAll('"', '""')}"`
			: cell;
	return rows.map((row) => row.map(quoted).join(delimiter) + newline).join('');
}

function readIn(
	pieces: string[],
	delimiter: ',' | ';' | '\t' | '|',
	newline: '\n' | '\r\n' | '\r'
) {
	const feed = recordFeed({ delimiter, newline }, 3);
	return [...pieces.flatMap((piece) => feed.push(piece)), ...feed.end()].filter(
		(row) => row.length > 1 || row[0] !== ''
	);
}

function cut(text: string, size: number): string[] {
	const pieces = [];
	for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
	return pieces;
}

test('any rows in any dialect, cut anywhere → read back unchanged', () => {
	const cell = fc.string({
		unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '|', '\n', '\r', '0')
	});
	const row = fc.array(cell, { minLength: 2, maxLength: 4 });

	fc.assert(
		fc.property(
			fc.array(row, { maxLength: 8 }),
			fc.constantFrom(...DELIMITERS),
			fc.constantFrom(...NEWLINES),
			fc.integer({ min: 1, max: 20 }),
			(rows, delimiter, newline, size) => {
				// a bare CR at the end of a row cannot be told from that of CRLF
				const clean = rows.map((row) => row.map((cell) => cell.replace(/\r+$/, '')));
				const text = write(clean, delimiter, newline);
				expect(readIn(cut(text, size), delimiter, newline)).toEqual(clean);
			}
		),
		{ numRuns: 500 }
	);
});

test('any text with stray quotes, cut anywhere → no letter lost', () => {
	const unit = fc.constantFrom('a', 'b', '"', '"', ',', '\n', ' ');

	fc.assert(
		fc.property(
			fc.string({ unit, maxLength: 60 }),
			fc.integer({ min: 1, max: 9 }),
			(text, size) => {
				const read = readIn(cut(text, size), ',', '\n').flat().join('');
				expect(read.replace(/["\n, ]/g, '')).toBe(text.replace(/["\n, ]/g, ''));
			}
		),
		{ numRuns: 500 }
	);
});

test('a stray quote early in a long file → the rows after it read as rows', () => {
	const row = '2024-01-02,ana@example.com,https://example.org/a\n';
	const text = `time,email,url\n2024-01-02,"ana,https://example.org/b\n${row.repeat(60_000)}`;
	const rows = readIn(cut(text, 65_536), ',', '\n');

	expect(rows).toHaveLength(60_002);
	expect(rows[1]).toEqual(['2024-01-02', '"ana', 'https://example.org/b']);
	expect(rows.at(-1)).toEqual(['2024-01-02', 'ana@example.com', 'https://example.org/a']);
});

test('a file full of stray quotes → read in linear time', () => {
	const text = `a,b,c\n${'1,"x,y\n'.repeat(100_000)}`;
	// time of the processor: others may be at work on the machine
	const started = process.cpuUsage();

	expect(readIn(cut(text, 65_536), ',', '\n').length).toBeGreaterThan(50_000);
	expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
});

test('a line of more than a mebibyte → refused with its row', () => {
	const feed = recordFeed({ delimiter: ',', newline: '\n' }, 2);
	feed.push('a,b\n');

	expect(() => feed.push('x'.repeat(2 ** 20 + 1))).toThrow(
		expect.objectContaining({ code: 'recordTooLong', details: { row: 2 } })
	);
});

test('lone carriage returns between rows → line ends, nothing lost', () => {
	expect(readIn(['a,b,c\nd,e,f\rg,h,i\r\rj,k,l\n'], ',', '\n')).toEqual([
		['a', 'b', 'c'],
		['d', 'e', 'f'],
		['g', 'h', 'i'],
		['j', 'k', 'l']
	]);
});
