import { expect, test } from 'vitest';
import type { ItemRow } from '#lib/server/figures/content/rows.ts';
import { ranked } from './ranked.ts';

function item(id: number, some: Partial<ItemRow>): ItemRow {
	return Object.freeze({
		id,
		lift: null,
		rank: null,
		enough: true,
		rawRate: null,
		...some
	}) as ItemRow;
}
const ids = (items: readonly ItemRow[]) => ranked(Object.freeze(items)).map(({ id }) => id);

test('items with lifts → by lift, those without one last', () => {
	const few = item(4, { lift: 9, enough: false });
	expect(ids([few, item(1, {}), item(2, { lift: 0.8 }), item(3, { lift: 1.4 })])).toEqual([
		3, 2, 4, 1
	]);
});

test('no lift, but ranks → by rank', () => {
	const rated = item(3, { rawRate: 0.5 });
	expect(ids([rated, item(1, { rank: 2 }), item(2, { rank: 1 })])).toEqual([2, 1, 3]);
});

test('nothing adjusted → by raw rate', () => {
	expect(ids([item(1, { rawRate: 0.01 }), item(2, { rawRate: 0.02 })])).toEqual([2, 1]);
});

test('delivered unknown → by clickers', () => {
	expect(ids([item(1, { clickers: 12 }), item(2, { clickers: 30 })])).toEqual([2, 1]);
});
