import { listPlan } from '../plans/list-plan.ts';

// Subscribers → Manage subscribers → Export CSV

/** One subscriber a row; `Ad Tracking` is where they came from. */
export const aweberSubscribers = listPlan({
	provider: 'aweber',
	zone: { known: 'America/New_York' },
	signature: [
		'email',
		'ad tracking',
		[
			'ip address',
			'stop status',
			'stop time',
			'date added',
			'last followup',
			'subscription method',
			'signup date',
			'message number'
		]
	],
	columns: {
		address: 'email',
		status: ['status', 'stop status'],
		joined: [
			'date added',
			'subscribed at',
			'signup date',
			'add date',
			'date joined',
			'date subscribed'
		],
		left: ['stop time', 'unsubscribe date', 'unsubscribed at', 'date unsubscribed'],
		channel: 'ad tracking',
		country: 'country'
	},
	states: { stopped: 'left', unsubscribed: 'left', undeliverable: 'bounced' }
});
