import { expect, test } from 'vitest';
import { quantile } from './quantile.ts';

test.each([
	[0, 3],
	[0.25, 7.5],
	[0.5, 9],
	[0.9, 16],
	[1, 20]
])('the %f quantile → what R gives (type 7): %f', (share, expected) => {
	expect(quantile(Object.freeze([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20]), share)).toBe(expected);
});

test('a quantile of no values → refused', () => {
	expect(() => quantile([], 0.5)).toThrow(RangeError);
});
