import { planned } from '../plan.ts';
import { subscriberReader } from '../subscriber-reader.ts';

// Contacts → Export

export const activecampaignContacts = planned({
	provider: 'activecampaign',
	kind: 'subscribers',
	instants: ['joined'],
	zone: { ask: true },
	loose: true,
	signature: ['email', 'date created', 'status', ['ip', 'tags']],
	columns: {
		address: 'email',
		joined: 'date created',
		status: 'status',
		channel: ['utm source', 'source']
	},
	needs: ['address', 'joined', 'status'],
	reader: (_file, columns, instants) => subscriberReader(columns, instants)
});
