import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { readStatus, subscriberReader, yesOrNo } from '../plans/subscriber-reader.ts';

// Audience → Lists & segments → a list → Manage list → Export

/** One profile a row. Consent is a word, with or without its date. */
export const klaviyoProfiles = planned({
	provider: 'klaviyo',
	kind: 'subscribers',
	instants: ['joined'],
	zone: { ask: true },
	signature: [
		'email',
		['klaviyo id', 'email marketing consent', 'email marketing consent timestamp'],
		[
			'klaviyo id',
			'email suppressions',
			'email marketing consent timestamp',
			'profile created on',
			'date added',
			'last active'
		]
	],
	columns: {
		address: 'email',
		alias: 'klaviyo id',
		status: ['email marketing consent', 'email consent'],
		joined: ['email marketing consent timestamp', 'date added', 'profile created on', 'created'],
		channel: ['$source', 'source', 'initial source', 'utm source', 'initial referring domain'],
		country: 'country'
	},
	needs: ['address'],
	reader({ table }, columns, instants) {
		const suppressed = columnFinder(table.header)('email suppressions', 'suppressed') ?? -1;
		return subscriberReader(columns, instants, {
			status(row) {
				const why = row[suppressed]?.trim() ?? '';
				if (!/^(|\[\]|\{\}|none)$/i.test(why) && yesOrNo(why) !== false)
					return /bounce|invalid/i.test(why) ? 'bounced' : 'left';
				return readStatus(row[columns.status ?? -1]);
			}
		});
	}
});
