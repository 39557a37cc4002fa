import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Interned } from './interned.ts';

test('every text has one number, in the order in which they were met', () => {
	const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'a', 'b'));
	fc.assert(
		fc.property(fc.array(text, { maxLength: 2000, size: 'max' }), (texts) => {
			const interned = new Interned();
			const numbers = texts.map((one) => interned.of(one));
			const distinct = [...new Set(texts)];
			expect(numbers).toEqual(texts.map((one) => distinct.indexOf(one)));
			expect(interned.since(0)).toEqual(distinct);
		}),
		{ numRuns: 10 }
	);
});
