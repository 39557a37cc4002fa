/**
 * The languages that pages, reports and mail speak; forms, commands and documents offer these.
 * CONTRIBUTING.md says what else a language is made of.
 */
export const locales = ['fr', 'en'] as const;

export type Locale = (typeof locales)[number];

/**
 * The one that others fall back to: that of a browser or terminal that asks for none of them, and of a
 * topic's name where it has none in another.
 */
export const fallbackLocale = 'en' satisfies Locale;

/** All of them, the one that others fall back to first. */
export const fallbackFirst: readonly Locale[] = [
	fallbackLocale,
	...locales.filter((locale) => locale !== fallbackLocale)
];

/** Something by language; what was kept before a language was added has none in it. */
export type InLocales<Value> = Readonly<Partial<Record<Locale, Value>>>;

/**
 * Makes something in every language.
 *
 * @example inLocales((locale) => locale.toUpperCase()).fr // => 'FR'
 */
export function inLocales<Value>(make: (locale: Locale) => Value): Readonly<Record<Locale, Value>> {
	const made = fallbackFirst.map((locale) => [locale, make(locale)] as const);
	return Object.fromEntries(made) as Record<Locale, Value>;
}

/**
 * The language of a terminal, as POSIX says it: the one that LC_ALL, LC_MESSAGES or LANG begins with.
 *
 * @example terminalLocale({ LANG: 'fr_CA.UTF-8' }) // => 'fr'
 */
export function terminalLocale(env: Readonly<Record<string, string | undefined>>): Locale {
	const asked = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
	return locales.find((locale) => asked.startsWith(locale)) ?? fallbackLocale;
}

/**
 * The languages whose exports and letters are read. Each has its words in `lib/providers/words` and
 * `lib/issue/words`, and its months in `lib/calendar-words.ts`.
 */
export const readLanguages = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt'] as const;

export type ReadLanguage = (typeof readLanguages)[number];
