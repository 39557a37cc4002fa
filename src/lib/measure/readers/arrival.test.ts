import { expect, test } from 'vitest';
import { halfLife } from './arrival.ts';

const delays = Object.freeze([40, 0.2, 3, 1]);

test('delays of clicks → the half-life within which half of them came', () => {
	expect(halfLife(delays, 100)).toBe(1);
	expect(halfLife([5, 6, 7], 72)).toBe(6);
});

test('clicks past 72 hours → not in the half-life', () => {
	expect(halfLife([1, 2, 100, 200, 300], 400)).toBe(1);
});

test('an issue under 72 hours old, or without clicks → no half-life', () => {
	expect(halfLife(delays, 71)).toBe(null);
	expect(halfLife([], 100)).toBe(null);
});
