import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Trouble } from '../trouble.ts';
import { readRows } from './read-rows.ts';
import { bytesInMemory } from './source-of.ts';
import { survey } from './survey.ts';

const bytes = (...parts: (string | number[])[]) =>
	Uint8Array.from(
		parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part))
	);

test.each([
	[bytes(), 'fileEmpty', 'nothing'],
	[bytes(' \r\n\n'), 'fileEmpty', 'blank lines'],
	[bytes([0xef, 0xbb, 0xbf]), 'fileEmpty', 'a mark alone'],
	[bytes([0x89], 'PNG\r\n', [0x1a], '\n'), 'fileBinary', 'a picture'],
	[bytes('%PDF-1.7\n'), 'fileBinary', 'a PDF'],
	[bytes('PK', [3, 4, 20, 0], 'a.csv'), 'fileBinary', 'a zip'],
	[bytes('PK', [3, 4, 20, 0], '[Content_Types].xml'), 'fileSpreadsheet', 'a workbook'],
	[bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'fileSpreadsheet', 'an old workbook'],
	[bytes('a,b\n', [0, 1, 2, 3, 4, 5, 6, 7, 8]), 'fileBinary', 'control characters']
])('%# %s → refused as %s: %s', async (content, code, _what) => {
	await expect(survey(bytesInMemory('x.csv', content))).rejects.toMatchObject({ code });
});

test('any bytes → rows or a Trouble, never another error', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ minLength: 0, maxLength: 400 }), async (content) => {
			const source = bytesInMemory('x.csv', content, 50);
			try {
				const sheet = await survey(source);
				for (const table of sheet.tables) {
					for await (const batch of readRows(source, sheet, table)) {
						expect(batch.rows.length).toBeGreaterThan(0);
					}
				}
			} catch (error) {
				expect(error).toBeInstanceOf(Trouble);
			}
		}),
		{ numRuns: 1000 }
	);
});

test('a byte late in a file that is not UTF-8 → read as Windows-1252, and counted', async () => {
	const plain = 'name,url\n' + 'Ana,https://example.org/a\n'.repeat(20_000);
	const source = bytesInMemory('x.csv', bytes(plain, 'Ren', [0xe9], ',https://example.org/b\n'));
	const sheet = await survey(source);
	const rows: string[][] = [];
	let faults = 0;
	for await (const batch of readRows(source, sheet, sheet.tables[0]!)) {
		rows.push(...batch.rows);
		faults += batch.faults;
	}

	expect(sheet.encoding).toBe('utf-8');
	expect(rows.at(-1)).toEqual(['René', 'https://example.org/b']);
	expect(faults).toBe(1);
});

test('a blank line between rows → counted in row numbers, and a new batch after it', async () => {
	const source = bytesInMemory('x.csv', 'a,b\n1,2\n\n3,4\n5,6\n');
	const sheet = await survey(source);
	const results = [];
	for await (const { first, rows } of readRows(source, sheet, sheet.tables[0]!)) {
		results.push([first, rows.length]);
	}

	expect(results).toEqual([
		[2, 1],
		[4, 2]
	]);
});

test('label lines above a table, with blank lines between → labels, and the table', async () => {
	const content = [
		'Campaign: Bridges of May',
		'',
		'Exported by the team',
		'',
		'Email,Opened at',
		'ines@example.com,2024-05-02 06:03:09',
		'paul@example.net,2024-05-02 06:04:09'
	].join('\n');
	const { labels, tables } = await survey(bytesInMemory('x.csv', content));

	expect(labels).toEqual([['Campaign', 'Bridges of May']]);
	expect(tables.map(({ header }) => header)).toEqual([['Email', 'Opened at']]);
});

test('two tables of two and more columns below titles → both, and no row becomes a label', async () => {
	const text =
		'Opens\nEmail,Date\nana@example.com,2024-05-13 10:00\n\nClicks\nEmail,Date,Link\nana@example.com,2024-05-13 10:01,https://example.com/a\n';
	const { labels, tables } = await survey(bytesInMemory('report.csv', text));
	expect(labels).toEqual([]);
	expect(tables.map(({ title, sample }) => [title, sample.length])).toEqual([
		['Opens', 1],
		['Clicks', 1]
	]);
});
