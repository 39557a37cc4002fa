import { nameKey } from '#lib/name-key.ts';

/** The French plural of a word that ends in -al, -eau or -ou, and any in -s, as the word alone. */
const alone = (word: string) =>
	word
		.replace(/([a-z])aux$/, '$1al')
		.replace(/(eau|eu|ou)x$/, '$1')
		.replace(/([a-z]{2})s$/, '$1');

const wordsOf = (text: string) =>
	nameKey(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);

/**
 * Whether a name has all that was typed, whatever the accents, the case, the order of the words and
 * whether they are meant of one or of several.
 *
 * @example fits('Canaux', 'canal') // => true
 */
export function fits(name: string, asked: string): boolean {
	const known = wordsOf(name);
	return wordsOf(asked).every((word) =>
		known.some((one) => one.startsWith(word) || alone(one).startsWith(alone(word)))
	);
}
