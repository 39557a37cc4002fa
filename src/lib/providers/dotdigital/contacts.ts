import { listPlan } from '../plans/list-plan.ts';

// Contacts → a list → Export; Contacts → Suppressed contacts → Export

/** One contact a row; reasons of suppression are states. */
export const dotdigitalContacts = listPlan({
	provider: 'dotdigital',
	zone: { ask: true },
	signature: ['email', ['emailtype', 'email type'], ['optintype', 'opt in type', 'opttype']],
	without: ['leid', 'euid', 'member rating', 'optin time', 'event'],
	columns: {
		address: 'email',
		alias: ['contact id', 'id'],
		status: ['status', 'subscription status', 'reason', 'suppression reason'],
		joined: ['date created', 'created', 'first subscribed date', 'date subscribed'],
		left: ['date removed', 'date suppressed', 'suppressed date', 'date unsubscribed'],
		channel: ['source', 'subscription source']
	}
});
