import { m } from '#lib/messages/compiled/messages.js';
import type { Price } from '../../server/figures/sponsors/sponsor-league.ts';
import { declare } from '../declare.ts';

/** What a position could be sold for, by what it was sold for; empty of too few sales. */
export const priceTable = declare<Price>()({
	name: 'sponsor-prices',
	columns: [
		{ key: 'order', head: m['table.slot'], kind: 'name' },
		{ key: 'sales', kind: 'count', cell: ({ n }) => n },
		{
			key: 'delivered',
			kind: 'count',
			people: true,
			cell: ({ delivered, byDelivered }) => byDelivered && delivered
		},
		{ key: 'priceByReach', kind: 'money', cell: ({ byDelivered }) => byDelivered?.mid ?? null },
		{
			key: 'reachLow',
			head: m['table.quartile1'],
			kind: 'money',
			cell: ({ byDelivered }) => byDelivered?.low ?? null
		},
		{
			key: 'reachHigh',
			head: m['table.quartile3'],
			kind: 'money',
			cell: ({ byDelivered }) => byDelivered?.high ?? null
		},
		{
			key: 'expected',
			kind: 'decimal',
			cell: ({ expected, byClickers }) => byClickers && expected
		},
		{ key: 'priceByClickers', kind: 'money', cell: ({ byClickers }) => byClickers?.mid ?? null },
		{
			key: 'clickersLow',
			head: m['table.quartile1'],
			kind: 'money',
			cell: ({ byClickers }) => byClickers?.low ?? null
		},
		{
			key: 'clickersHigh',
			head: m['table.quartile3'],
			kind: 'money',
			cell: ({ byClickers }) => byClickers?.high ?? null
		}
	],
	views: {
		paper: [
			'order',
			'sales',
			'priceByReach',
			'reachLow',
			'reachHigh',
			'expected',
			'priceByClickers',
			'clickersLow',
			'clickersHigh'
		]
	}
});
