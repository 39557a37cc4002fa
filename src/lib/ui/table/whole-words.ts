/** A word of more letters has no room in a column of its own: it is broken. */
const LONGEST = 16;

/**
 * Whether a column can be as wide as the longest word of a cell, so that none of its words is broken.
 *
 * @example hasWholeWords('davantage') // => true
 */
export function hasWholeWords(text: string): boolean {
	return text !== '' && text.split(/[\s-]+/).every(({ length }) => length <= LONGEST);
}
