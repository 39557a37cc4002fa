import { m } from '#lib/messages/compiled/messages.js';
import type { Price } from '../../server/figures/sponsors/sponsor-league.ts';
import { declare } from '../declare.ts';

/** A price in the middle, and the middle half of prices. */
function rangeColumns<Mid extends string, By extends string>(
	mid: Mid,
	by: By,
	of: (price: Price) => Price['byDelivered']
) {
	return [
		{ key: mid, kind: 'money', cell: (price: Price) => of(price)?.mid ?? null },
		{
			key: `${by}Low`,
			head: m['table.quartile1'],
			kind: 'money',
			cell: (price: Price) => of(price)?.low ?? null
		},
		{
			key: `${by}High`,
			head: m['table.quartile3'],
			kind: 'money',
			cell: (price: Price) => of(price)?.high ?? null
		}
	] as const;
}

/** What a position could be sold for, by what it was sold for; empty of too few sales. */
export const priceTable = declare<Price>()({
	name: 'sponsor-prices',
	columns: [
		{ key: 'position', head: m['table.position'], kind: 'name' },
		{ key: 'sales', kind: 'count', cell: ({ n }) => n },
		{
			key: 'delivered',
			kind: 'count',
			people: true,
			cell: ({ delivered, byDelivered }) => byDelivered && delivered
		},
		...rangeColumns('priceByReach', 'reach', ({ byDelivered }) => byDelivered),
		{
			key: 'expected',
			kind: 'decimal',
			cell: ({ expected, byClickers }) => byClickers && expected
		},
		...rangeColumns('priceByClickers', 'clickers', ({ byClickers }) => byClickers)
	],
	views: {
		paper: [
			'position',
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
