import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalsOf } from '#lib/minor-units.ts';
import { amountReader, unitOfAmounts } from './amounts.ts';
import { currencyIn } from './currency-in.ts';

test.each([
	['12.50', 'EUR', 1250],
	['1,250', 'EUR', 125_000],
	['12.500', 'EUR', 1250],
	['12.345', 'EUR', 1_234_500],
	['1.300 €', 'EUR', 130_000],
	['1200', 'JPY', 1200],
	['1,200', 'JPY', 1200],
	['12.500', 'CLP', 12_500],
	['$ 12.500', 'CLP', 12_500],
	['12 500', 'XOF', 12_500],
	['12,345', 'TND', 12_345],
	['12.345 TND', 'TND', 12_345],
	['1 234,5', 'TND', 1_234_500],
	['1,234.567', 'KWD', 1_234_567],
	['1.005', 'KWD', 1005],
	['', 'TND', null],
	['beaucoup', 'TND', 'bad'],
	['12 %', 'JPY', 'bad']
])('%j alone in %s → %j', (cell, currency, units) => {
	expect(amountReader([cell])(cell, currency)).toBe(units);
});

test.each([
	['1.250', 'EUR', ['12,50'], 125_000],
	['1.250', 'EUR', ['12.50'], 125],
	['1.300', 'EUR', ['980'], 130_000],
	['12.500', 'EUR', ['8.000', '0.500'], 1250],
	['12,345', 'TND', ['1,234.500'], 12_345_000],
	['12.345', 'TND', ['0,500'], 12_345_000],
	['12,345', 'TND', ['0,500'], 12_345],
	['1.250', 'EUR', ['1.250.000'], 125_000]
])('%j in %s beside %j → %j', (cell, currency, others, units) => {
	expect(amountReader([cell, ...others])(cell, currency)).toBe(units);
});

test('any amount written in full in its currency → read to its last minor unit', () => {
	const written = fc.constantFrom(
		['en', 'USD'],
		['fr', 'EUR'],
		['fr', 'TND'],
		['en', 'KWD'],
		['es', 'CLP'],
		['ja', 'JPY']
	);
	fc.assert(
		fc.property(
			written,
			fc.integer({ min: 0, max: 2_000_000_000 }),
			([locale, currency], units) => {
				const digits = decimalsOf(currency!);
				const cell = (units / 10 ** digits).toLocaleString(locale, {
					minimumFractionDigits: digits,
					maximumFractionDigits: digits
				});
				expect(amountReader([cell])(cell, currency!)).toBe(units);
			}
		)
	);
});

test.each([
	['12,50 €', null, 'EUR'],
	['Amount spent (KRW)', null, 'KRW'],
	['KWD', null, 'KWD'],
	['12.500 BHD', null, 'BHD'],
	['R$ 12,00', null, 'BRL'],
	['₩12,000', null, 'KRW'],
	['$12.00', null, 'USD'],
	['$12.000', 'CLP', 'CLP'],
	['$12.00', 'EUR', 'USD'],
	['Top all try', null, null],
	['TOP SALES', null, null],
	['12', null, null]
])('%j where the own currency is %s → %s', (text, own, currency) => {
	expect(currencyIn(text, own)).toBe(currency);
});

test.each([
	['total (cents)', ['1900', '2500'], 1900],
	['price in pence', ['1,900', '2,500'], 1900],
	['Betrag (Cent)', ['1.900', '12.500'], 1900],
	['Bedrag (eurocent)', ['1900'], 1900],
	['Montant (centimes)', ['1 900', '2 500,00'], 1900],
	['Umsatz (ct)', ['1900,00'], 1900],
	['Total (¢)', ['1900'], 1900],
	['amountInCents', ['1900'], 1900],
	// amounts with cents are in none of them, whatever is said
	['total (cents)', ['19.00', '25.50'], 1900],
	['Discount (10 per cent)', ['19'], 1900],
	['Centre', ['19'], 1900],
	['Contact', ['19'], 1900],
	['Beløb (øre)', ['1900'], 1900],
	['Pris (öre)', ['1900'], 1900],
	['amount_ore', ['1900'], 1900],
	// hours, in Italian
	['Costo (ore)', ['19'], 1900],
	['Costo in ore', ['19'], 1900],
	['Totale ore', ['19'], 1900]
])('amounts under “%s” (%j) → read in its unit', (header, cells, units) => {
	const read = amountReader(cells, unitOfAmounts(header, cells));
	expect(read(cells[0]!, 'EUR')).toBe(units);
});
