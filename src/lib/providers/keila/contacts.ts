import { planned } from '../plans/plan.ts';
import { subscriberReader } from '../plans/subscriber-reader.ts';

// Contacts → Export

export const keilaContacts = planned({
	provider: 'keila',
	kind: 'subscribers',
	instants: [],
	zone: { known: 'UTC' },
	loose: true,
	signature: ['email', 'data', 'status', 'external id'],
	columns: { address: 'email', status: 'status', alias: 'external id' },
	needs: ['address', 'status'],
	reader: (_file, columns, instants) => subscriberReader(columns, instants)
});
