import { expect, test } from 'vitest';
import { MINUTE, QUARTER, rounded } from './rounded.ts';

const minutes = Object.freeze([60, 120, 180, 180, 240, 600, 660, 720]);

test('times in full minutes → rounded to the minute, not to the quarter', () => {
	expect(rounded(minutes, MINUTE)).toBe(true);
	expect(rounded(minutes, QUARTER)).toBe(false);
});

test('days of a zone at UTC+05:45 → rounded to the quarter', () => {
	const days = [1, 2, 2, 5].map((day) => day * 86_400 - 20_700);
	expect(rounded(days, QUARTER)).toBe(true);
});

test('one stray second among two hundred full minutes → still rounded', () => {
	const many = Array.from({ length: 200 }, (_, i) => i * 60);
	expect(rounded([...many, 61], MINUTE)).toBe(true);
});

test('times at any second → not rounded', () => {
	expect(
		rounded(
			minutes.map((at, i) => at + 7 * i),
			MINUTE
		)
	).toBe(false);
});

test('two events → too few to be called rounded', () => {
	expect(rounded([60, 120], MINUTE)).toBe(false);
});
