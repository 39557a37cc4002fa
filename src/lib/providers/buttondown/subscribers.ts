import { textOf } from '../plans/event-reader.ts';
import { planned } from '../plans/plan.ts';
import { readStatus, subscriberReader } from '../plans/subscriber-reader.ts';

// Settings → Exports → Subscribers

const EMAIL = ['email', 'email address'];

/** `subscribers.csv` */
export const buttondownSubscribers = planned({
	provider: 'buttondown',
	kind: 'subscribers',
	instants: ['joined', 'left'],
	zone: { known: 'UTC' },
	signature: [EMAIL, 'subscriber type', ['creation date', 'subscription date']],
	columns: {
		address: EMAIL,
		alias: 'id',
		status: 'subscriber type',
		joined: ['subscription date', 'creation date'],
		left: ['unsubscription date'],
		channel: ['utm source', 'referrer url']
	},
	needs: ['address', 'status', 'joined'],
	reader(_file, columns, instants) {
		const type = columns.status!;
		return subscriberReader(columns, instants, {
			status(row) {
				if (textOf(row[columns.left ?? -1])) return 'left';
				const word = row[type] ?? '';
				return /unactivated/i.test(word) ? 'pending' : (readStatus(word) ?? 'active');
			},
			paid: (row) => /premium|gift|paid/i.test(row[type] ?? '')
		});
	}
});
