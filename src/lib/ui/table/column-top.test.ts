import { expect, test } from 'vitest';
import { columnTop } from './column-top.ts';

const range = { expected: 40, low: 30, high: 60, low50: 35, high50: 45 };

test('bars, expectations and forecasts → the column reaches to the furthest of them, intervals and all', () => {
	expect(columnTop([{ as: 'bar', value: 10, expected: 30 }])).toBe(30);
	expect(columnTop([{ as: 'bar', value: 10, high: 14 }])).toBe(14);
	expect(columnTop([{ as: 'range', range, came: 70 }])).toBe(70);
	expect(columnTop([{ as: 'range', range, last: null }])).toBe(60);
});

test('an interval that goes on far beyond all values → the column ends at twice the highest', () => {
	const drawings = [4, 10].map((value) => ({ as: 'bar' as const, value, high: value * 100 }));
	expect(columnTop(drawings)).toBe(20);
});

test('possible ranks → as many as there are rows; nothing drawn → 0', () => {
	expect(columnTop([{ as: 'rank', low: 1, high: 2 }])).toBe(1);
	expect(columnTop([])).toBe(0);
});
