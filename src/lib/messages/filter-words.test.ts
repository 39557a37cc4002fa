import { expect, test } from 'vitest';
import { everything } from '../server/figures/filters.ts';
import { periodOf } from './filter-words.ts';
import { createFormats } from './format.ts';

test('two dates of one year → the year once; of two years, each its own; one day → that day', () => {
	const name = (from: string, to: string) =>
		periodOf({ ...everything, from, to }, [], createFormats('fr', 'Europe/Paris')).name;
	expect(name('2026-11-23', '2026-11-29')).toBe('23 nov. – 29 nov. 2026');
	expect(name('2025-12-29', '2026-01-04')).toBe('29 déc. 2025 – 4 janv. 2026');
	expect(name('2026-11-23', '2026-11-23')).toBe('23 nov. 2026');
});
