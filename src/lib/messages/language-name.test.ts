import { expect, test } from 'vitest';
import { locales } from '#lib/locales.ts';
import { languageName, languageNames } from './language-name.ts';

test('a language → its name in another, and in itself', () => {
	expect(languageName('en', 'fr')).toBe('anglais');
	expect(languageName('fr', 'en')).toBe('French');
	expect(languageName('fr', 'fr')).toBe('français');
});

test('all languages → named in one of them, that one first', () => {
	for (const locale of locales)
		expect(languageNames(locale).indexOf(languageName(locale, locale))).toBe(0);
	expect(languageNames('en')).toMatch(/, and |and /);
});
