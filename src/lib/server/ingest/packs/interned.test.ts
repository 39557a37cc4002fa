import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Interned } from './interned.ts';

test('any texts → one number each, in the order in which they were met', () => {
	const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'a', 'b'));
	fc.assert(
		fc.property(fc.array(text, { minLength: 25, maxLength: 30 }), (stems) => {
			// more than the table holds at first
			const texts = stems.flatMap((stem) => [...Array(25).keys(), 0].map((n) => `${stem}${n}`));
			const interned = new Interned();
			const places = new Map([...new Set(texts)].map((one, place) => [one, place]));

			expect(texts.map((one) => interned.of(one))).toEqual(texts.map((one) => places.get(one)));
			expect(interned.since(0)).toEqual([...places.keys()]);
		}),
		{ numRuns: 5 }
	);
});
