import fc from 'fast-check';
import { writeOds } from 'hucre/ods';
import { expect, test } from 'vitest';
import { odsContent, odsRows, odsSheets } from './ods.ts';

/** As much as is wanted. */
const room = { cells() {} };

/** Content in parts of a few letters, as it may be cut when it is expanded. */
function* inParts(text: string): Generator<string> {
	for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7);
}

const book = (rows: string, name = 'Clicks') =>
	`<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet>` +
	`<table:table table:name="${name}"><table:table-column/>${rows}</table:table>` +
	`</office:spreadsheet></office:body></office:document-content>`;
const cell = (text: string, attributes = '') =>
	`<table:table-cell${attributes}><text:p>${text}</text:p></table:table-cell>`;
const read = (rows: string) =>
	[...odsRows(inParts(book(rows)), 0, room)].map(({ row, cells }) => [row, cells]);

test.each([
	[
		'rows and cells that repeat, and empty ones to the edge of the sheet',
		`<table:table-row>${cell('a')}<table:table-cell table:number-columns-repeated="2"/>${cell('b', ' table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>` +
			'<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>' +
			`<table:table-row table:number-rows-repeated="2">${cell('c')}</table:table-row>`,
		[
			[1, ['a', '', '', 'b', 'b']],
			[5, ['c']],
			[6, ['c']]
		]
	],
	[
		'numbers, days, times, yes and no by their values',
		`<table:table-row>${cell('1 234,50', ' office:value-type="float" office:value="1234.5"')}${cell('2 mai', ' office:value-type="date" office:date-value="2024-05-02T00:00:00"')}${cell('2 mai', ' office:value-type="date" office:date-value="2024-05-02T06:03:09"')}${cell('6 h', ' office:value-type="time" office:time-value="PT6H3M9S"')}${cell('WAHR', ' office:value-type="boolean" office:boolean-value="true"')}</table:table-row>`,
		[[1, ['1234.5', '2024-05-02', '2024-05-02 06:03:09', '06:03:09', 'true']]]
	],
	[
		'spaces, lines, signs, links; and no notes',
		`<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>a<text:s text:c="2"/>b &amp; <text:a xlink:href="https://example.com/?a=1&amp;b=2">c</text:a></text:p><text:p>d</text:p></table:table-cell></table:table-row>`,
		[[1, ['a  b & c\nd']]]
	]
])('%s → the rows that they stand for', (_, rows, expected) => {
	expect(read(rows)).toEqual(expected);
});

test('a document that is no spreadsheet → no sheets; one with an empty sheet → its name', () => {
	expect(
		odsSheets(inParts('<office:document-content><office:text/></office:document-content>'))
	).toBe(null);
	expect(odsSheets(inParts(book('', 'A &amp; B')))).toEqual(['A & B']);
});

test('any words written to a sheet, read in small parts → the same rows', async () => {
	const word = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }).filter((text) => {
		return text.trim() === text && !/\s{2}/.test(text);
	});
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
			async (rows) => {
				const bytes = await writeOds({ sheets: [{ name: 'S', rows }] });
				const text = [...odsContent(bytes)].join('');
				expect([...odsRows(inParts(text), 0, room)].map(({ cells }) => cells)).toEqual(rows);
			}
		),
		{ numRuns: 60 }
	);
});
