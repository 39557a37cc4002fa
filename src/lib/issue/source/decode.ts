import { Trouble } from '#lib/trouble.ts';
import { withWindowsSigns } from '#lib/windows-1252.ts';

/**
 * Reads bytes as text: by byte order mark, by what the document says of itself (`<meta charset>`,
 * XML declaration), as UTF-8 where that is valid but for a sign or two, else as Windows-1252, which any bytes are.
 *
 * @throws {Trouble} fileEmpty, fileBinary
 */
export function decodeDocument(name: string, bytes: Uint8Array): string {
	if (bytes.length === 0) throw new Trouble('fileEmpty', { file: name });

	const text = withWindowsSigns(decode(bytes));
	if (!text.trim()) throw new Trouble('fileEmpty', { file: name });

	const start = text.slice(0, 4000);
	const noise = start.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
	if (start.includes('\u0000') || noise > start.length * 0.05) {
		throw new Trouble('fileBinary', { file: name });
	}

	return text.replaceAll('\u0000', '').replace(/\r\n?/g, '\n');
}

/** The same of a part of a mail, whose charset is not said or said wrongly. */
export function decodePart(bytes: Uint8Array): string {
	return withWindowsSigns(decode(bytes));
}

/** The text that bytes are in UTF-8; null where they are none, or nothing beyond ASCII tells. */
export function decodeUtf8(bytes: Uint8Array): string | null {
	if (bytes.every((byte) => byte < 0x80)) return null;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

function decode(bytes: Uint8Array): string {
	const marked = byMark(bytes) ?? byZeros(bytes);
	if (marked) return new TextDecoder(marked).decode(bytes);

	const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
	const said =
		/<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)|<\?xml[^>]{0,100}encoding=["']([\w-]+)/i.exec(
			start
		);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		const text = new TextDecoder('utf-8').decode(bytes);
		return isMostly(text) ? text : new TextDecoder(known(said?.[1] ?? said?.[2])).decode(bytes);
	}
}

/** Whether a text read as UTF-8 is that but for a sign or two, such as a preview that was cut within one. */
function isMostly(text: string): boolean {
	const lost = text.match(/\ufffd/g)?.length ?? 0;
	return (text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0) > lost;
}

function byMark([a, b, c]: Uint8Array): string | null {
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	return null;
}

/** UTF-16 without its mark: every second byte of Western text is zero. */
function byZeros(bytes: Uint8Array): string | null {
	const start = bytes.subarray(0, 512);
	let even = 0;
	let odd = 0;
	start.forEach((byte, i) => {
		if (byte === 0 && i % 2) odd++;
		else if (byte === 0) even++;
	});
	if (odd > start.length * 0.3 && even === 0) return 'utf-16le';
	if (even > start.length * 0.3 && odd === 0) return 'utf-16be';
	return null;
}

/** A charset that is neither UTF-8 (those bytes were not) nor unknown. */
function known(label: string | undefined): string {
	if (!label || /^utf-?(8|16)/i.test(label)) return 'windows-1252';
	try {
		return new TextDecoder(label).encoding;
	} catch {
		return 'windows-1252';
	}
}
