import { listPlan } from '../plans/list-plan.ts';

// A list → Export; a campaign → Report → Export of who opened, clicked, left or bounced

/** One subscriber a row. */
export const sendySubscribers = listPlan({
	provider: 'sendy',
	zone: { ask: true },
	loose: true,
	signature: [
		'name',
		'email',
		['last activity', 'last campaign', 'joined', 'timestamp'],
		['signedup ip', 'signup ip', 'added via', 'optin method', 'gdpr']
	],
	without: ['event', 'url', 'campaign', 'euid', 'leid', 'plan', 'email disabled'],
	columns: {
		address: 'email',
		status: 'status',
		joined: ['joined', 'join date', 'timestamp', 'date added'],
		channel: ['referrer', 'added via', 'signup source'],
		country: 'country'
	},
	states: { 'soft bounced': 'active', 'marked as spam': 'left' }
});
