import { isPseudonym } from '../events/pseudonym.ts';

/**
 * A set of readers as sorted differences, seven bits a byte: about 1.3 bytes a reader. Rollups keep
 * one for each item, and figures unite them, since distinct readers do not add up.
 */
export function encodeReaders(sorted: readonly number[] | Int32Array): Buffer {
	const gaps = new Int32Array(sorted.length);
	let last = 0;
	for (let i = 0; i < sorted.length; i++) {
		const gap = sorted[i]! - last;
		if (gap < 0) throw new RangeError('readers are not sorted');
		gaps[i] = gap;
		last = sorted[i]!;
	}
	return encodeCounts(gaps);
}

/** Whole numbers from zero, seven bits a byte. */
export function encodeCounts(counts: readonly number[] | Int32Array): Buffer {
	const bytes = new Uint8Array(counts.length * 5);
	let length = 0;
	for (let i = 0; i < counts.length; i++) {
		let count = counts[i]!;
		while (count > 127) {
			bytes[length++] = (count & 127) | 128;
			count >>>= 7;
		}
		bytes[length++] = count;
	}
	return Buffer.from(bytes.subarray(0, length));
}

/** The numbers that `encodeCounts` wrote. */
export function decodeCounts(encoded: Uint8Array | ArrayBuffer): number[] {
	// the driver hands out ArrayBuffers, drizzle Buffers
	const bytes = encoded instanceof Uint8Array ? encoded : new Uint8Array(encoded);
	const counts: number[] = [];
	let count = 0;
	let shift = 0;
	for (const byte of bytes) {
		count |= (byte & 127) << shift;
		shift += 7;
		if (byte > 127) continue;
		counts.push(count);
		count = shift = 0;
	}
	return counts;
}

/** The readers that `encodeReaders` wrote, in rising order. */
export function decodeReaders(encoded: Uint8Array | ArrayBuffer): number[] {
	let id = 0;
	return decodeCounts(encoded).map((gap) => (id += gap));
}

/** Readers united from many sets; room is made as ids come. */
export class Readers {
	#bits = new Uint32Array(1024);
	/** pseudonyms are few and far above all readers */
	#pseudonyms = new Set<number>();
	size = 0;

	add(encoded: Uint8Array | ArrayBuffer | null): this {
		if (!encoded) return this;
		// the driver hands out ArrayBuffers, drizzle Buffers
		const bytes = encoded instanceof Uint8Array ? encoded : new Uint8Array(encoded);

		let id = 0;
		let gap = 0;
		let shift = 0;
		for (const byte of bytes) {
			gap |= (byte & 127) << shift;
			if (byte > 127) {
				shift += 7;
				continue;
			}
			id += gap;
			gap = shift = 0;
			this.#put(id);
		}
		return this;
	}

	#put(id: number) {
		if (isPseudonym(id)) {
			if (!this.#pseudonyms.has(id)) this.size++;
			this.#pseudonyms.add(id);
			return;
		}
		const word = id >>> 5;
		if (word >= this.#bits.length) {
			const larger = new Uint32Array(Math.max(word + 1, this.#bits.length * 2));
			larger.set(this.#bits);
			this.#bits = larger;
		}
		const bit = 1 << (id & 31);
		if ((this.#bits[word]! & bit) !== 0) return;
		this.#bits[word]! |= bit;
		this.size++;
	}
}
