import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from './numbers.ts';

test.each([
	['1,751', 1751],
	['1 234', 1234],
	['1\u00a0234', 1234],
	['1\u202f234,5', 1234.5],
	['12,5 %', 0.125],
	['32.1%', 0.321],
	['35 (1.5%)', 35],
	['0 (0.0%)', 0],
	['$1,234.50', 1234.5],
	['1.234,50-', -1234.5],
	['12.00- EUR', -12],
	['1.234,50 €', 1234.5],
	['EUR 12,50', 12.5],
	["1'234.5", 1234.5],
	['1,234,567', 1234567],
	['1.234.567', 1234567],
	['R$ 1.234,50', 1234.5],
	['US$1,234.50', 1234.5],
	['1 234,50 kr', 1234.5],
	['kr. 980', 980],
	["Fr. 1'234.50", 1234.5],
	['CHF 980.-', 980],
	['980,– €', 980],
	['12 Euro', 12],
	['120 zł', 120],
	['0,375', 0.375],
	['.5', 0.5],
	['-5', -5],
	['−5', -5],
	['(12.00)', -12],
	['0', 0],
	['', null],
	['_-', null],
	['N/A', null],
	['–', null],
	['1,23,4', 'bad'],
	['12.5.3', 'bad'],
	['12 frites', 'bad'],
	['R 12', 'bad'],
	['many', 'bad'],
	['2024-01-02', 'bad']
])('%j → %j', (cell, expected) => {
	expect(readNumber(cell)).toBe(expected);
});

test('any number as Intl writes it in English or French → the same number', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: -1e9, max: 1e9 }),
			fc.constantFrom('en-US', 'fr-FR', 'fr-CH'),
			(cents, locale) => {
				const cell = (cents / 100).toLocaleString(locale, { minimumFractionDigits: 2 });
				expect(readNumber(cell)).toBeCloseTo(cents / 100, 6);
			}
		)
	);
});
