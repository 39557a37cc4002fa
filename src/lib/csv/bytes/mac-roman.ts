/** Bytes that are letters of Western words in Mac Roman, and signs or nothing in Windows-1252. */
const MAC_LETTERS = new Set([
	0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8d, 0x8e, 0x8f, 0x90, 0x95, 0x98, 0x99, 0x9a, 0x9b, 0x9d, 0x9e,
	0x9f, 0xbf
]);

function isAsciiLetter(byte: number | undefined): boolean {
	return byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
}

/**
 * Whether a text of one byte a letter is Mac Roman rather than Windows-1252: by which of the two the
 * bytes beyond ASCII that stand in words are letters.
 */
export function isMacRoman(bytes: Uint8Array): boolean {
	let mac = 0;
	let windows = 0;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at]!;
		if (byte < 0x80) continue;
		if (!isAsciiLetter(bytes[at - 1]) && !isAsciiLetter(bytes[at + 1])) continue;
		if (MAC_LETTERS.has(byte)) mac++;
		// 0xD5 is the apostrophe of Mac Roman, 0xCA its hard space
		else if (byte >= 0xdf || (byte >= 0xc0 && byte !== 0xd5 && byte !== 0xca)) windows++;
	}
	return mac > 0 && mac > 2 * windows;
}
