import { fallbackLocale, inLocales, type InLocales, type Locale } from '#lib/locales.ts';

/**
 * What a topic is called in a language. Where it has no name in it, as topics that are older than the
 * language, it is called as in the language that all fall back to, else as in the first it has.
 *
 * @example nameIn({ en: 'Rivers', fr: 'Fleuves' }, 'fr') // => 'Fleuves'
 */
export function nameIn(names: InLocales<string>, locale: Locale): string {
	return names[locale] ?? names[fallbackLocale] ?? allNames(names)[0] ?? '';
}

/** What a topic is called in any language. */
export function allNames(names: InLocales<string>): string[] {
	return Object.values(names);
}

/** A name that nobody translated: the same in every language. */
export function oneName(name: string): InLocales<string> {
	return inLocales(() => name);
}

/** Whether a topic is called the same in every language. */
export function sameNames(names: InLocales<string>, others: InLocales<string>): boolean {
	return Object.values(
		inLocales((locale) => nameIn(names, locale) === nameIn(others, locale))
	).every(Boolean);
}

/** The words that speak for a topic, of every language. */
export function allWords(words: InLocales<readonly string[]>): string[] {
	return Object.values(words).flat();
}
