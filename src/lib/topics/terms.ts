import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** What suggestions read of an item. */
export type Words = { title: string; text: string };

export type Term = {
	stem: string;
	/** as it stood in the item, to say why */
	word: string;
	/** how often, a word of the title counting for three */
	weight: number;
};

const TITLE_WEIGHT = 3;
const WORD = /[\p{L}\p{N}]+/gu;
const ABBREVIATION = /^\p{Lu}{2,5}$/u;
const PLAIN = /^[a-z]*$/i;
const DIGITS = /^\d+$/;

/** Latin letters without accents, ligatures undone, lower case. */
function folded(text: string): string {
	if (PLAIN.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae');
}

/** The words of a text in order, stop words left out as null so that neighbours are known. */
function wordsOf(text: string): (string | null)[] {
	const found = text.normalize('NFC').match(WORD) ?? [];
	const shouted = text === text.toUpperCase();

	return found.map((word) => {
		// "AI", "IT" are words, "ai" and "it" are not
		if (!shouted && ABBREVIATION.test(word)) return word;
		const plain = folded(word);
		return plain.length < 2 || DIGITS.test(plain) || stopWords.has(plain) ? null : word;
	});
}

/**
 * The terms of an item: stems of single words and of neighbours ("intelligence artificielle"), the
 * title's counting for more.
 */
export function termsOf({ title, text }: Words): Map<string, Term> {
	const terms = new Map<string, Term>();

	for (const [words, weight] of [
		[wordsOf(title), TITLE_WEIGHT],
		[wordsOf(text), 1]
	] as const) {
		let before: Term | null = null;
		let gap = 0;
		for (const word of words) {
			if (word === null) {
				gap++;
				continue;
			}
			const here: Term = { stem: stem(folded(word)), word, weight };
			add(terms, here);
			// "mot de passe": one small word may stand between
			if (before && gap < 2) {
				add(terms, { stem: `${before.stem} ${here.stem}`, word: `${before.word} ${word}`, weight });
			}
			before = here;
			gap = 0;
		}
	}
	return terms;
}

function add(terms: Map<string, Term>, term: Term) {
	const known = terms.get(term.stem);
	if (known) known.weight += term.weight;
	else terms.set(term.stem, { ...term });
}
