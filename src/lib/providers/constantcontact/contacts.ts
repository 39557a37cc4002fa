import { planned } from '../plans/plan.ts';
import { subscriberReader } from '../plans/subscriber-reader.ts';

// Contacts → Export

export const constantcontactContacts = planned({
	provider: 'constantcontact',
	kind: 'subscribers',
	instants: ['joined'],
	zone: { ask: true },
	signature: ['email address', ['email status', 'email permission status']],
	columns: {
		address: 'email address',
		status: ['email status', 'email permission status'],
		joined: 'created at',
		channel: 'source name'
	},
	needs: ['address', 'status'],
	reader: (_file, columns, instants) => subscriberReader(columns, instants)
});
