import { listPlan } from '../plans/list-plan.ts';

// Contacts → Search contacts → Export

/** One contact a row; whoever is exported is on a list unless a column says else. */
export const getresponseContacts = listPlan({
	provider: 'getresponse',
	zone: { ask: true },
	signature: [
		'email',
		['day of cycle', 'dayofcycle', 'cycle day', 'autoresponder day'],
		['name', 'origin', 'list', 'campaign', 'added on', 'created on']
	],
	columns: {
		address: 'email',
		status: ['status', 'contact status'],
		joined: [
			'created on',
			'createdon',
			'added on',
			'subscription date',
			'subscribed on',
			'date added'
		],
		left: ['removed on', 'unsubscribed on', 'unsubscribe date'],
		channel: ['origin', 'source'],
		country: ['country', 'geo country']
	},
	usual: 'active'
});
