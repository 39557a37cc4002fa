import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { Trouble } from '../../trouble.ts';
import { readRows } from '../read-rows.ts';
import { bytesInMemory } from '../source-of.ts';
import { survey } from '../survey.ts';

async function read(name: string, bytes: Uint8Array) {
	const source = bytesInMemory(name, bytes);
	const sheet = await survey(source);
	const tables = [];
	for (const table of sheet.tables) {
		const rows: [row: number, cells: string[]][] = [];
		for await (const batch of readRows(source, sheet, table))
			for (const [i, cells] of batch.rows.entries()) rows.push([batch.first + i, cells]);
		tables.push({ title: table.title, header: table.header, headerRow: table.headerRow, rows });
	}
	return { format: sheet.format, labels: sheet.labels, tables };
}

const sheets = [
	{
		name: 'Clicks',
		rows: [
			['Campaign report', null, null],
			[null, null, null],
			['Email', 'Clicked at', 'Times'],
			['ines@example.com', new Date(Date.UTC(2024, 4, 2, 6, 3, 9)), 2],
			[null, null, null],
			['paul@example.net', new Date(Date.UTC(2024, 4, 3)), null]
		]
	},
	{ name: 'Empty', rows: [] },
	{
		name: 'Readers',
		rows: [
			['Email', 'Active'],
			['ines@example.com', true]
		]
	}
];

const expected = [
	{
		title: 'Clicks',
		header: ['Email', 'Clicked at', 'Times'],
		headerRow: 3,
		rows: [
			[4, ['ines@example.com', '2024-05-02 06:03:09', '2']],
			[6, ['paul@example.net', '2024-05-03', '']]
		]
	},
	{
		title: 'Readers',
		header: ['Email', 'Active'],
		headerRow: 1,
		rows: [[2, ['ines@example.com', 'true']]]
	}
];

test.each([
	['xlsx', writeXlsx],
	['ods', writeOds]
])(
	'a workbook (%s) → a table a sheet, rows as numbered there, typed dates',
	async (format, write) => {
		const book = await read(`export.${format}`, await write({ sheets }));

		expect(book.format).toBe(format);
		expect(book.tables).toEqual(expected);
	}
);

test('a workbook inside a gzip, under another name → read as what it is', async () => {
	const bytes = gzipSync(await writeXlsx({ sheets: [sheets[2]!] }));

	expect((await read('export.csv.gz', bytes)).tables).toEqual([{ ...expected[1], title: null }]);
});

test('a gzip of CSV → its rows; half of it → refused', async () => {
	const bytes = gzipSync(strToU8('Email,Opens\nines@example.com,3\npaul@example.net,1\n'));

	expect((await read('opens.csv.gz', bytes)).tables[0]!.rows).toHaveLength(2);
	await expect(read('opens.csv.gz', bytes.subarray(0, 30))).rejects.toThrow(
		new Trouble('gzipUnreadable', { file: 'opens.csv.gz' })
	);
});

const parts = (content: Record<string, Uint8Array>) =>
	zipSync({ '[Content_Types].xml': strToU8('<Types/>'), ...content });

test.each<[string, Uint8Array, string]>([
	['without its sheets', parts({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'fileSpreadsheet'],
	['cut off', parts({ 'xl/a.xml': strToU8('<a/>') }).subarray(0, 90), 'fileSpreadsheet'],
	['that is a bomb', parts({ 'xl/sharedStrings.xml': new Uint8Array(60_000_000) }), 'zipTooLarge'],
	[
		'of 1997 that is none',
		Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
		'fileSpreadsheet'
	]
])('a workbook %s → refused', async (_, bytes, code) => {
	await expect(read('export.xlsx', bytes)).rejects.toMatchObject({ code });
});

test('an old workbook (.xls) → its rows', async () => {
	const bytes = await readFile(join(import.meta.dirname, '../samples/old-workbook.xls'));

	expect((await read('export.xls', bytes)).tables).toEqual([
		{
			title: null,
			header: ['Adresse e-mail', 'Ouvert le', 'Nombre'],
			headerRow: 1,
			rows: [
				[2, ['ines@example.com', '2024-05-02 06:03:09', '2']],
				[3, ['zoé@example.net', '2024-05-03', '1']]
			]
		}
	]);
});

test('sheets with a label above their rows → each table has its own', async () => {
	const rows = (name: string) => [
		['Campaign', name, null],
		[null, null, null],
		['Email', 'Clicked at', 'Link'],
		['ines@example.com', new Date(Date.UTC(2024, 4, 2)), 'https://example.org/a']
	];
	const bytes = await writeXlsx({
		sheets: ['Letter 12', 'Letter 13'].map((name) => ({ name: `Sheet ${name}`, rows: rows(name) }))
	});
	const { tables } = await survey(bytesInMemory('clicks.xlsx', bytes));
	expect(tables.map(({ labels }) => labels)).toEqual([
		[['Campaign', 'Letter 12']],
		[['Campaign', 'Letter 13']]
	]);
});
