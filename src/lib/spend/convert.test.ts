import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convert, readRate } from './convert.ts';

test.each([
	[10_000, 'EUR', 'EUR', 10_000, 'its own currency needs no rate'],
	[10_000, 'CHF', 'EUR', 10_425, 'a rate of four decimals'],
	[1, 'CHF', 'EUR', 1, 'rounds once, to the cent'],
	[1_000, 'JPY', 'EUR', 615, 'yen have no cents: 1000 × 0.00615 is 6.15'],
	[-10_050, 'CHF', 'EUR', -10_477, 'halves and more go away from zero: −104.77125'],
	[500, 'USD', 'EUR', null, 'nobody gave a rate']
])('%i of %s in %s → %j: %s', (amount, currency, own, expected, _why) => {
	expect(convert(amount, currency, own, { CHF: '1.0425', JPY: '0.00615' })).toBe(expected);
});

test('a large amount → exact to its last cent', () => {
	// 90,071,992,547,409.91 × 0.1, where doubles have run out of digits
	expect(convert(9_007_199_254_740_991, 'CHF', 'EUR', { CHF: '0.1' })).toBe(900_719_925_474_099);
});

test('any amount with the opposite sign → converted to the opposite', () => {
	fc.assert(
		fc.property(fc.integer(), fc.integer({ min: 1, max: 99_999 }), (amount, rate) => {
			const rates = { CHF: String(rate / 1000) };
			expect(convert(-amount, 'CHF', 'EUR', rates)! + convert(amount, 'CHF', 'EUR', rates)!).toBe(
				0
			);
		})
	);
});

test.each([
	['1,04', '1.04'],
	[' 0.92 ', '0.92'],
	['0', null],
	['-1', null],
	['1e3', null],
	['a', null]
])('the rate %j → %j', (text, rate) => {
	expect(readRate(text)).toBe(rate);
});
