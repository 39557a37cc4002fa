import type { Locale } from '#lib/locales.ts';

/** Pages that show what was made in a language, whatever the reader's own is. */
const REPORTS = ['/p/[publication]/reports/[report]', '/s/[token]'];

/** Whether a page needs the words of all languages. */
export function needsAllLanguages(route: string | null): boolean {
	return route !== null && REPORTS.includes(route);
}

/**
 * Where a page names the scripts that it begins with, those that have only its language's words: the build
 * writes them beside those that have all (`scripts-by-language.config.ts`).
 */
export function scriptsIn(language: Locale, text: string): string {
	return text.replace(/\/_app\/immutable\/(?=(?:entry|nodes)\/)/g, `$&${language}/`);
}
