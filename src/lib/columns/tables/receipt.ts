import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { SponsorReceipt } from '../../server/figures/sponsors/sponsor-receipt.ts';
import { declare } from '../declare.ts';

type UsualRow = {
	what: string;
	n: number | null;
	rate: number | null;
	low: number | null;
	high: number | null;
	range: string | null;
};

/** Click rates: of the placement, of its position as fitted, and of other sponsors as they came. */
export const usualTable = declare<UsualRow>()({
	name: 'receipt-usual',
	columns: [
		{ key: 'what' },
		{ key: 'items', kind: 'count', cell: ({ n }) => n },
		{ key: 'rate', head: m['table.rawRate'], kind: 'rate' },
		// of an interval, or of the middle half: the last column says which
		{ key: 'low', head: m['receipt.usual.low'], kind: 'rate' },
		{ key: 'high', head: m['receipt.usual.high'], kind: 'rate' },
		{ key: 'range' }
	],
	views: {}
});

/** The rows of that table. */
export function usualRows(
	{ placement, expectedLow, expectedHigh, usualOfPosition, usualOfAll }: SponsorReceipt,
	{ locale }: Formats
): UsualRow[] {
	const options = { locale };
	const { rate, delivered, expected } = placement;
	const share = (clickers: number | null) =>
		clickers === null || !delivered ? null : clickers / delivered;
	const fitted: UsualRow = {
		what: m['receipt.usual.fitted']({}, options),
		n: null,
		rate: share(expected),
		low: share(expectedLow),
		high: share(expectedHigh),
		range: expectedLow === null ? null : m['receipt.usual.range']({}, options)
	};
	const others = [
		{ what: m['receipt.usual.position']({}, options), usual: usualOfPosition },
		{ what: m['receipt.usual.all']({}, options), usual: usualOfAll }
	].flatMap(({ what, usual }): UsualRow[] => {
		if (!usual) return [];
		const { n, mid: rate, low, high } = usual;
		return [{ what, n, rate, low, high, range: m['receipt.usual.half']({}, options) }];
	});
	return [
		{
			what: m['receipt.usual.this']({}, options),
			n: null,
			rate,
			low: null,
			high: null,
			range: null
		},
		...(expected === null ? [] : [fitted]),
		...others
	];
}

type Clicks = NonNullable<SponsorReceipt['clicks']>;
type AsideRow = Clicks['reasons'][number] & { all: number };

/** The item's clicks by verdict and reason, those that count among them. */
export const asideTable = declare<AsideRow>()({
	name: 'receipt-aside',
	columns: [
		{ key: 'verdict', cell: (row, { locale }) => m[`verdict.${row.verdict}`]({}, { locale }) },
		{ key: 'reason', cell: ({ reason }, { locale }) => m[`reason.${reason}`]({}, { locale }) },
		{ key: 'clicks', kind: 'count', cell: ({ n }) => n, need: 'clicks' },
		{ key: 'share', kind: 'share', of: 'clicks', cell: ({ n, all }) => n / all }
	],
	views: {}
});

/** The rows of that table. */
export function asideRows({ clicks }: SponsorReceipt): AsideRow[] {
	return clicks ? clicks.reasons.map((row) => ({ ...row, all: clicks.all })) : [];
}
