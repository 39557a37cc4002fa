import { expect, test } from 'vitest';
import { minuteRounded } from './rounded.ts';

const minutes = Object.freeze([60, 120, 180, 180, 240, 600, 660, 720]);

test('full minutes throughout are rounded', () => {
	expect(minuteRounded(minutes)).toBe(true);
});

test('a stray second among hundreds does not hide the rounding', () => {
	const many = Array.from({ length: 200 }, (_, i) => i * 60);
	expect(minuteRounded([...many, 61])).toBe(true);
});

test('seconds as they come are exact', () => {
	expect(minuteRounded(minutes.map((at, i) => at + 7 * i))).toBe(false);
});

test('a few events prove nothing', () => {
	expect(minuteRounded([60, 120, 180])).toBe(false);
});
