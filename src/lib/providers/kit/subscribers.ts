import { planned } from '../plans/plan.ts';
import { subscriberReader } from '../plans/subscriber-reader.ts';

// Subscribers → a view (Confirmed, Cancelled …) → Bulk actions → Export: one file a view

export const kitSubscribers = planned({
	provider: 'kit',
	kind: 'subscribers',
	instants: ['joined'],
	zone: { known: 'UTC' },
	loose: true,
	signature: ['first name', ['email', 'email address'], 'created at', ['status', 'state']],
	without: ['last name', 'tier', 'subscription tier', 'uuid'],
	columns: {
		address: ['email', 'email address'],
		status: ['status', 'state'],
		joined: 'created at',
		channel: ['utm source', 'source', 'referrer'],
		campaign: 'utm campaign'
	},
	needs: ['address', 'status', 'joined'],
	reader: (_file, columns, instants) => subscriberReader(columns, instants)
});
