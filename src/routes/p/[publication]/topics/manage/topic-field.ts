import type { Locale } from '#lib/locales.ts';

/** What the form of a topic calls a field that it has in each language. */
export function topicField(what: 'name' | 'words', locale: Locale): string {
	return `${what}-${locale}`;
}
