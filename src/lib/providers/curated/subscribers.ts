import { planned } from '../plans/plan.ts';
import { subscriberReader } from '../plans/subscriber-reader.ts';

// Subscribers → Export

/** Only who is subscribed is in it. */
export const curatedSubscribers = planned({
	provider: 'curated',
	kind: 'subscribers',
	instants: ['joined'],
	zone: { known: 'UTC' },
	signature: ['email address', 'subscribed at', ['utm last path', 'utm referrer', 'utm source']],
	// a list that says who left is another's
	without: ['status', 'state', 'unsubscribed at', 'date unsubscribed', 'unsubscribe date'],
	columns: {
		address: 'email address',
		joined: 'subscribed at',
		channel: ['utm source', 'utm referrer']
	},
	needs: ['address', 'joined'],
	reader: (_file, columns, instants) =>
		subscriberReader(columns, instants, { status: () => 'active' })
});
