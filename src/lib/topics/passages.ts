import { isAbbreviation, folded } from './terms.ts';
import { stem } from './stem.ts';

/** A word of a text, where it stands, and what it is compared by. */
export type Token = {
	stem: string;
	/** lower-case, without accents */
	plain: string;
	start: number;
	end: number;
	/** says nothing of what the text is about */
	small: boolean;
	/** begins a sentence, or stands where all words have capitals: its capital says nothing */
	first: boolean;
};

/** A text with its words. */
export type Passage = { text: string; tokens: Token[] };

const WORD = /[\p{L}\p{N}]+/gu;
const BREAK = /[.!?:;,()«»“”"–—|•·/\n\t]/;
const DIGITS = /^\d+$/;
const known = new Map<string, { plain: string; stem: string }>();
const MOST_KNOWN = 200_000;

function formsOf(word: string) {
	let forms = known.get(word);
	if (!forms) {
		const plain = folded(word);
		forms = { plain, stem: stem(plain) };
		if (known.size >= MOST_KNOWN) known.clear();
		known.set(word, forms);
	}
	return forms;
}

/**
 * The words of a text in order.
 *
 * @param isSmall whether a word without accents says nothing
 */
export function passageOf(text: string, isSmall: (plain: string) => boolean): Passage {
	const composed = text.normalize('NFC');
	const shouted = composed === composed.toUpperCase();
	const tokens: Token[] = [];
	let end = 0;
	for (const match of composed.matchAll(WORD)) {
		const [word] = match;
		const start = match.index;
		const { plain, stem } = formsOf(word);
		const whole = !shouted && isAbbreviation(word);
		tokens.push({
			stem,
			plain,
			start,
			end: start + word.length,
			small: !whole && (plain.length < 2 || DIGITS.test(plain) || isSmall(plain)),
			first: end === 0 || /[.!?:\n«“"]/.test(composed.slice(end, start))
		});
		end = start + word.length;
	}
	if (shouted || isTitleCase(composed, tokens)) for (const token of tokens) token.first = true;
	return { text: composed, tokens };
}

/** "How To Choose An Antenna": most longer words have capitals. */
function isTitleCase(text: string, tokens: readonly Token[]): boolean {
	const long = tokens.slice(1).filter(({ plain }) => plain.length > 3);
	const tall = long.filter(({ start }) => /\p{Lu}/u.test(text[start]!));
	return long.length > 1 && tall.length > long.length * 0.6;
}

/** Whether two neighbouring words belong to one phrase: no sign parts them. */
export function areTogether({ text }: Passage, before: Token, after: Token): boolean {
	return !BREAK.test(text.slice(before.end, after.start));
}
