import { expect, test } from 'vitest';
import type { Publication } from '../../store/publications.ts';
import { previewPasted } from './preview-pasted.ts';

const publication = { id: 1, zone: 'Europe/Paris', currency: 'EUR', language: 'fr' } as Publication;
const HEAD = 'Channel\tFrom\tTo\tSpend\n';
const preview = (rows: string, order: 'dmy' | 'mdy' | null = null) =>
	previewPasted(publication, HEAD + rows, {
		kind: 'spend',
		order,
		now: Date.UTC(2027, 0, 1)
	});
const days = ({ rows }: Awaited<ReturnType<typeof preview>>) =>
	rows.map(({ money: [one], reject }) => reject ?? `${one!.from} ${one!.to}`);

test('one row proves day first → all rows and both columns are read so, and nothing is asked', async () => {
	const read = await preview(
		'Fair\t01/07/2026\t05/07/2026\t80\nFair\t06/07/2026\t13/07/2026\t90\n'
	);
	expect(days(read)).toEqual(['2026-07-01 2026-07-05', '2026-07-06 2026-07-13']);
	expect(read.order).toMatchObject({ order: 'dmy' });
	expect(read.doubts).toEqual([]);
});

test('two columns whose days prove two orders → one order holds, and the row that has another is refused', async () => {
	const read = await preview(
		'Fair\t13/07/2026\t20/07/2026\t80\nFair\t01/08/2026\t08/31/2026\t90\n'
	);
	expect(days(read)).toEqual(['2026-07-13 2026-07-20', 'badTime']);
	expect(days(await preview('Fair\t07/13/2026\t13/08/2026\t80\n'))).toEqual(['badTime']);
});

test('the last row ends before the others do → refused as cut off, as the import refuses it', async () => {
	const read = await preview('Fair\t2026-07-13\t2026-07-20\t80\nFair\t2026-07-2');
	expect(days(read)).toEqual(['2026-07-13 2026-07-20', 'cutOff']);
	expect(read.refused).toEqual([{ code: 'cutOff', n: 1 }]);
});

test('no row proves an order → asked; chosen → read so', async () => {
	const rows = 'Fair\t01/07/2026\t05/07/2026\t80\n';
	const open = await preview(rows);
	expect(open.doubts.map(({ code }) => code)).toEqual(['orderAmbiguous']);
	expect(days(await preview(rows, 'dmy'))).toEqual(['2026-07-01 2026-07-05']);
	expect(days(await preview(rows, 'mdy'))).toEqual(['2026-01-07 2026-05-07']);
});

test('rows that cannot be stored → each with why, beside what was typed', async () => {
	const read = await preview('Fair\t2026-07-01\t2026-07-05\tmany\nFair\tsoon\t2026-07-05\t80\n');
	expect(read.rows.map(({ cells, reject }) => [cells[0], reject !== null])).toEqual([
		['Fair', true],
		['Fair', true]
	]);
	expect(read).toMatchObject({ total: 2, rejected: 2 });
});

test('a table that is none of money → foreseen trouble', async () => {
	const how = { kind: 'spend', order: null, now: 0 } as const;
	await expect(previewPasted(publication, 'hello\n', how)).rejects.toMatchObject({
		code: 'pasteNotTable'
	});
});

test('a crossed table → an amount for each column; its months without a year → said so', async () => {
	const how = { kind: 'spend', order: null, now: 0 } as const;
	const lines = 'Canal\tJanv.\tFévr.\nRadio\t100\t120\n';
	await expect(previewPasted(publication, lines, how)).rejects.toMatchObject({
		code: 'monthsWithoutYear'
	});
	const { rows, unused } = await previewPasted(publication, `Budget 2026\n${lines}`, how);
	expect(rows.map(({ money }) => money.map(({ from, amount }) => [from, amount]))).toEqual([
		[
			['2026-01-01', 10_000],
			['2026-02-01', 12_000]
		]
	]);
	expect(unused).toEqual([]);
});

test('a currency that nobody knows, none at all, and an end before its beginning → each refused for what it is', async () => {
	const text =
		'Channel\tFrom\tTo\tSpend\tCurrency\n' +
		'Fair\t2026-07-01\t2026-07-05\t80\tXXQ\nFair\t2026-07-01\t2026-07-05\t80\t\n' +
		'Fair\t2026-07-05\t2026-07-01\t80\tEUR\n';
	const { rows } = await previewPasted(publication, text, { kind: 'spend', order: null, now: 0 });
	expect(rows.map(({ reject }) => reject)).toEqual(['badCurrency', 'noCurrency', 'badPeriod']);
});

test('a column that nothing is made of → named', async () => {
	const text = 'Date\tValue\tCurrency\tType\tShelf\n2026-07-01\t80\tEUR\tAtelier\tB 12\n';
	const read = await previewPasted(publication, text, { kind: 'value', order: null, now: 0 });
	expect(read.unused).toEqual(['Shelf']);
	expect(read.rows[0]!.money[0]).toMatchObject({ kind: 'Atelier' });
});

test.each([
	['a header of its own', 'Canal;Du;Au;Montant\n'],
	['the header that rows without one are given', 'Channel;From;To;Spend\n']
])('a sign of the own currency in one row, with %s → the others are of it too', async (_, head) => {
	const rows = 'Fair;2026-07-01;2026-07-05;80 €\nFair;2026-07-06;2026-07-07;90\n';
	const how = { kind: 'spend', order: null, now: 0 } as const;
	const read = await previewPasted(publication, head + rows, how);
	expect(read.rows.map(({ reject, money: [one] }) => reject ?? one!.amount)).toEqual([8000, 9000]);
	const other = await previewPasted(publication, head + rows.replace('€', '$'), how);
	expect(other.rows.map(({ reject }) => reject)).toEqual([null, 'noCurrency']);
});

test('a row with a day that there is not and an amount that is none → both are said', async () => {
	const read = await preview(
		'Fair\t31/11/2026\t30/11/2026\tmany\nFair\t13/07/2026\t13/07/2026\t1\n'
	);
	expect(read.rows.map(({ reject, also }) => [reject, also])).toEqual([
		['badAmount', ['badTime']],
		[null, []]
	]);
});
