import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounded } from './rounded.ts';

test('fractions → seven digits that count, large ones with three decimals; all else → as it is', () => {
	const at = new Date(1.5);
	const given = {
		lift: 1.2345678901,
		tiny: -0.000012345678,
		cents: 1234567.891234,
		count: 1_700_000_000_123,
		none: null,
		missing: undefined,
		infinite: Infinity,
		words: '1.23456789',
		at,
		rows: [{ low: -0.99842191 }, [2 / 3, 0.5, 1.015]]
	};
	expect(rounded(given)).toEqual({
		lift: 1.234567,
		tiny: -0.00001234567,
		cents: 1234567.891,
		count: 1_700_000_000_123,
		none: null,
		missing: undefined,
		infinite: Infinity,
		words: '1.23456789',
		at,
		rows: [{ low: -0.9984219 }, [0.6666666, 0.5, 1.015]]
	});
	// what figures keep for others is not touched
	expect(given.lift).toBe(1.2345678901);
});

test('any number → said with a few decimals as the whole of it is', () => {
	const said = [0, 1, 2].map(
		(most) =>
			new Intl.NumberFormat('en', { minimumFractionDigits: most, maximumFractionDigits: most })
	);
	const near = fc.integer({ min: -200_000, max: 200_000 }).map((n) => n / 200 - 1e-9);
	fc.assert(
		fc.property(fc.oneof(near, fc.double({ min: -1e6, max: 1e6, noNaN: true })), (n) => {
			for (const format of said) expect(format.format(rounded(n))).toBe(format.format(n));
		})
	);
	expect(said[2]!.format(rounded(1.0149989374169803))).toBe('1.01');
});
