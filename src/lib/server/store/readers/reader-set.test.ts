import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCounts, decodeReaders, encodeCounts, encodeReaders, Readers } from './reader-set.ts';

test('unites sets, counting each reader once', () => {
	const readers = new Readers()
		.add(encodeReaders([1, 5, 300]))
		.add(encodeReaders([5, 40_000, 2_000_000]))
		.add(null);

	expect(readers.size).toBe(5);
});

test('keeps any set of ids', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 5_000_000 })), (ids) => {
			const encoded = encodeReaders(ids.sort((a, b) => a - b));
			const readers = new Readers().add(encoded).add(encoded);
			expect(readers.size).toBe(ids.length);
		})
	);
});

test('refuses ids out of order', () => {
	expect(() => encodeReaders([3, 2])).toThrow(RangeError);
});

test('gives back the readers and the numbers that were kept', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 2_000_000_000 })), (counts) => {
			expect(decodeCounts(encodeCounts(counts))).toEqual(counts);
		})
	);
	expect(decodeReaders(encodeReaders([1, 5, 300]))).toEqual([1, 5, 300]);
});
