import { expect, test } from 'vitest';
import { likelyCurrency } from './likely-currency.ts';

test.each([
	['fr-FR,fr;q=0.9,en;q=0.8', 'EUR'],
	['fr-CA', 'CAD'],
	['en-GB,en;q=0.9', 'GBP'],
	['en', 'USD'],
	['de-CH', 'CHF'],
	['tlh', null],
	['*', null],
	['', null]
])('%j → %j', (languages, currency) => {
	expect(likelyCurrency(languages)).toBe(currency);
});

test('a currency suggested for a region → one that is offered', () => {
	const offered = new Set(Intl.supportedValuesOf('currency'));
	for (const region of ['FR', 'US', 'SN', 'NC', 'XK', 'IN', 'TN'])
		expect(offered).toContain(likelyCurrency(`en-${region}`));
});
