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

const places = new Map([...signs].map((sign, i) => [sign.charCodeAt(0), 0x80 + i]));

/**
 * The bytes that a text was, if it was read as Windows-1252; null where it has signs that no such text has.
 *
 * @example windowsBytes('Ã©') // => Uint8Array.of(0xc3, 0xa9)
 */
export function windowsBytes(text: string): Uint8Array | null {
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		const byte = code < 256 ? code : places.get(code);
		if (byte === undefined) return null;
		bytes[i] = byte;
	}
	return bytes;
}
