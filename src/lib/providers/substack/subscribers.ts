import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { subscriberReader, yesOrNo } from '../plans/subscriber-reader.ts';

/** `email_list.<publication>.csv`, of today and of earlier years. */
export const substackEmailList = planned({
	provider: 'substack',
	kind: 'subscribers',
	instants: ['joined'],
	zone: { known: 'UTC' },
	signature: ['email', 'email disabled', ['expiry', 'active subscription', 'first payment at']],
	columns: { address: 'email', joined: 'created at', status: 'email disabled' },
	needs: ['address', 'status'],
	reader({ table }, columns, instants) {
		const find = columnFinder(table.header);
		const active = find('active subscription');
		const type = find('type');
		return subscriberReader(columns, instants, {
			status: (row) => (yesOrNo(row[columns.status!]) ? 'left' : 'active'),
			paid(row) {
				if (active !== undefined) return yesOrNo(row[active]);
				return type === undefined ? undefined : /^(paid|ios_app)$/i.test(row[type]?.trim() ?? '');
			}
		});
	}
});

// Subscribers → Export

/** The subscriber table: the columns are those chosen on the screen, in any order. */
export const substackSubscribers = planned({
	provider: 'substack',
	kind: 'subscribers',
	instants: ['joined'],
	// how its dates are written, and in which zone, is not documented
	zone: { ask: true },
	loose: true,
	signature: [
		'email',
		'start date',
		['subscription source (free)', 'links clicked', 'emails received (6mo)', 'type', 'activity']
	],
	columns: {
		address: 'email',
		joined: 'start date',
		channel: ['subscription source (free)', 'subscription source (paid)'],
		country: 'country',
		status: 'type'
	},
	needs: ['address', 'joined'],
	reader(_file, columns, instants) {
		return subscriberReader(columns, instants, {
			// everybody in the table receives the letter; the type says how they pay for it
			status: () => 'active',
			paid(row) {
				const type = row[columns.status ?? -1]?.trim();
				return type ? /paid|founding|annual|monthly|yearly/i.test(type) : undefined;
			}
		});
	}
});
