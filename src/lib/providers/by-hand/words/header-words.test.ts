import { expect, test } from 'vitest';
import { headerFit, isUnitPrice } from './header-words.ts';

test.each([
	['Total (EUR)', 1],
	['Total TTC', 1],
	['Gesamt (€)', 1],
	['Totale EUR', 1],
	['Grand total USD', 1],
	['Total', 0],
	['Total all', 0],
	['Totale ore', 0],
	['Total (øre)', 1],
	['Total clicks', 0]
])('a sum called %s → an amount of money: %s', (header, fit) => {
	expect(headerFit(header, 'amount')).toBe(fit);
});

test.each([
	'Cost per click',
	'Cost / conv.',
	'Coût par abonné',
	'Kosten pro Klick',
	'Coste por clic',
	'Costo per clic',
	'Kosten per klik',
	'Revenue per session',
	'Average order value',
	'Coût moyen'
])('%s → no amount of a row', (header) => {
	expect(headerFit(header, 'amount')).toBe(0);
});

test.each(['Cost per month', 'Price per issue', 'Montant HT/TTC', 'Coût par canal'])(
	'%s → what was paid',
	(header) => {
		expect(isUnitPrice(header)).toBe(false);
	}
);

test.each([
	['Payment currency', 0.5],
	['Devise de paiement', 0.5],
	['Settlement currency', 0],
	['Currency conversion fee', 0]
])('%s → fits the currency of amounts: %s', (header, fit) => {
	expect(headerFit(header, 'currency')).toBe(fit);
});
