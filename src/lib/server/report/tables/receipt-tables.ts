import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { SponsorReceipt } from '../../figures/sponsors/sponsor-receipt.ts';
import { tableOf, type Table } from './table.ts';

/** What a sponsor's receipt shows beside the placement itself: what is usual, and what was set aside. */
export function receiptTables(
	receipt: SponsorReceipt,
	locale: Locale
): { usual: Table; aside: Table } {
	return { usual: usualTable(receipt, locale), aside: asideTable(receipt, locale) };
}

/** Click rates: of the placement, of its slot as fitted, and of other sponsors as they came. */
function usualTable(
	{ placement, expectedLow, expectedHigh, usualOfSlot, usualOfAll }: SponsorReceipt,
	locale: Locale
): Table {
	const o = { locale };
	const { rate, delivered, expected } = placement;
	const share = (clickers: number | null) =>
		clickers === null || !delivered ? null : clickers / delivered;
	const rows = [
		{ what: m['receipt.usual.this']({}, o), n: null, rate, low: null, high: null, range: null },
		...(expected === null
			? []
			: [
					{
						what: m['receipt.usual.fitted']({}, o),
						n: null,
						rate: share(expected),
						low: share(expectedLow),
						high: share(expectedHigh),
						range: expectedLow === null ? null : m['receipt.usual.range']({}, o)
					}
				]),
		...[
			{ what: m['receipt.usual.slot']({}, o), usual: usualOfSlot },
			{ what: m['receipt.usual.all']({}, o), usual: usualOfAll }
		].flatMap(({ what, usual }) =>
			usual
				? [
						{
							what,
							n: usual.n,
							rate: usual.mid,
							low: usual.low,
							high: usual.high,
							range: m['receipt.usual.half']({}, o)
						}
					]
				: []
		)
	];
	return tableOf(
		[
			[m['table.what']({}, o), ({ what }) => what],
			[m['table.items']({}, o), ({ n }) => n, 'count'],
			[m['table.rawRate']({}, o), ({ rate }) => rate, 'rate'],
			[m['table.low']({}, o), ({ low }) => low, 'rate'],
			[m['table.high']({}, o), ({ high }) => high, 'rate'],
			[m['table.range']({}, o), ({ range }) => range]
		],
		rows
	);
}

/** The item's clicks by verdict and reason, those that count among them. */
function asideTable({ clicks }: SponsorReceipt, locale: Locale): Table {
	const o = { locale };
	return tableOf(
		[
			[m['table.verdict']({}, o), ({ verdict }) => m[`verdict.${verdict}`]({}, o)],
			[m['table.reason']({}, o), ({ reason }) => m[`reason.${reason}`]({}, o)],
			[m['table.clicks']({}, o), ({ n }) => n, 'count'],
			[m['table.share']({}, o), ({ n }) => n / clicks!.all, 'share']
		],
		clicks?.reasons ?? []
	);
}
