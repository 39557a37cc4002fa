import { expect, test } from 'vitest';
import { m } from '#lib/messages/compiled/messages.js';
import { createFormats } from '#lib/messages/format.ts';
import { declare } from './declare.ts';
import { renderTable, fileTable } from './render-table.ts';
import { placeOf, placesOf } from './table.ts';

type Row = { topic: string; clickers: number | null; spend: number | null; sentAt: number };

const table = declare<Row>()({
	name: 'made-up',
	columns: [
		{ key: 'topic' },
		{ key: 'clickers', kind: 'count', people: true, short: m['cli.head.clickers'] },
		{ key: 'spend', kind: 'money' },
		{ key: 'sentAt', head: m['table.sentUtc'], local: m['table.sent'], kind: 'instant' },
		{
			key: 'both',
			head: m['table.both'],
			file: false,
			blank: '',
			cell: ({ topic, clickers }) => (clickers === null ? null : `${topic} ${clickers}`)
		}
	],
	views: { page: ['both', 'clickers', 'sentAt'] }
});
const rows: Row[] = [
	{ topic: 'Ponts', clickers: 1200, spend: 12_345, sentAt: Date.UTC(2026, 2, 5, 23, 30) },
	{ topic: 'Ports', clickers: null, spend: null, sentAt: 0 }
];
const formats = createFormats('en', 'Europe/Paris');

test('a table as a file → every column but those made for reading, as raw values', () => {
	const filed = fileTable(table, rows, formats, { currency: 'EUR' });
	expect(filed.columns).toEqual([
		{ key: 'topic', head: 'Topic', kind: 'text' },
		{ key: 'clickers', head: 'Clickers', kind: 'count', people: true },
		{ key: 'spend', head: 'Spend', kind: 'money', currency: 'EUR' },
		{ key: 'sentAt', head: 'Sent (UTC)', kind: 'instant', local: 'Sent' }
	]);
	expect(filed.rows[1]).toEqual(['Ports', null, null, 0]);
});

test('a view of a table → its columns in its order, formatted for people', () => {
	const rendered = renderTable(table, 'page', rows, formats);
	expect(rendered.columns.map(({ head, right }) => [head, right])).toEqual([
		['Readers of both', false],
		['Clickers', true],
		['Sent', false]
	]);
	expect(rendered.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
		['Ponts 1200', '1,200', '6 Mar 2026'],
		['', '–', '1 Jan 1970']
	]);
});

test('a view that a table does not have → the columns of its files', () => {
	const rendered = renderTable(table, 'terminal', rows, formats, { currency: 'EUR' });
	expect(rendered.columns.map(({ key }) => key)).toEqual(['topic', 'clickers', 'spend', 'sentAt']);
	expect(rendered.rows[0]!.cells.map(({ text }) => text)).toEqual([
		'Ponts',
		'1,200',
		'€123.45',
		'6 Mar 2026'
	]);
});

test('a column key in another language → the same place; a column that files do not hold → RangeError', () => {
	const french = fileTable(table, rows, createFormats('fr', 'Europe/Paris'));
	expect(placesOf(french, ['sentAt', 'topic'])).toEqual([3, 0]);
	expect(() => placeOf(french, 'both')).toThrow(RangeError);
});

test('an unknown key without head and cell, or a view of unknown columns → a type error', () => {
	const declared = [
		// @ts-expect-error there is no message table.nothing, and no field of that name
		declare<Row>()({ name: 'wrong', columns: [{ key: 'nothing' }], views: {} }),
		// @ts-expect-error a view names columns of its table
		declare<Row>()({ name: 'wrong', columns: [{ key: 'topic' }], views: { page: ['clickers'] } })
	];
	// types alone refuse them
	expect(declared).toHaveLength(2);
});

test('an end of an interval beside what is no change → told apart from it; a change → with its sign', () => {
	const ends = declare<{ low: number; spend: number }>()({
		name: 'made-up-ends',
		columns: [
			{ key: 'low', kind: 'ratio', end: true },
			{ key: 'lift', kind: 'ratio', cell: ({ low }) => low },
			{ key: 'spend', kind: 'money', signed: true }
		],
		views: {}
	});
	const rendered = renderTable(ends, 'page', [{ low: 0.9961, spend: 300 }], formats, {
		currency: 'EUR'
	});
	expect(rendered.rows[0]!.cells.map(({ text }) => text)).toEqual(['0.996', '1.00', '+€3.00']);
});

test('columns chosen → what may be chosen stays where it was', () => {
	const rendered = renderTable(table, 'page', rows, formats);
	const keys = ['both', 'clickers', 'sentAt', 'topic', 'spend'];
	expect(rendered.choices.map(({ key }) => key)).toEqual(keys);
	const chosen = rendered.with(['spend', 'both']);
	expect(chosen.columns.map(({ key }) => key)).toEqual(['both', 'spend']);
	expect(chosen.choices.map(({ key }) => key)).toEqual(keys);
});
