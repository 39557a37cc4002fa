import { expect, test } from 'vitest';
import { headerFit } from './header-words.ts';

test.each([
	['Total (EUR)', 1],
	['Total TTC', 1],
	['Gesamt (€)', 1],
	['Totale EUR', 1],
	['Grand total USD', 1],
	['Total', 0],
	['Total all', 0],
	['Total clicks', 0]
])('a sum called %s → an amount of money: %s', (header, fit) => {
	expect(headerFit(header, 'amount')).toBe(fit);
});
