/** What moves a cursor, recolours, retitles or types: all control characters but line ends and tabs. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n|$)/g;

/** Marks that turn the direction of what follows on the line. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text as a terminal may have it: names come from files, and a terminal obeys what is written in
 * them. Controls become their pictures.
 *
 * @example forTerminal('a\u001b[2Jb') // => 'a␛[2Jb'
 */
export function forTerminal(text: string): string {
	return text.replace(TURNS, '').replace(CONTROL, (sign) => {
		const code = sign.charCodeAt(0);
		if (code === 0x7f) return '\u2421';
		return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
	});
}

/** JSON escapes the first controls itself; terminals obey later ones too. The value stays the same. */
export function jsonForTerminal(value: unknown): string {
	return JSON.stringify(value, null, '\t').replace(
		/[\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
