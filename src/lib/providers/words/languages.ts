import type { ReadLanguage } from '#lib/locales.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import type { ExportWords } from './words.ts';

/** The languages whose exports are read by their words. A file may mix them. */
const languages: readonly ExportWords[] = Object.values({
	en,
	fr,
	de,
	es,
	it,
	nl,
	pt
} satisfies Record<ReadLanguage, ExportWords>);

/** The words of all languages for one thing, as one expression that matches a whole text. */
export function wholeWord(wordsOf: (words: ExportWords) => readonly string[] | undefined): RegExp {
	return new RegExp(`^(?:${anyWord(wordsOf)})$`);
}

/** The words of all languages for one thing, as alternatives for an expression. */
export function anyWord(wordsOf: (words: ExportWords) => readonly string[] | undefined): string {
	const words = languages.flatMap((language) => wordsOf(language) ?? []);
	// nothing matches what no language has a word for
	return words.length === 0 ? '(?!)' : words.join('|');
}

/** One text a language, such as an expression for its articles. */
export function ofLanguages<Part>(partOf: (words: ExportWords) => Part): Part[] {
	return languages.map(partOf);
}

const TRANSLITERATED =
	/oeffn|empfaeng|loesch|ruecklaeu|zurueck|bestaetig|zugefueg|aender|kuendig|gueltig|waehrung|geraet|laender|ueberschr|kaeuf|erloes|\bfuer\b|eintraeg/g;

/** A plain German text whose umlauts were written as two letters, as where none could be: `geoeffnet`. */
export function withoutUmlauts(text: string): string {
	return text.replace(TRANSLITERATED, (stem) => stem.replace(/([aou])e(?!u)/g, '$1'));
}

/** A text as the words are written: lower-case, without accents and brackets; `-`, `_` and points are spaces. */
export function plainWord(text: string): string {
	return withoutUmlauts(
		text
			.replace(/^\uFEFF/, '')
			// `emailClick`
			.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
			.toLowerCase()
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.replaceAll('ß', 'ss')
			.replace(/[\s_.:;,/#*?!"'’°º()[\]{}-]+/g, ' ')
			.trim()
	);
}
