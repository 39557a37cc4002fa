import { planned } from '../plans/plan.ts';
import { subscriberReader, yesOrNo } from '../plans/subscriber-reader.ts';

// Contacts → Export contacts

/** Semicolons, days first. The other columns are the account's own. */
export const brevoContacts = planned({
	provider: 'brevo',
	kind: 'subscribers',
	instants: ['joined'],
	zone: { ask: true },
	dates: { joined: { order: 'dmy' } },
	signature: [['email', 'e mail'], 'email blacklisted'],
	columns: {
		address: ['email', 'e mail'],
		status: 'email blacklisted',
		joined: 'added time',
		channel: ['utm source', 'source', 'canal']
	},
	needs: ['address', 'status'],
	reader(_file, columns, instants) {
		return subscriberReader(columns, instants, {
			status: (row) => (yesOrNo(row[columns.status!]) ? 'left' : 'active')
		});
	}
});
