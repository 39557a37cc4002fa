/** A short word with a hyphen; a longer one would not fit a narrow screen, or leave half of a line empty. */
const JOINED = /(?<!\S)([^\s-]{1,10}-\S{1,10})(?!\S)/;

/**
 * Sets apart the short words with a hyphen, at which a browser would break a line: every other part is one.
 *
 * @example unbroken('An e-mail now') // => ['An ', 'e-mail', ' now']
 */
export function unbroken(text: string): string[] {
	return text.split(JOINED);
}
