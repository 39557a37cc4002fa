import { gzipSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';

// Files that nobody writes and somebody may send: small, and made so that a careless reader takes for
// ever, or all memory. Made by code, so that the size of each is a number.

const row = (n: number) =>
	`2026-03-0${1 + (n % 9)} 08:${String(n % 60).padStart(2, '0')}:00,ana${n}@example.com,https://example.com/a${n % 7}`;
const header = 'Date,Email,URL';

/** A table as anybody may export it, of about so many bytes. */
export function benignCsv(bytes: number): Uint8Array {
	const lines = [header];
	for (let length = 0, n = 0; length < bytes; n++) {
		lines.push(row(n));
		length += lines.at(-1)!.length + 1;
	}
	return strToU8(lines.join('\n'));
}

const workbook = {
	'[Content_Types].xml':
		'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
	'_rels/.rels':
		'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
	'xl/workbook.xml':
		'<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Clicks" sheetId="1" r:id="rId1"/></sheets></workbook>',
	'xl/_rels/workbook.xml.rels':
		'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
};

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const line = (n: number, texts: readonly string[]) =>
	`<row r="${n}">${texts.map((text, i) => cell(`${'ABCDEFG'[i]}${n}`, text)).join('')}</row>`;
const worksheet = (rows: string, before = '', dimension = '') =>
	`<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${dimension}<sheetData>${rows}</sheetData></worksheet>`;

function xlsx(sheet: string, more: Record<string, string> = {}): Uint8Array {
	const parts = { ...workbook, ...more, 'xl/worksheets/sheet1.xml': sheet };
	return zipSync(
		Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
	);
}

const head = line(1, header.split(','));
const lines = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, i) => line(from + i, row(i).split(','))).join('');

/** A workbook as anybody may save it, of about so many bytes. */
export const benignXlsx = (bytes: number) => xlsx(worksheet(head + lines(2, bytes / 45)));

const ods = (content: string) =>
	zipSync({
		mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
		'content.xml': strToU8(content)
	});
const odsCell = (text: string, more = '') =>
	`<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`;
const odsRow = (texts: readonly string[], more = '') =>
	`<table:table-row${more}>${texts.map((text) => odsCell(text)).join('')}</table:table-row>`;
const odsSheet = (rows: string, before = '') =>
	`<?xml version="1.0"?>${before}<office:document-content><office:body><office:spreadsheet><table:table table:name="Clicks">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
const odsHead = odsRow(header.split(','));

/** Entities that stand for ten others each. */
const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${'bcdefghij'
	.split('')
	.map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
	.join('')}]>`;

/** A zip of which one file says that it is small, and is not. */
export function lyingZip(
	name: string,
	content: Uint8Array,
	said: number,
	rest: Zippable = {}
): Uint8Array {
	const honest = Buffer.from(zipSync({ ...rest, [name]: content }));
	const size = Buffer.alloc(4);
	size.writeUInt32LE(content.length);
	const lie = Buffer.alloc(4);
	lie.writeUInt32LE(said);
	for (let at = honest.indexOf(size); at !== -1; at = honest.indexOf(size, at + 4))
		lie.copy(honest, at);
	return honest;
}

const mega = 2 ** 20;

/** Tables by the attack that each is, made when asked for. */
export const hostileTables: Record<string, () => [name: string, bytes: Uint8Array]> = {
	'one giant line': () => ['a.csv', strToU8(`${header}\n${'a'.repeat(4 * mega)}`)],
	// each of its short lines is read by itself: the slowest of all that are read
	'one giant cell in quotes': () => ['a.csv', strToU8(`${header}\n"${'a,\n'.repeat(4 * mega)}"`)],
	'a quote that is never closed': () => [
		'a.csv',
		strToU8(`${header}\n"${row(1)}\n`.repeat(20_000))
	],
	'nothing but quotes': () => ['a.csv', strToU8('"'.repeat(2 * mega))],
	'nothing but delimiters': () => ['a.csv', strToU8(`${header}\n${','.repeat(2 * mega)}`)],
	'a header of a million columns': () => ['a.csv', strToU8(`${'a,'.repeat(mega / 2)}\n1,2,3`)],
	'lines of nothing': () => ['a.csv', strToU8(`${header}${'\n'.repeat(2 * mega)}`)],
	'returns and line ends by turns': () => ['a.csv', strToU8(`${header}${'\r\r\n'.repeat(mega)}`)],
	'a table that begins again and again': () => [
		'a.csv',
		strToU8(`${header}\n${row(1)}\n\n`.repeat(30_000))
	],
	'digits without end in a column of dates': () => [
		'a.csv',
		strToU8(`${header}\n${`${'1/'.repeat(500)},a@example.com,https://example.com\n`.repeat(2000)}`)
	],
	'addresses without end': () => [
		'a.csv',
		strToU8(
			`${header}\n${`2026-03-01,${'a.'.repeat(500)}@${'b.'.repeat(500)},https://${'a@'.repeat(300)}\n`.repeat(500)}`
		)
	],
	'a gzip bomb': () => ['a.csv', gzipSync(Buffer.alloc(64 * mega, 'a'))],
	'gzips in gzips': () => {
		let bytes: Uint8Array = gzipSync(Buffer.alloc(mega));
		for (let i = 0; i < 20; i++) bytes = gzipSync(bytes);
		return ['a.csv.gz', bytes];
	},
	'JSON nested without end': () => ['a.json', strToU8('['.repeat(mega))],
	'JSON objects nested without end': () => ['a.json', strToU8('{"a":'.repeat(mega / 4))],
	'JSON of a key without end': () => ['a.json', strToU8(`[{"${'a'.repeat(2 * mega)}":1}]`)],
	'JSON rows of other keys each': () => [
		'a.json',
		strToU8(`[${Array.from({ length: 30_000 }, (_, i) => `{"k${i}":${i}}`).join(',')}]`)
	],
	'XLSX: a cell in the last column of each row': () => [
		'a.xlsx',
		xlsx(
			worksheet(
				head +
					Array.from(
						{ length: 20_000 },
						(_, i) => `<row r="${i + 2}">${cell(`XFD${i + 2}`, 'a')}</row>`
					).join('')
			)
		)
	],
	'XLSX: a cell in the last row': () => [
		'a.xlsx',
		xlsx(worksheet(`${head}${line(1_048_576, row(1).split(','))}`))
	],
	'XLSX: rows beyond all sheets': () => [
		'a.xlsx',
		xlsx(worksheet(`${head}${line(4_000_000_000, row(1).split(','))}`))
	],
	'XLSX: columns beyond all sheets': () => [
		'a.xlsx',
		xlsx(worksheet(`${head}<row r="2">${cell('ZZZZZZ2', 'a')}</row>`))
	],
	'XLSX: a dimension that is not true': () => [
		'a.xlsx',
		xlsx(worksheet(head + lines(2, 100), '', '<dimension ref="A1:XFD1048576"/>'))
	],
	'XLSX: entities that grow': () => [
		'a.xlsx',
		xlsx(worksheet(head + line(2, ['&j;', '&j;', '&j;']), laughs))
	],
	'XLSX: elements nested without end': () => [
		'a.xlsx',
		xlsx(worksheet(`${head}${'<row>'.repeat(200_000)}`))
	],
	'XLSX: a tag without end': () => [
		'a.xlsx',
		xlsx(worksheet(`${head}<row r="${'1'.repeat(4 * mega)}`))
	],
	'XLSX: merged cells without end': () => [
		'a.xlsx',
		xlsx(
			worksheet(head + lines(2, 10)).replace(
				'</worksheet>',
				`<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(10_000)}</mergeCells></worksheet>`
			)
		)
	],
	'XLSX: a sheet that is a bomb': () => ['a.xlsx', xlsx(worksheet(head + ' '.repeat(64 * mega)))],
	'XLSX: a bomb that says it is small': () => [
		'a.xlsx',
		lyingZip(
			'xl/worksheets/sheet1.xml',
			strToU8(worksheet(head + ' '.repeat(64 * mega))),
			2000,
			Object.fromEntries(Object.entries(workbook).map(([name, text]) => [name, strToU8(text)]))
		)
	],
	'XLSX: ten thousand sheets': () => {
		const n = 10_000;
		const names = Array.from({ length: n }, (_, i) => i + 1);
		return [
			'a.xlsx',
			xlsx(worksheet(head + lines(2, 10)), {
				'xl/workbook.xml': workbook['xl/workbook.xml'].replace(
					/<sheets>.*<\/sheets>/,
					`<sheets>${names.map((i) => `<sheet name="s${i}" sheetId="${i}" r:id="rId1"/>`).join('')}</sheets>`
				)
			})
		];
	},
	'ODS: rows and cells that repeat without end': () => [
		'a.ods',
		ods(
			odsSheet(
				odsHead +
					`<table:table-row table:number-rows-repeated="1000000">${odsCell('a', ' table:number-columns-repeated="16000"')}</table:table-row>`.repeat(
						50
					)
			)
		)
	],
	'ODS: numbers of repeats that are none': () => [
		'a.ods',
		ods(
			odsSheet(
				odsHead +
					['-1', 'NaN', '1e99', 'Infinity', '0.5']
						.map(
							(n) =>
								`<table:table-row table:number-rows-repeated="${n}">${odsCell('a', ` table:number-columns-repeated="${n}"`)}</table:table-row>`
						)
						.join('')
			)
		)
	],
	'ODS: entities that grow': () => [
		'a.ods',
		ods(odsSheet(odsHead + odsRow(['&j;', '&j;', '&j;']), laughs))
	],
	'ODS: a tag without end': () => [
		'a.ods',
		ods(odsSheet(`${odsHead}<table:table-row a="${'1'.repeat(4 * mega)}`))
	],
	'ODS: comments without end': () => ['a.ods', ods(odsSheet(odsHead + '<!--'.repeat(mega)))],
	'ODS: a bomb': () => ['a.ods', ods(odsSheet(odsHead + '<a/>'.repeat(16 * mega)))],
	'ODS: a bomb that says it is small': () => [
		'a.ods',
		lyingZip('content.xml', strToU8(odsSheet(odsHead + '<a/>'.repeat(16 * mega))), 2000, {
			mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }]
		})
	]
};
