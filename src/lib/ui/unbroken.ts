/**
 * A short word with a hyphen (a longer one would not fit a narrow screen, or leave half of a line empty),
 * or one before a sign that French sets apart, where a title was typed with a plain space.
 */
const JOINED = /(?<!\S)([^\s-]{1,10}-[^\s-]\S{0,9}|[^\s:;?!»]{1,16} [:;?!»])(?!\S)/;

/**
 * Sets apart what a browser would break a line within, such as “e-mail” or “longue :”: every other part is one.
 *
 * @example unbroken('An e-mail now') // => ['An ', 'e-mail', ' now']
 */
export function unbroken(text: string): string[] {
	return text.split(JOINED);
}
