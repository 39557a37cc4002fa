import { Unzlib } from 'fflate';

/** Longest text that is decoded: no link is longer, and a hostile one must not cost anything. */
const LONGEST = 16_384;

/** Undoes percent signs; null where they make no sense. */
export function percent(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

/** Reads base64 in either alphabet, padded or not, its padding escaped or not; null if it is none. */
function base64(text: string): Uint8Array | null {
	if (text.length > LONGEST) return null;
	const body = text
		.replace(/(?<!=|%3d)(?:=|%3d)+$/i, '')
		.replace(/-/g, '+')
		.replace(/_/g, '/');
	if (!/^[A-Za-z0-9+/]{2,}$/.test(body)) return null;

	try {
		// a length of 4n+1 comes from a link cut in transit: the last character holds no whole byte
		const whole = body.length % 4 === 1 ? body.slice(0, -1) : body;
		return Uint8Array.from(atob(whole), (letter) => letter.charCodeAt(0));
	} catch {
		return null;
	}
}

/** Base64 of UTF-8 text; null if either is not what it seems. */
export function base64Text(text: string): string | null {
	const bytes = base64(text);
	if (!bytes) return null;

	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Base64 of a JSON object, alone or as the payload of a signed token; null if it is none. */
export function base64Json(text: string): Record<string, unknown> | null {
	for (const part of text.split('.')) {
		if (!part.startsWith('eyJ') && !part.startsWith('ey')) continue;

		const object = json(base64Text(part));
		// the header of a signed token says how it is signed and nothing else
		if (object && !('alg' in object)) return object;
	}
	return null;
}

/** A JSON object; null for any other text. */
export function json(text: string | null): Record<string, unknown> | null {
	if (text === null) return null;
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? { ...value } : null;
	} catch {
		return null;
	}
}

/** Base64 of deflated text. Senders that flush without closing the stream are read as far as they go. */
export function base64Inflated(text: string): string | null {
	const bytes = base64(text);
	if (!bytes || bytes[0] !== 0x78) return null;

	let read = '';
	const decoder = new TextDecoder();
	const stream = new Unzlib((chunk) => {
		if (read.length < LONGEST) read += decoder.decode(chunk, { stream: true });
	});
	try {
		stream.push(bytes, true);
	} catch {
		// what was read before the damage may hold the whole link: the caller looks
	}
	return read || null;
}
