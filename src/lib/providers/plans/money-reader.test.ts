import { expect, test } from 'vitest';
import { tableOf } from '../../../../tests/table-of.ts';
import type { RoleColumns } from '../recogniser.ts';
import { moneyReader } from './money-reader.ts';

function readingOf(
	kind: 'spend' | 'value' | 'placements',
	columns: RoleColumns,
	header: string[],
	row: string[],
	labels: [string, string][] = []
) {
	const table = tableOf(header, row);
	return moneyReader(kind, { name: 'export.csv', labels, table }, columns, new Map())(row);
}

test('a cell that no figure of the kind is made of → refuses no row', () => {
	const header = ['Name', 'Amount', 'Contact', 'Page'];
	const row = ['Ondine', '300', 'to be told', 'to be told'];
	const rest = { amount: 1, address: 2, url: 3 };
	expect(readingOf('spend', { channel: 0, ...rest }, header, row)).toMatchObject({
		facts: [{ channel: 'Ondine', amount: 30_000 }]
	});
	const { url: _, ...withoutLink } = rest;
	expect(readingOf('placements', { sponsor: 0, ...withoutLink }, header, row)).toMatchObject({
		facts: [{ sponsor: 'Ondine', amount: 30_000 }]
	});
	expect(readingOf('value', { channel: 0, ...rest }, header, row)).toHaveProperty('reject');
});

test.for([
	[{ campaign: 2 }, 'Ebb 12', '', 'Ebb 12'],
	[{ campaign: 2, issue: 3 }, 'Ebb', '12', '12'],
	[{ campaign: 2, issue: 3 }, 'Ebb', '', 'Ebb'],
	[{}, '', '', undefined]
] as const)(
	'a placement with %j of “%s”, “%s” → of the issue “%s”',
	([columns, send, issue, of]) => {
		const header = ['Sponsor', 'Fee', 'Newsletter', 'Issue'];
		const roles = { sponsor: 0, amount: 1, ...columns };
		const reading = readingOf('placements', roles, header, ['Ondine', '300', send, issue]);
		expect('facts' in reading && reading.facts[0]).toMatchObject({ issue: of });
	}
);

test.for([
	[['Spend 2026 (USD)'], 'Spend', '12', 'USD', 1_200],
	[['Spend 2026 (USD)'], 'Spend (GBP)', '12', 'GBP', 1_200],
	[['Spend 2026 (USD)'], 'Spend', '£12', 'GBP', 1_200],
	[['Spend 2026 (k€)'], 'Spend', '12', 'EUR', 1_200_000],
	// which of them it is nobody knows
	[['Spend in USD', 'and in GBP'], 'Spend', '12', null, 1_200],
	[['Spend 2026'], 'Spend', '12', null, 1_200]
] as const)('“%s” above “%s” of %s → %s', ([above, header, cell, currency, amount]) => {
	const reading = readingOf(
		'spend',
		{ channel: 0, amount: 1 },
		['Channel', header],
		['Ads', cell],
		above.map((text) => ['', text])
	);
	expect(reading).toMatchObject({ facts: [{ currency, amount }] });
});
