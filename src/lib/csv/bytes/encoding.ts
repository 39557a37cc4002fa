import { Trouble } from '../../trouble.ts';
import { tellOneByte } from './one-byte.ts';
import type { Encoding } from '../encodings.ts';
import { scanUtf8 } from './utf8.ts';

/** First bytes of files that are no text, whatever their name says. */
const MAGIC = [
	'\x89PNG',
	'%PDF-',
	'GIF8',
	'\xff\xd8\xff',
	'PK\x03\x04',
	'PK\x05\x06',
	'\x1f\x8b',
	'BZh',
	'7z\xbc\xaf',
	'Rar!',
	'SQLite format 3',
	'\x7fELF',
	'MZ\x90',
	// UTF-32
	'\xff\xfe\x00\x00',
	'\x00\x00\xfe\xff'
];

/** Pages and XML that are called CSV. */
const MARKUP = /^(\xef\xbb\xbf)?\s*(<(\?xml|!doctype|html|head|body|table|meta|style)\b)/i;

/** How much of a text may be control characters: a stray NUL is kept, a picture is refused. */
const CONTROLS_IN_TEXT = 0.15;
const CONTROLS_IN_UNKNOWN = 0.02;

/**
 * Tells how a file is encoded from its beginning. `whole` says that there is nothing after it.
 *
 * What is not UTF-16 and not well-formed UTF-8 has one byte a letter: which, is told by the words that
 * come out, unless a good part of what is beyond ASCII is well-formed: then it is UTF-8 with faults, such
 * as lines of another encoding, which the decoder reads byte by byte and counts.
 *
 * @throws {Trouble} fileEmpty, fileBinary, fileNotTable
 */
export function tellEncoding(head: Uint8Array, whole: boolean): Encoding {
	if (head.length === 0) throw new Trouble('fileEmpty');

	const start = latin1(head.subarray(0, 4096));
	if (MAGIC.some((magic) => start.startsWith(magic))) throw new Trouble('fileBinary');
	if (MARKUP.test(start)) throw new Trouble('fileNotTable');

	if (start.startsWith('\xff\xfe')) return 'utf-16le';
	if (start.startsWith('\xfe\xff')) return 'utf-16be';
	if (start.startsWith('\xef\xbb\xbf')) return 'utf-8-bom';

	const wide = wideWithoutMark(head);
	if (wide) return wide;

	const { faults, sequences, unfinished } = scanUtf8(head);
	const wrong = faults.length + (whole && unfinished > 0 ? 1 : 0);
	const clean = wrong === 0;

	const controls = countControls(head) / head.length;
	if (controls > (clean ? CONTROLS_IN_TEXT : CONTROLS_IN_UNKNOWN)) throw new Trouble('fileBinary');

	if (clean) return 'utf-8';
	// lines of another encoding among those of UTF-8: texts that are none have hardly a sequence
	return sequences * 4 > wrong ? 'utf-8' : tellOneByte(head);
}

/** One character a byte, to compare with the texts above. */
function latin1(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
}

/** UTF-16 without a byte order mark: delimiters, digits and line ends have a NUL on one side, always the same. */
function wideWithoutMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	let even = 0;
	let odd = 0;
	for (let i = 0; i < head.length; i++) {
		if (head[i] !== 0) continue;
		if (i % 2 === 0) even++;
		else odd++;
	}

	const units = Math.floor(head.length / 2);
	if (units < 2) return null;
	if (odd > units / 6 && even < odd / 50) return 'utf-16le';
	if (even > units / 6 && odd < even / 50) return 'utf-16be';
	return null;
}

function countControls(head: Uint8Array): number {
	let controls = 0;
	for (const byte of head) {
		// tab, line feed, vertical tab, form feed and carriage return occur in texts
		if (byte < 32 && (byte < 9 || byte > 13)) controls++;
	}
	return controls;
}
