import { locales, type Locale } from './compiled/runtime.js';

/**
 * What a language is called in another.
 *
 * @example languageName('nl', 'fr') // => 'néerlandais'
 */
export function languageName(language: string, locale: Locale): string {
	return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
}

/**
 * All languages in one of them, that one first.
 *
 * @example languageNames('fr').startsWith('français') // => true
 */
export function languageNames(locale: Locale): string {
	const others = locales.filter((one) => one !== locale);
	const names = [locale, ...others].map((one) => languageName(one, locale));
	return new Intl.ListFormat(locale).format(names);
}
