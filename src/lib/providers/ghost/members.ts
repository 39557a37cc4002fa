import { textOf } from '../plans/event-reader.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { subscriberReader, yesOrNo } from '../plans/subscriber-reader.ts';

// Members → Export all members

export const ghostMembers = planned({
	provider: 'ghost',
	kind: 'subscribers',
	instants: ['joined', 'left'],
	zone: { known: 'UTC' },
	signature: ['email', 'subscribed to emails', ['complimentary plan', 'stripe customer id']],
	columns: {
		address: 'email',
		alias: 'id',
		status: 'subscribed to emails',
		joined: 'created at',
		left: 'deleted at'
	},
	needs: ['address', 'status'],
	reader({ table }, columns, instants) {
		const find = columnFinder(table.header);
		const plan = find('complimentary plan') ?? -1;
		const customer = find('stripe customer id') ?? -1;
		return subscriberReader(columns, instants, {
			status(row) {
				if (textOf(row[columns.left ?? -1])) return 'left';
				return yesOrNo(row[columns.status!]) === false ? 'left' : 'active';
			},
			paid: (row) => yesOrNo(row[plan]) === true || textOf(row[customer]) !== null
		});
	}
});
