import { plainText } from '#lib/plain-text.ts';
import { withWindowsSigns } from '#lib/windows-1252.ts';
import { ibm850Text } from './one-byte.ts';
import type { Encoding } from '../encodings.ts';
import { scanUtf8, unfinishedTail } from './utf8.ts';

/** Turns the chunks of a file into text, in order. */
export type Decoder = {
	write(bytes: Uint8Array): string;
	/** what was left over at the end of the file */
	end(): string;
	/** bytes so far that are not UTF-8 in a UTF-8 file, and were read as Windows-1252 */
	faults(): number;
};

/** A decoder for one reading of one file. The byte order mark is not part of the text, nor is what nobody sees. */
export function decoder(encoding: Encoding): Decoder {
	const decode =
		encoding === 'utf-8' || encoding === 'utf-8-bom' ? utf8Decoder() : plainDecoder(encoding);
	let started = false;

	return {
		...decode,
		write(bytes) {
			const text = plainText(decode.write(bytes));
			if (started || text === '') return text;
			started = true;
			return text.startsWith('\uFEFF') ? text.slice(1) : text;
		}
	};
}

function plainDecoder(encoding: Encoding): Decoder {
	if (encoding === 'ibm850') return { write: ibm850Text, end: () => '', faults: () => 0 };
	const decode = new TextDecoder(encoding, { ignoreBOM: true });
	const mended = encoding === 'windows-1252' ? withWindowsSigns : (text: string) => text;
	return {
		write: (bytes) => mended(decode.decode(bytes, { stream: true })),
		end: () => decode.decode(),
		faults: () => 0
	};
}

/**
 * Only the beginning of a file was looked at to tell its encoding. Should the rest not be UTF-8, no
 * byte is replaced: what is well-formed is read as such, each other byte as Windows-1252, and counted.
 */
function utf8Decoder(): Decoder {
	// whole sequences without `stream`: that is the path which runtimes make fast
	const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	const western = new TextDecoder('windows-1252');
	let carry = new Uint8Array(0);
	let faults = 0;

	function lenient(bytes: Uint8Array): string {
		const scan = scanUtf8(bytes);
		const bad = scan.faults;
		for (let at = bytes.length - scan.unfinished; at < bytes.length; at++) bad.push(at);
		faults += bad.length;

		let text = '';
		let from = 0;
		for (const at of bad) {
			text += strict.decode(bytes.subarray(from, at));
			text += withWindowsSigns(western.decode(bytes.subarray(at, at + 1)));
			from = at + 1;
		}
		return text + strict.decode(bytes.subarray(from));
	}

	function read(bytes: Uint8Array): string {
		try {
			return strict.decode(bytes);
		} catch {
			return lenient(bytes);
		}
	}

	return {
		write(chunk) {
			let bytes = chunk;
			if (carry.length > 0) {
				bytes = new Uint8Array(carry.length + chunk.length);
				bytes.set(carry);
				bytes.set(chunk, carry.length);
			}
			const whole = bytes.length - unfinishedTail(bytes);
			carry = bytes.slice(whole);
			return read(bytes.subarray(0, whole));
		},
		end: () => read(carry),
		faults: () => faults
	};
}
