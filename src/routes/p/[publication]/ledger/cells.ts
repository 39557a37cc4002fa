import type { Formats } from '#lib/messages/format.ts';
import type { LedgerFigures } from '#lib/server/figures/money/ledger.ts';
import type { MoneyKind } from '#lib/money-kinds.ts';

/** What a statement says, as cells of a form; amounts as people type them, and in minor units. */
export function cellsOf(kind: MoneyKind, row: LedgerFigures[MoneyKind][number], formats: Formats) {
	const said = row as unknown as Partial<Record<string, string | number | null>>;
	const text = (name: string) => (said[name] == null ? null : String(said[name]));
	const minor = (kind === 'placement' ? said.fee : said.amount) as number | null;
	const currency = text('currency');
	return {
		channel: text('channel'),
		campaign: text('campaign'),
		from: text('from'),
		to: text('to'),
		label: text('kind'),
		issue: text('issue'),
		sponsor: text('sponsor'),
		item: text('item'),
		guaranteed: text('guaranteedClicks'),
		currency,
		minor,
		amount: minor === null ? null : formats.typedAmount(minor, currency ?? 'EUR')
	};
}
