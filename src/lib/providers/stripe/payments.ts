import { columnFinder } from '../headers.ts';
import { moneyPlan } from '../plans/money-plan.ts';
import { yesOrNo } from '../plans/subscriber-reader.ts';
import { isTotalRow } from '../refuse.ts';

// Payments → Export

/** One payment a row. What was paid back is taken off; what failed brought nothing. */
export const stripePayments = moneyPlan({
	provider: 'stripe',
	kind: 'value',
	signature: [
		'id',
		['created date (utc)', 'created (utc)', 'created'],
		'amount',
		['amount refunded', 'captured', 'balance transaction id'],
		'currency'
	],
	columns: {
		at: ['created date (utc)', 'created (utc)', 'created'],
		amount: 'amount',
		currency: 'currency',
		address: ['customer email', 'email (metadata)', 'receipt email', 'customer_email (metadata)'],
		campaign: ['utm_campaign (metadata)', 'utm campaign (metadata)'],
		channel: ['utm_source (metadata)', 'utm source (metadata)'],
		event: 'description'
	},
	refunded: ['amount refunded', 'amount refunded (after conversion)'],
	needs: ['at', 'amount'],
	// the API has cents beside seconds since 1970, the export amounts beside dates
	amounts({ table }) {
		const find = columnFinder(table.header);
		// a line of sums, as a spreadsheet adds one, is of no instant
		const rows = table.sample.filter((row) => !isTotalRow(row));
		const isWhole = (column = -1) =>
			column >= 0 && rows.every((row) => /^\d+$/.test((row[column] ?? '').trim()));
		return isWhole(find('created')) && isWhole(find('amount')) ? 'minor' : undefined;
	},
	skip({ table }) {
		const find = columnFinder(table.header);
		const [status, captured] = [find('status') ?? -1, find('captured') ?? -1];
		return (row) =>
			/fail|cancel|incomplete|requires|pending|uncaptured|blocked|declin|expired|disput.{0,40}lost/i.test(
				row[status] ?? ''
			) || yesOrNo(row[captured]) === false
				? 'nothingHappened'
				: undefined;
	}
});
