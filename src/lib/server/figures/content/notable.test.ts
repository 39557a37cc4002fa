import { expect, test } from 'vitest';
import { notableOf } from './notable.ts';
import type { ItemRow } from './rows.ts';

function item(id: number, position: number, lift: number | null, own: Partial<ItemRow> = {}) {
	const isEstimated = lift !== null;
	return {
		id,
		issueId: 1,
		position,
		lift,
		low: isEstimated ? lift * 0.8 : null,
		high: isEstimated ? lift * 1.2 : null,
		enough: isEstimated,
		why: isEstimated ? null : 'fewItems',
		...own
	} as ItemRow;
}

const ids = (items: readonly ItemRow[]) => items.map(({ id }) => id);

test('strong items low in their issue → missed opportunities, the strongest first', () => {
	const all = [item(1, 1, 2), item(2, 2, 1), item(3, 3, 1.5), item(4, 4, 1.9)];
	expect(ids(notableOf(all, all).missed)).toEqual([4, 3]);
});

test('the only item of an issue, the middle one of five → not low in it', () => {
	const only = [item(1, 1, 2)];
	expect(notableOf(only, only).missed).toEqual([]);
	const five = [1, 2, 3, 4, 5].map((position) => item(position, position, position > 2 ? 2 : 1));
	expect(ids(notableOf(five, five).missed)).toEqual([4, 5]);
});

test('items that clearly fall short → listed, the one that falls furthest first', () => {
	const all = [item(1, 1, 0.7), item(2, 2, 0.95), item(3, 3, 0.4), item(4, 4, null)];
	expect(ids(notableOf(all, all).under)).toEqual([3, 1]);
});

test('some items of an issue shown → its depth still measured by all of them', () => {
	const all = [1, 2, 3, 4, 5, 6, 7, 8].map((position) =>
		item(position, position, position === 4 ? 2 : 1)
	);
	expect(ids(notableOf(all.slice(0, 4), all).missed)).toEqual([]);
	expect(ids(notableOf(all.slice(0, 4), all.slice(0, 4)).missed)).toEqual([4]);
});

test('lifts from counts alone → never notable; nine that fall short → five of them', () => {
	const counted = [1, 2, 3].map((position) => item(position, position, 3, { why: 'countsOnly' }));
	expect(notableOf(counted, counted)).toEqual({ under: [], missed: [] });
	const many = Array.from({ length: 9 }, (_, i) => item(i + 1, i + 1, 0.5));
	expect(notableOf(many, many).under).toHaveLength(5);
});
