import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { LedgerRow, MonthTotal } from '#lib/server/figures/money/ledger.ts';
import type { PlacementRow, SpendRow, ValueRow } from '#lib/server/store/money.ts';
import { declare } from '../declare.ts';

type Spend = LedgerRow<SpendRow>;
type Value = LedgerRow<ValueRow>;
type Placement = LedgerRow<PlacementRow>;

/** The days of a statement: one, or the first and the last. */
function daysWords(
	{ from, to }: { from: string | null; to: string | null },
	formats: Formats
): string {
	if (from === null) return m['ledger.undated']({}, formats);
	return formats.period(formats.onDay(from), formats.onDay(to ?? from));
}

const standings = [
	['repeated', m['ledger.repeated']],
	['replaced', m['ledger.replaced']],
	['twice', m['ledger.twice']],
	['twiceInFile', m['ledger.twiceInFile']],
	['held', m['ledger.held']],
	['leftOut', m['ledger.out']],
	['ofReader', m['ledger.ofReader']]
] as const;

/** Where a statement comes from, and whether it counts. */
function sourceWords(row: Spend | Value | Placement, formats: Formats): string {
	const file = row.file ?? m['ledger.typed']({}, formats);
	return [file, ...standings.flatMap(([is, word]) => (row[is] ? [word({}, formats)] : []))].join(
		' · '
	);
}

/** Days as a page writes them; a file holds the first and the last. */
const datedColumns = [
	{ key: 'from', head: m['ledger.from'], kind: 'day' },
	{ key: 'to', head: m['ledger.to'], kind: 'day' },
	{
		key: 'days',
		head: m['ledger.days'],
		kind: 'instant',
		file: false,
		cell: ({ from }: Spend | Value, { onDay }: Formats) => (from === null ? null : onDay(from)),
		text: daysWords
	}
] as const;

/** An amount with its currency, which differs from row to row. */
const amountColumns = [
	{
		key: 'amount',
		head: m['ledger.amount'],
		kind: 'money',
		currencyBy: 'currency',
		text: ({ amount, currency }: Spend | Value, formats: Formats) =>
			formats.money(amount, currency, { perUnit: true })
	},
	{ key: 'currency', head: m['settings.currency'] }
] as const;

/** The same of a fee, which may not be known. */
const feeColumns = [
	{
		key: 'fee',
		head: m['table.fee'],
		kind: 'money',
		need: 'prices',
		currencyBy: 'currency',
		text: ({ fee, currency }: Placement, formats: Formats) =>
			fee === null || currency === null ? '–' : formats.money(fee, currency, { perUnit: true })
	},
	{ key: 'currency', head: m['settings.currency'] }
] as const;

const endColumns = [
	{ key: 'source', head: m['ledger.source'], cell: sourceWords },
	{ key: 'act', head: m['ledger.edit'], act: true, file: false }
] as const;

export const spendTable = declare<Spend>()({
	name: 'ledger-spend',
	columns: [
		{ key: 'channel', head: m['ledger.channel'] },
		{ key: 'campaign', head: m['ledger.campaign'] },
		...datedColumns,
		...amountColumns,
		...endColumns
	],
	views: { figure: ['channel', 'campaign', 'days', 'amount', 'source', 'act'] }
});

export const valueTable = declare<Value>()({
	name: 'ledger-value',
	columns: [
		{ key: 'kind', head: m['ledger.label'] },
		{ key: 'channel', head: m['ledger.channel'] },
		{ key: 'campaign', head: m['ledger.campaign'] },
		{ key: 'issue', head: m['ledger.issue'] },
		{ key: 'item', head: m['ledger.item'] },
		...datedColumns,
		...amountColumns,
		...endColumns
	],
	views: {
		figure: ['kind', 'channel', 'campaign', 'issue', 'item', 'days', 'amount', 'source', 'act'],
		card: ['kind', 'channel', 'campaign', 'issue', 'item', 'days', 'amount', 'act']
	}
});

export const placementTable = declare<Placement>()({
	name: 'ledger-placements',
	idle: ['channel'],
	columns: [
		{ key: 'sponsor', head: m['ledger.sponsor'] },
		{ key: 'issue', head: m['ledger.issue'] },
		{ key: 'item', head: m['ledger.item'] },
		{ key: 'guaranteedClicks', head: m['ledger.guaranteed'], kind: 'count' },
		...feeColumns,
		...endColumns
	],
	views: {
		figure: ['sponsor', 'issue', 'item', 'guaranteedClicks', 'fee', 'source', 'act']
	}
});

/** What each channel cost and brought in each month, in the publication's currency. */
export const monthTotalTable = declare<MonthTotal>()({
	name: 'ledger-totals',
	columns: [
		{ key: 'month', kind: 'month' },
		{
			key: 'channel',
			head: m['ledger.channel'],
			text: ({ channel }, formats) => channel ?? m['ledger.noChannel']({}, formats)
		},
		{ key: 'spend', head: m['ledger.spend'], kind: 'money', need: 'spend' },
		{ key: 'value', head: m['ledger.value'], kind: 'money', need: 'value' }
	],
	views: {}
});

/** Their sum as the line beneath them, which is of all pages of the list. */
export function monthSum({ spend, value }: Pick<MonthTotal, 'spend' | 'value'>): MonthTotal {
	return { month: '', channel: '', spend, value };
}
