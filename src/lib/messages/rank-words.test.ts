import { expect, test } from 'vitest';
import { createFormats } from './format.ts';
import { rankWords } from './rank-words.ts';

test('ranks of thousands → grouped as each language groups numbers; a rank alone → once', () => {
	expect(rankWords(1, 4550, createFormats('fr', 'UTC'))).toBe('1–4\u00a0550');
	expect(rankWords(1, 4550, createFormats('en', 'UTC'))).toBe('1–4,550');
	expect(rankWords(1200, 1200, createFormats('en', 'UTC'))).toBe('1,200');
});
