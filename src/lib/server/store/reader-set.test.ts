import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeReaders, Readers } from './reader-set.ts';

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
