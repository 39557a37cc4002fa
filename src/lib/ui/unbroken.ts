/** A part of a text: words as they are, or one that is not broken at its hyphen. */
export type Part = { text: string; whole: boolean };

/** A longer one would not fit a narrow screen, or leave half of a line empty. */
const LONGEST = 16;

const isJoined = (word: string) =>
	word.length <= LONGEST && word.indexOf('-') > 0 && !word.endsWith('-');

/**
 * Sets apart the short words with a hyphen (“e-mail”), at which a browser would break a line.
 *
 * @example unbroken('An e-mail now') // => 'An ', 'e-mail' as a whole, ' now'
 */
export function unbroken(text: string): Part[] {
	const parts: Part[] = [];
	for (const piece of text.split(/([ \u00a0]+)/)) {
		const whole = isJoined(piece);
		const last = parts.at(-1);
		if (last && !last.whole && !whole) last.text += piece;
		else if (piece !== '') parts.push({ text: piece, whole });
	}
	return parts;
}
