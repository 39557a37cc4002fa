import { expect, test } from 'vitest';
import { isCountsOnly, sideOf } from './clear.ts';

test('an interval that excludes usual is clear', () => {
	expect(sideOf({ low: 1.1, high: 1.4, why: null })).toBe('above');
	expect(sideOf({ low: 0.6, high: 0.9 })).toBe('below');
	expect(sideOf({ low: 0.9, high: 1.4 })).toBe(null);
	expect(sideOf({ low: null, high: null, why: 'fewItems' })).toBe(null);
});

test('counts alone never are', () => {
	const counted = { low: 1.1, high: 1.4, why: 'countsOnly' };
	expect(sideOf(counted)).toBe(null);
	expect(isCountsOnly([counted, counted])).toBe(true);
	expect(isCountsOnly([counted, { low: 1, high: 2, why: null }])).toBe(false);
	expect(isCountsOnly([])).toBe(false);
});
