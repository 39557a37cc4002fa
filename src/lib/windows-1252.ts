/** What Windows-1252 has where Unicode has control characters, from 0x80 on. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Puts quotes, dashes and the euro where a decoder left control characters, which no text has: some
 * releases of Node (from 20.18.3 on) read Windows-1252 as if it were ISO-8859-1.
 *
 * @see https://github.com/nodejs/node/issues/56542
 * @example withWindowsSigns('l\u0092ann\u00e9e') // => 'l’année'
 */
export function withWindowsSigns(text: string): string {
	return text.replace(/[\u0080-\u009f]/g, (sign) => signs[sign.charCodeAt(0) - 0x80]!);
}
