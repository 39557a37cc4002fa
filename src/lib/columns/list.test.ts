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

test('an order by a figure or date → most or latest first, unknown last; reversed → unknown still last', () => {
	expect(topics('order=clickers')).toEqual(['Ponts', 'Ports', 'Écluses du nord']);
	expect(topics('order=-clickers')).toEqual(['Ports', 'Ponts', 'Écluses du nord']);
	expect(topics('order=sentAt')).toEqual(['Ports', 'Ponts', 'Écluses du nord']);
});

test('an order by words → that of the language, accents aside', () => {
	expect(topics('order=topic')).toEqual(['Écluses du nord', 'Ponts', 'Ports']);
});

test('an order by what can be done with a row → the list as it was given', () => {
	expect(topics('order=remove')).toEqual(rows.map(({ topic }) => topic));
	expect(topics('order=-remove')).toEqual(rows.map(({ topic }) => topic));
});

test('an order by a column that does not exist → the list as it was given', () => {
	expect(topics('order=nothing')).toEqual(['Ports', 'Écluses du nord', 'Ponts']);
});

test('clicks on a column head → its first order, the reverse, then none', () => {
	expect(turned(null, 'clickers')).toBe('clickers');
	expect(turned('clickers', 'clickers')).toBe('-clickers');
	expect(turned('-clickers', 'clickers')).toBeNull();
	expect(turned('topic', 'clickers')).toBe('clickers');
	const columns = [{ key: 'clickers', kind: 'count' as const }];
	expect(sortingOf('clickers', columns)?.order).toBe('descending');
	expect(sortingOf('-clickers', columns)?.order).toBe('ascending');
});

test('a search with a plain hyphen → finds words whose hyphen no line is broken at', () => {
	const mails = [{ topic: 'E\u2011mail', clickers: 1, sentAt: 1 }];
	expect(asked('find=e-mail', mails)).toMatchObject({ found: 1 });
});

test('a search in any case, order and accents → the rows that hold all its words', () => {
	expect(topics('find=NORD+ecluses')).toEqual(['Écluses du nord']);
	expect(asked('find=nowhere')).toMatchObject({ found: 0, total: 3, pages: 1, rows: [] });
});

test('a search for the digits of an amount → nothing found', () => {
	expect(topics('find=1200')).toEqual([]);
});

test('a page number out of range or unreadable → the nearest page that exists', () => {
	const many = Array.from({ length: PER_PAGE + 1 }, (_, i) => ({ ...rows[0]!, clickers: i }));
	expect(asked('page=2', many)).toMatchObject({ page: 2, pages: 2 });
	expect(asked('page=2', many).rows).toHaveLength(1);
	expect(asked('page=99', many).page).toBe(2);
	for (const query of ['page=-1', 'page=x', 'page=']) expect(asked(query, many).page).toBe(1);
	expect(asked('page=1e999', many).page).toBe(2);
});

test('a list with a prefix → parameters of its own', () => {
	const params = new URLSearchParams('page=3&spend.page=2&spend.find=%20ports%20');
	expect(listQueryIn(params, 'spend.')).toEqual({ page: 2, order: null, find: 'ports' });
	expect(listQueryIn(params).page).toBe(3);
});
