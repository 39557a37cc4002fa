import { everything } from '#lib/filters/filters.ts';
import { expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { readWorkbook } from '../../../../tests/flow/workbook.ts';
import type { Snapshot } from './snapshot.ts';
import { reportXlsx } from './xlsx.ts';

/** Titles come from outside: what a spreadsheet would run, or choke on. */
const hostile = [
	'=1+1',
	'+33 1',
	'-2+3',
	'@SUM(A1)',
	'\t=1',
	'\r=1',
	"=cmd|' /C calc'!A0",
	'=HYPERLINK("https://example.com","x")',
	'<v>1</v>&amp;',
	'_x000D_',
	'\u0000\ud800x'
];

/** A report of one figure, and what else of it matters. */
const snapshotOf = (figure: object, more: object) =>
	({
		locale: 'en',
		name: 'Report',
		period: '',
		compared: null,
		asked: { filters: everything },
		filters: [],
		dataUpTo: null,
		createdAt: 0,
		rules: 1,
		setAside: null,
		seal: '',
		findings: [],
		advice: [],
		keyFigures: [],
		sections: [{ heading: 'Figures', figures: [figure] }],
		definitions: [],
		...more
	}) as unknown as Snapshot;

test('texts that a spreadsheet would run → texts in the workbook, as they were', async () => {
	const figure = {
		id: 'items',
		title: '=items[1]',
		table: {
			columns: [
				{ head: '=head', kind: 'text' },
				{ head: 'Clickers', kind: 'count' }
			],
			rows: hostile.map((text, i) => [text, i])
		}
	};
	const snapshot = snapshotOf(figure, {
		name: '=name',
		publication: { name: '+paper', zone: 'UTC' },
		period: '@period',
		findings: ['=finding']
	});

	// a formula anywhere is refused by the reader
	const sheets = [...readWorkbook(await reportXlsx(snapshot)).values()];
	const [head, ...rows] = sheets[1]!;
	expect(head).toEqual(['=head', 'Clickers']);
	expect(rows.map(([, n]) => n)).toEqual(hostile.map((_, i) => i));
	// but for what no XML can hold
	expect(rows.map(([text]) => text)).toEqual([...hostile.slice(0, -1), 'x']);
});

test('an amount of millions in a currency of three decimals → a column that has room for it', async () => {
	const figure = {
		id: 'spend',
		title: 'Spend',
		note: null,
		table: {
			columns: [
				{ head: 'Channel', kind: 'text' },
				{ head: 'Spend', kind: 'money', currency: 'KWD' }
			],
			rows: [
				['Radio', 1_250_000_500],
				['Poster', null]
			]
		}
	};
	const snapshot = snapshotOf(figure, {
		publication: { name: 'One', zone: 'UTC', currency: 'KWD' }
	});
	const sheet = strFromU8(unzipSync(await reportXlsx(snapshot))['xl/worksheets/sheet2.xml']!);
	const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) =>
		Number(width)
	);
	expect(widths[1]).toBeGreaterThan('1,250,000.500 KWD'.length);
});
