import { expect, test } from 'vitest';
import { draftAddress, moved } from './order.ts';

test.each([
	[[1, 2, 3, 4], 0, 2, [2, 3, 1, 4]],
	[[1, 2, 3, 4], 3, 0, [4, 1, 2, 3]],
	[[1, 2, 3, 4], 1, 1, [1, 2, 3, 4]]
])('%j with place %i moved to %i → %j', (order, from, to, expected) => {
	expect(moved(order, from, to)).toEqual(expected);
});

test('a changed order → in the address, beside what else is asked; the drafted order → not', () => {
	const params = new URLSearchParams('position=3&guarantee=90');
	expect(draftAddress(params, [2, 1, 3])).toBe('?position=3&guarantee=90&order=2,1,3');
	expect(draftAddress(new URLSearchParams('order=2,1'), [1, 2])).toBe('?');
});
