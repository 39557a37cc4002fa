import { listPlan } from '../plans/list-plan.ts';

// Contacts → Export

/** One contact a row; lists say by number where somebody stands, as the service's API does. */
export const activecampaignContacts = listPlan({
	provider: 'activecampaign',
	zone: { ask: true },
	loose: true,
	signature: ['email', 'date created', 'status', ['ip', 'tags']],
	columns: {
		address: 'email',
		joined: 'date created',
		status: 'status',
		channel: ['utm source', 'source']
	},
	states: { '0': 'pending', '1': 'active', '2': 'left', '3': 'bounced' }
});
