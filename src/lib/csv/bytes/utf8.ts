/**
 * Length of the well-formed UTF-8 sequence that starts at `at`: 1 to 4, 0 if there is none,
 * -1 if the bytes end before it does.
 * @see https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506 (table 3-7)
 */
function sequenceAt(bytes: Uint8Array, at: number): number {
	const lead = bytes[at]!;
	if (lead < 0x80) return 1;
	if (lead < 0xc2 || lead > 0xf4) return 0;

	const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
	const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;

	for (let i = 1; i < length; i++) {
		const byte = bytes[at + i];
		if (byte === undefined) return -1;
		if (byte < (i === 1 ? low : 0x80) || byte > (i === 1 ? high : 0xbf)) return 0;
	}
	return length;
}

/** What a strict reading of bytes as UTF-8 finds. */
export type Utf8Scan = {
	/** offsets of bytes that belong to no well-formed sequence */
	faults: number[];
	/** well-formed sequences of more than one byte */
	sequences: number;
	/** bytes at the end that start a sequence and do not finish it */
	unfinished: number;
};

/** Walks bytes as UTF-8; a sequence cut off by the end is `unfinished`, not a fault. */
export function scanUtf8(bytes: Uint8Array): Utf8Scan {
	const scan: Utf8Scan = { faults: [], sequences: 0, unfinished: 0 };

	for (let at = 0; at < bytes.length;) {
		const length = sequenceAt(bytes, at);
		if (length === -1) {
			scan.unfinished = bytes.length - at;
			break;
		}
		if (length === 0) scan.faults.push(at);
		if (length > 1) scan.sequences++;
		at += length || 1;
	}
	return scan;
}

/** How many bytes at the end belong to a sequence that goes on in the next chunk. Looks at three bytes at most. */
export function unfinishedTail(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const at = bytes.length - back;
		if (bytes[at]! >= 0xc0) return sequenceAt(bytes, at) === -1 ? back : 0;
		if (bytes[at]! < 0x80) return 0;
	}
	return 0;
}
