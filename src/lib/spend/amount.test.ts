import { expect, test } from 'vitest';
import { readAmount } from './amount.ts';

test.each([
	['450', 'EUR', 45_000],
	['1 250,5', 'EUR', 125_050],
	['1,250.50', 'USD', 125_050],
	['1.250,50 €', 'EUR', 125_050],
	['1.250', 'EUR', 125_000],
	['-12,00', 'EUR', -1200],
	['1200', 'JPY', 1200],
	['12,5', 'JPY', null],
	['4,999', 'EUR', 499_900],
	['12,345.678', 'EUR', null],
	['12.345', 'TND', 12_345],
	['1 234,500', 'TND', 1_234_500],
	['1,234.5', 'KWD', 1_234_500],
	['12,345.678', 'KWD', 12_345_678],
	['12.3456', 'KWD', null],
	['12.500', 'CLP', 12_500],
	['', 'EUR', null],
	['beaucoup', 'EUR', null],
	['1e5', 'EUR', null]
])('%j in %s → %j', (text, currency, units) => {
	expect(readAmount(text, currency)).toBe(units);
});
