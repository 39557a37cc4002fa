import { m } from '#lib/messages/compiled/messages.js';
import type { Price } from '../../server/figures/sponsors/sponsor-league.ts';
import { declare, type Word } from '../declare.ts';

/** A price in the middle, and the middle half of prices. */
function rangeColumns<Mid extends string, By extends string>(
	mid: Mid,
	by: By,
	of: (price: Price) => Price['byDelivered'],
	/** what the quartiles are called, where others of the table have the plain words */
	[first, third]: readonly [Word, Word] = [m['table.quartile1'], m['table.quartile3']]
) {
	return [
		{ key: mid, kind: 'money', cell: (price: Price) => of(price)?.mid ?? null },
		{
			key: `${by}Low`,
			head: first,
			kind: 'money',
			cell: (price: Price) => of(price)?.low ?? null
		},
		{
			key: `${by}High`,
			head: third,
			kind: 'money',
			cell: (price: Price) => of(price)?.high ?? null
		}
	] as const;
}

const quartiles: readonly [Word, Word] = [
	(_, options) => m['table.quartile1Of']({ of: m['table.priceByClickers']({}, options) }, options),
	(_, options) => m['table.quartile3Of']({ of: m['table.priceByClickers']({}, options) }, options)
];

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
			need: 'deliveries',
			cell: ({ delivered, byDelivered }) => byDelivered && delivered
		},
		...rangeColumns('priceByReach', 'reach', ({ byDelivered }) => byDelivered),
		{
			key: 'expected',
			kind: 'decimal',
			cell: ({ expected, byClickers }) => byClickers && expected
		},
		...rangeColumns('priceByClickers', 'clickers', ({ byClickers }) => byClickers, quartiles)
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
