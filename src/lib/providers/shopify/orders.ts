import { columnFinder } from '../headers.ts';
import { moneyPlan } from '../plans/money-plan.ts';

// Orders → Export → Plain CSV file

/** One line of an order a row: its total stands in the first alone. Refunds are taken off. */
export const shopifyOrders = moneyPlan({
	provider: 'shopify',
	kind: 'value',
	signature: [
		'name',
		'email',
		'financial status',
		['lineitem name', 'lineitem price', 'total'],
		'total'
	],
	columns: {
		at: ['paid at', 'created at', 'processed at'],
		amount: 'total',
		currency: 'currency',
		address: 'email',
		event: 'lineitem name',
		campaign: ['utm campaign'],
		channel: ['utm source']
	},
	refunded: ['refunded amount'],
	needs: ['at', 'amount'],
	skip({ table }) {
		const find = columnFinder(table.header);
		const [status, total, cancelled] = [
			find('financial status') ?? -1,
			find('total') ?? -1,
			find('cancelled at') ?? -1
		];
		return (row) => {
			// the further lines of an order
			if ((row[total] ?? '').trim() === '' && (row[status] ?? '').trim() === '')
				return 'nothingHappened';
			const isUnpaid = /pending|authorized|voided|unpaid|expired/i.test(row[status] ?? '');
			return isUnpaid ||
				((row[cancelled] ?? '').trim() !== '' && !/refund/i.test(row[status] ?? ''))
				? 'nothingHappened'
				: undefined;
		};
	}
});
