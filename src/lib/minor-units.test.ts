import { expect, test } from 'vitest';
import { decimalsOf, minorUnits } from './minor-units.ts';

test.each([
	['EUR', 2],
	['JPY', 0],
	['KRW', 0],
	['CLP', 0],
	['XOF', 0],
	['BHD', 3],
	['KWD', 3],
	['TND', 3],
	['HUF', 2],
	['COP', 2]
])('%s → %i decimals', (currency, expected) => {
	expect(decimalsOf(currency)).toBe(expected);
	expect(minorUnits(currency)).toBe(10 ** expected);
});

test('any currency → no fewer decimals than it is written with', () => {
	for (const currency of Intl.supportedValuesOf('currency')) {
		const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
			style: 'currency',
			currency
		}).resolvedOptions();
		expect(maximumFractionDigits, currency).toBeLessThanOrEqual(decimalsOf(currency));
	}
});
