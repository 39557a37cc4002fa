import type { ItemRow } from '#lib/server/figures/content/rows.ts';

export const orders = ['lift', 'rate', 'clickers', 'sent'] as const;
export type Order = (typeof orders)[number];

/** Rows that a page shows at a time. */
export const PER_PAGE = 100;

/** What is not known stands last, whichever way the known is ordered. */
function by(value: (item: ItemRow) => number | null) {
	return (a: ItemRow, b: ItemRow) => (value(b) ?? -Infinity) - (value(a) ?? -Infinity) || 0;
}

const comparisons: Record<Order, (a: ItemRow, b: ItemRow) => number> = {
	lift: by(({ lift, enough }) => (enough ? lift : null)),
	rate: by(({ rawRate }) => rawRate),
	clickers: by(({ clickers }) => clickers),
	sent: by(({ sentAt }) => sentAt)
};

/** The order asked for, else by the most that is known: lift, raw rate, clickers. */
export function orderOf(params: URLSearchParams, items: readonly ItemRow[]): Order {
	const asked = orders.find((order) => order === params.get('order'));
	if (asked) return asked;
	if (items.some(({ lift }) => lift !== null)) return 'lift';
	return items.some(({ rawRate }) => rawRate !== null) ? 'rate' : 'clickers';
}

/** One page of a long list in an order; equal items stay as they stand in their issues. */
export function pageOf(items: readonly ItemRow[], params: URLSearchParams) {
	const order = orderOf(params, items);
	const pages = Math.max(1, Math.ceil(items.length / PER_PAGE));
	const page = Math.min(pages, Math.max(1, Math.trunc(Number(params.get('page'))) || 1));
	const sorted = [...items].sort(comparisons[order]);

	const total = items.length;

	return { order, page, pages, total, items: sorted.slice((page - 1) * PER_PAGE, page * PER_PAGE) };
}
