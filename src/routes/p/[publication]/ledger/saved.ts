import type { MoneyKind } from '#lib/money-kinds.ts';

/** What a form of the ledger saved, so that it is said even where the list does not show it. */
export type Saved = {
	kind: MoneyKind;
	verb: 'add' | 'change' | 'leave' | 'back';
	/** the rows as they are kept now */
	ids: number[];
	/** none of them is of the period and channel that the page shows */
	isOutside: boolean;
	/** what of the page's address is to be changed so that it shows them */
	show: Record<string, string | null>;
};

type Words = { from?: string | null; to?: string | null; sponsor?: string };

/** What of an address is to be changed so that a ledger shows a row: its days, or what it is called where it has none. */
export function showingRow(kind: MoneyKind, { from = null, to, sponsor }: Words): Saved['show'] {
	const anywhere = { last: null, channel: null, from: null, to: null };
	if (from !== null) return { ...anywhere, from, to: to ?? from };
	return sponsor ? { ...anywhere, [`${kind}.find`]: sponsor } : anywhere;
}
