import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** What suggestions read of an item. */
export type TopicText = {
	title: string;
	text: string;
	/** its section as `#Title` and parts of the paths it links to as `/part`, where topics go by them */
	marks?: readonly string[];
};

export type Term = {
	stem: string;
	/** as it stood in the item, to say why */
	word: string;
	/** how often, a word of the title counting for three */
	weight: number;
};

const TITLE_WEIGHT = 3;
const MARK_WEIGHT = 2;
const WORD = /[\p{L}\p{N}]+/gu;
const ABBREVIATION = /^\p{Lu}{2,5}$/u;

/** "AI", "IT" are words, "ai" and "it" are not. */
export function isAbbreviation(word: string): boolean {
	return ABBREVIATION.test(word);
}
const PLAIN = /^[a-z]*$/i;
const DIGITS = /^\d+$/;

/** Latin letters without accents, ligatures undone, lower case. */
export function folded(text: string): string {
	if (PLAIN.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae');
}

/** A mark as it is compared: its sign, and its name without case and accents. */
export function markStem(mark: string): string {
	return mark[0] + folded(mark.slice(1));
}

/** A word that stands for a mark: `#Au jardin`, `/compost`. */
export function isMark(word: string): boolean {
	return /^[#/]./.test(word);
}

/** The words of a text in order, stop words left out as null so that neighbours are known. */
function wordsOf(text: string): (string | null)[] {
	const words = text.normalize('NFC').match(WORD) ?? [];
	const shouted = text === text.toUpperCase();

	return words.map((word) => {
		if (!shouted && isAbbreviation(word)) return word;
		const plain = folded(word);
		return plain.length < 2 || DIGITS.test(plain) || stopWords.has(plain) ? null : word;
	});
}

/**
 * The terms of an item: stems of single words and of neighbours ("intelligence artificielle"), the
 * title's counting for more.
 */
export function termsOf({ title, text, marks = [] }: TopicText): Map<string, Term> {
	const terms = new Map<string, Term>();
	for (const mark of marks) add(terms, { stem: markStem(mark), word: mark, weight: MARK_WEIGHT });

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
