import type { Line } from '../lines/line.ts';

/** Shorter words than these recur by chance. */
const SHORT = 4;

/**
 * A line as it is compared from issue to issue: a short code of its words, without case, numbers,
 * addresses and punctuation. It begins with `s` where these are few, else with `l`.
 *
 * @returns null for a line without words
 */
export function lineKey(line: Pick<Line, 'text' | 'image'>): string | null {
	const known = keys.get(line);
	if (known !== undefined) return known;
	const key = keyOf(line);
	keys.set(line, key);
	return key;
}

// the template, the frame and the other part ask for the same lines
const keys = new WeakMap<object, string | null>();

function keyOf({ text, image }: Pick<Line, 'text' | 'image'>): string | null {
	const words = (text || image || '')
		.slice(0, 400)
		.toLowerCase()
		.replace(/https?:\/\/\S+/g, ' ')
		.match(/[\p{L}\p{M}\p{N}]+/gu);
	if (!words) return null;
	return `${words.length < SHORT ? 's' : 'l'}${hash(words.join(' '))}`;
}

/** FNV-1a over UTF-16 units, 32 bits, in base 36. */
function hash(text: string): string {
	let code = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		code ^= text.charCodeAt(i);
		code = Math.imul(code, 0x01000193);
	}
	return (code >>> 0).toString(36);
}
