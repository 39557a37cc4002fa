import type { ReadLanguage } from '#lib/locales.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import { elsewhere } from './elsewhere.ts';
import type { LetterWords } from './words.ts';

/** The languages whose letters are read by their words. A letter may mix them. */
export const languages: readonly LetterWords[] = Object.values({
	en,
	fr,
	de,
	es,
	it,
	nl,
	pt
} satisfies Record<ReadLanguage, LetterWords>);

/** The words of all languages for one thing, as alternatives for an expression. */
export function anyOf(...keys: readonly Exclude<keyof LetterWords, 'sections'>[]): string {
	const sources = [...languages, elsewhere].flatMap((words) =>
		keys.flatMap((key) => (words[key] ?? []).map(({ source }) => source))
	);
	return sources.join('|');
}

/** What sections are called in newsletters everywhere: small letters, without emoji and punctuation. */
export const sectionNames: ReadonlySet<string> = new Set(
	languages.flatMap(({ sections }) => sections ?? []).flatMap((names) => names.split('|'))
);
