import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCounts, decodeReaders, encodeCounts, encodeReaders, Readers } from './reader-set.ts';

test('sets that overlap → each reader counted once', () => {
	const readers = new Readers()
		.add(encodeReaders([1, 5, 300]))
		.add(encodeReaders([5, 40_000, 2_000_000]))
		.add(null);

	expect(readers.size).toBe(5);
});

test('any set of ids → decoded as it was, each counted once', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 5_000_000 })), (ids) => {
			const encoded = encodeReaders(ids.sort((a, b) => a - b));
			const readers = new Readers().add(encoded).add(encoded);
			expect(decodeReaders(encoded)).toEqual(ids);
			expect(readers.size).toBe(ids.length);
		})
	);
});

test('ids out of order → refused', () => {
	expect(() => encodeReaders([3, 2])).toThrow(RangeError);
});

test('any counts, and a set of readers → decoded as they were', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 2_000_000_000 })), (counts) => {
			expect(decodeCounts(encodeCounts(counts))).toEqual(counts);
		})
	);
	expect(decodeReaders(encodeReaders([1, 5, 300]))).toEqual([1, 5, 300]);
});
