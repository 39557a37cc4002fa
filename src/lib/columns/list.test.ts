import { expect, test } from 'vitest';
import { m } from '#lib/messages/compiled/messages.js';
import { createFormats } from '#lib/messages/format.ts';
import { declare } from './declare.ts';
import { listQueryIn, listOf, PER_PAGE, sortingOf, turned } from './list.ts';

type Row = { topic: string; clickers: number | null; sentAt: number };

const table = declare<Row>()({
	name: 'made-up',
	columns: [
		{ key: 'topic' },
		{ key: 'clickers', kind: 'count', people: true },
		{ key: 'sentAt', head: m['table.sentUtc'], local: m['table.sent'], kind: 'instant' },
		{ key: 'remove', head: m['reports.remove'], act: true, file: false }
	],
	views: {}
});
const rows: readonly Row[] = Object.freeze([
	{ topic: 'Ports', clickers: 9, sentAt: 3 },
	{ topic: 'Écluses du nord', clickers: null, sentAt: 1 },
	{ topic: 'Ponts', clickers: 1200, sentAt: 2 }
]);
const formats = createFormats('fr', 'UTC');

function asked(query: string, of: readonly Row[] = rows) {
	return listOf(table, of, { params: new URLSearchParams(query), formats });
}
const topics = (query: string) => asked(query).rows.map(({ topic }) => topic);

test('an order by figures or dates is the most or latest first, unknown last; reversed, unknown still last', () => {
	expect(topics('order=clickers')).toEqual(['Ponts', 'Ports', 'Écluses du nord']);
	expect(topics('order=-clickers')).toEqual(['Ports', 'Ponts', 'Écluses du nord']);
	expect(topics('order=sentAt')).toEqual(['Ports', 'Ponts', 'Écluses du nord']);
});

test('an order by words is that of the language, accents aside', () => {
	expect(topics('order=topic')).toEqual(['Écluses du nord', 'Ponts', 'Ports']);
});

test('an order by what can be done with a row → the list as it was given', () => {
	expect(topics('order=remove')).toEqual(rows.map(({ topic }) => topic));
	expect(topics('order=-remove')).toEqual(rows.map(({ topic }) => topic));
});

test('an order that no column has leaves the list as it was given', () => {
	expect(topics('order=nothing')).toEqual(['Ports', 'Écluses du nord', 'Ponts']);
});

test('a click on a head asks for its first order, then the other way round, then none', () => {
	expect(turned(null, 'clickers')).toBe('clickers');
	expect(turned('clickers', 'clickers')).toBe('-clickers');
	expect(turned('-clickers', 'clickers')).toBeNull();
	expect(turned('topic', 'clickers')).toBe('clickers');
	const columns = [{ key: 'clickers', kind: 'count' as const }];
	expect(sortingOf('clickers', columns)?.order).toBe('descending');
	expect(sortingOf('-clickers', columns)?.order).toBe('ascending');
});

test('words are found without case or accents, all of them in any order', () => {
	expect(topics('find=NORD+ecluses')).toEqual(['Écluses du nord']);
	expect(asked('find=nowhere')).toMatchObject({ found: 0, total: 3, pages: 1, rows: [] });
});

test('amounts are not looked for by their digits', () => {
	expect(topics('find=1200')).toEqual([]);
});

test('a page that is not there is the nearest that is', () => {
	const many = Array.from({ length: PER_PAGE + 1 }, (_, i) => ({ ...rows[0]!, clickers: i }));
	expect(asked('page=2', many)).toMatchObject({ page: 2, pages: 2 });
	expect(asked('page=2', many).rows).toHaveLength(1);
	expect(asked('page=99', many).page).toBe(2);
	for (const query of ['page=-1', 'page=x', 'page=', 'page=1e999'])
		expect(asked(query, many).page).toBeGreaterThanOrEqual(1);
});

test('lists with a prefix read parameters of their own', () => {
	const params = new URLSearchParams('page=3&spend.page=2&spend.find=%20ports%20');
	expect(listQueryIn(params, 'spend.')).toEqual({ page: 2, order: null, find: 'ports' });
	expect(listQueryIn(params).page).toBe(3);
});
