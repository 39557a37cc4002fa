/** A row of value, as far as it takes to find the sale that a refund belongs to. */
type Brought = {
	readerId: number | null;
	channel: string | null;
	campaign: string | null;
	issue: string | null;
	item: string | null;
	urlId: number | null;
	/** minor units; negative is money given back */
	amount: number;
	from: number;
	to: number;
	conversions: number;
};

/**
 * Refunds on the days of their sales: a refund is negative value of its sale, whenever it is paid. It is
 * no purchase; a sale that is given back whole is none either. A refund's sale is the latest one
 * before it, of the same reader (else of the same channel, campaign, issue, item and page), of which just
 * that amount is left, else at least that amount. One without a known sale stays on its own day.
 *
 * @example refundsOnSales([sale, refund]) // => the sale, and the refund on its day
 */
export function refundsOnSales<Row extends Brought>(rows: readonly Row[]): Row[] {
	const sales = new Map<string, { row: Row; left: number }[]>();
	const keyOf = ({ readerId, channel, campaign, issue, item, urlId }: Row) =>
		readerId === null ? JSON.stringify([channel, campaign, issue, item, urlId]) : String(readerId);
	for (const row of rows) {
		if (row.amount <= 0) continue;
		const own = sales.get(keyOf(row));
		if (own) own.push({ row, left: row.amount });
		else sales.set(keyOf(row), [{ row, left: row.amount }]);
	}
	for (const own of sales.values()) own.sort((a, b) => a.row.from - b.row.from);

	const refunds = rows
		.filter(({ amount }) => amount < 0)
		.sort((a, b) => a.from - b.from || a.amount - b.amount);
	const moved = new Map<Row, Row>();
	for (const refund of refunds) {
		const given = -refund.amount;
		const own = (sales.get(keyOf(refund)) ?? []).filter(({ row }) => row.from <= refund.to);
		const sale =
			own.findLast(({ left }) => left === given) ?? own.findLast(({ left }) => left > given);
		if (!sale) {
			moved.set(refund, { ...refund, conversions: 0 });
			continue;
		}
		sale.left -= given;
		const { from, to, conversions } = sale.row;
		moved.set(refund, { ...refund, from, to, conversions: sale.left === 0 ? -conversions : 0 });
	}
	return rows.map((row) => moved.get(row) ?? row);
}
