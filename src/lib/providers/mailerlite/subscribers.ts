import { listPlan } from '../plans/list-plan.ts';

// Subscribers → Export; a campaign → Report → Subscribers activity → Export

/** One subscriber a row, with how often they opened and clicked in all. */
export const mailerliteSubscribers = listPlan({
	provider: 'mailerlite',
	zone: { ask: true },
	loose: true,
	signature: ['subscriber', 'subscribed', ['opens', 'opened', 'clicks', 'clicked']],
	without: ['event', 'url', 'campaign', 'subject', 'bounced', 'delivered'],
	columns: {
		address: ['subscriber', 'email'],
		status: ['status', 'type', 'state'],
		joined: ['subscribed', 'date subscribed', 'subscribe date', 'confirmation time'],
		left: ['unsubscribed', 'date unsubscribed', 'unsubscribe date'],
		country: ['country', 'location'],
		channel: ['source', 'subscription source', 'utm source']
	},
	states: { junk: 'left' }
});
