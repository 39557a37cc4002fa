/** Cells that a spreadsheet would run, titles come from outside; and those that look as if made harmless already. */
const FORMULA = /^[\s']*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

/**
 * A text as a spreadsheet may have it: what it would run as a formula begins with an apostrophe, and is
 * a text.
 *
 * @example asText('=1+1') // => "'=1+1"
 */
export function asText(text: string): string {
	return FORMULA.test(text) ? `'${text}` : text;
}
