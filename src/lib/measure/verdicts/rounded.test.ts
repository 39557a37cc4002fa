import { expect, test } from 'vitest';
import { MINUTE_SECONDS, QUARTER_SECONDS, areRounded } from './rounded.ts';

const minutes = Object.freeze([60, 120, 180, 180, 240, 600, 660, 720]);

test('times in full minutes → rounded to the minute, not to the quarter', () => {
	expect(areRounded(minutes, MINUTE_SECONDS)).toBe(true);
	expect(areRounded(minutes, QUARTER_SECONDS)).toBe(false);
});

test('days of a zone at UTC+05:45 → rounded to the quarter', () => {
	const days = [1, 2, 2, 5].map((day) => day * 86_400 - 20_700);
	expect(areRounded(days, QUARTER_SECONDS)).toBe(true);
});

test('one stray second among two hundred full minutes → still rounded', () => {
	const many = Array.from({ length: 200 }, (_, i) => i * 60);
	expect(areRounded([...many, 61], MINUTE_SECONDS)).toBe(true);
});

test('times at any second → not rounded', () => {
	expect(
		areRounded(
			minutes.map((at, i) => at + 7 * i),
			MINUTE_SECONDS
		)
	).toBe(false);
});

test('two events → too few to be called rounded', () => {
	expect(areRounded([60, 120], MINUTE_SECONDS)).toBe(false);
});
