import { expect, test } from 'vitest';
import { tableOf } from '../../../../../tests/table-of.ts';
import { spentColumn } from './spent-column.ts';

const beside = (budget: string, spent: string) =>
	spentColumn(tableOf(['Channel', budget, spent], ['Facebook', '100', '90']), 1);

test.each([
	['Budget (EUR)', 'Spend (EUR)'],
	['Budget', 'Cost'],
	['Budget ($)', 'Total spend ($)'],
	['Daily budget', 'Amount spent'],
	['Budget', 'Dépenses'],
	['Budget HT', 'Dépensé HT'],
	['Budget', 'Kosten'],
	['Budget previsto', 'Spesa effettiva (€)'],
	['Planned', 'Actual']
])('%s beside %s → the latter was spent', (budget, spent) => {
	expect(beside(budget, spent)).toBe(2);
});

test.each([
	['Budget', 'Cost per click'],
	['Budget', 'Remaining'],
	['Budget spent', 'Cost']
])('%s beside %s → the former stays', (budget, other) => {
	expect(beside(budget, other)).toBe(1);
});
