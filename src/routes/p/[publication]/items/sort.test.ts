import { expect, test } from 'vitest';
import type { ItemRow } from '#lib/server/figures/content/rows.ts';
import { orderOf, pageOf, PER_PAGE } from './sort.ts';

function item(id: number, some: Partial<ItemRow>): ItemRow {
	return Object.freeze({ id, lift: null, enough: true, rawRate: null, ...some }) as ItemRow;
}

const read = (query: string) => new URLSearchParams(query);

test('orders by lift, and what has none comes last', () => {
	const items = Object.freeze([item(1, {}), item(2, { lift: 0.8 }), item(3, { lift: 1.4 })]);

	expect(pageOf(items, read('')).items.map(({ id }) => id)).toEqual([3, 2, 1]);
});

test('orders by raw rate while nothing has been adjusted', () => {
	const items = Object.freeze([item(1, { rawRate: 0.01 }), item(2, { rawRate: 0.02 })]);

	expect(orderOf(read(''), items)).toBe('rate');
	expect(pageOf(items, read('')).items.map(({ id }) => id)).toEqual([2, 1]);
});

test('orders by clickers where how many were delivered is not known', () => {
	expect(orderOf(read(''), [item(1, { clickers: 12 })])).toBe('clickers');
});

test('takes the order that is asked for, if there is such an order', () => {
	const items = [item(1, { rawRate: 0.01 })];

	expect(orderOf(read('order=sent'), items)).toBe('sent');
	expect(orderOf(read('order=name'), items)).toBe('rate');
});

test('shows a hundred at a time, and never a page that is not there', () => {
	const items = Array.from({ length: PER_PAGE + 1 }, (_, id) =>
		item(id, { rawRate: 1 / (id + 1) })
	);

	expect(pageOf(items, read('page=2'))).toMatchObject({ page: 2, pages: 2 });
	expect(pageOf(items, read('page=2')).items).toHaveLength(1);
	expect(pageOf(items, read('page=99')).page).toBe(2);
	expect(pageOf(items, read('page=-1')).page).toBe(1);
	expect(pageOf([], read('')).pages).toBe(1);
});
