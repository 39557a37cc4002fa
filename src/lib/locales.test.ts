import { expect, test } from 'vitest';
import { fallbackLocale, inLocales, locales, terminalLocale } from './locales.ts';

test.each(locales)('a terminal whose language begins with %s → that language', (locale) => {
	expect(terminalLocale({ LANG: `${locale}_XX.UTF-8` })).toBe(locale);
	expect(terminalLocale({ LC_ALL: locale, LC_MESSAGES: 'C', LANG: 'de_DE.UTF-8' })).toBe(locale);
	expect(terminalLocale({ LC_ALL: '', LC_MESSAGES: locale, LANG: 'C' })).toBe(locale);
});

test('a terminal in none of the languages, or in no language → the one that others fall back to', () => {
	for (const env of [{}, { LANG: 'C.UTF-8' }, { LANG: 'de_DE.UTF-8' }, { LC_ALL: 'POSIX' }])
		expect(terminalLocale(env)).toBe(fallbackLocale);
});

test('something in every language → the one that others fall back to first', () => {
	const made = inLocales((locale) => locale.toUpperCase());
	expect(Object.keys(made)[0]).toBe(fallbackLocale);
	expect(Object.keys(made).sort()).toEqual([...locales].sort());
	for (const locale of locales) expect(made[locale]).toBe(locale.toUpperCase());
});
