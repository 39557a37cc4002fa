import { textOf } from '../plans/event-reader.ts';
import { planned } from '../plans/plan.ts';
import { readStatus, subscriberReader } from '../plans/subscriber-reader.ts';

// Settings → Export data → Subscribers

/** Custom fields and one column a tier come and go; values carry stray spaces. */
export const beehiivSubscribers = planned({
	provider: 'beehiiv',
	kind: 'subscribers',
	instants: ['joined', 'left'],
	zone: { known: 'UTC' },
	loose: true,
	signature: ['email', 'status', ['created at', 'subscribed at'], ['tier', 'subscription tier']],
	columns: {
		address: 'email',
		status: 'status',
		joined: ['created at', 'subscribed at'],
		left: 'unsubscribed at',
		channel: ['utm source', 'acquisition source', 'referring site', 'utm channel'],
		campaign: 'utm campaign'
	},
	needs: ['address', 'status', 'joined'],
	reader(_file, columns, instants) {
		return subscriberReader(columns, instants, {
			status: (row) => (textOf(row[columns.left ?? -1]) ? 'left' : readStatus(row[columns.status!]))
		});
	}
});
