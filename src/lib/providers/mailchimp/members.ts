import { baseName } from '#lib/file-name.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import type { FileFacts } from '../recogniser.ts';
import { readStatus, subscriberReader, type Status } from '../plans/subscriber-reader.ts';

// Audience → All contacts → Export audience; `lists/members` in the account export

/** What a file of the audience export holds: its name says it, or the columns it has. */
function statusOfFile({ name, table }: FileFacts): Status | undefined {
	const find = columnFinder(table.header);
	if (find('clean time') !== undefined || /^cleaned/.test(baseName(name))) return 'bounced';
	if (find('unsub time') !== undefined || /^unsubscribed/.test(baseName(name))) return 'left';
	if (/^(subscribed|members)/.test(baseName(name))) return 'active';
	return undefined;
}

/** One reader a row. The other columns are the account's own, in any language. */
export const mailchimpMembers = planned({
	provider: 'mailchimp',
	kind: 'subscribers',
	instants: ['joined', 'left'],
	zone: { ask: true },
	signature: [
		['euid', 'leid', 'member rating'],
		['optin time', 'confirm time', 'last changed']
	],
	columns: {
		address: ['email address', 'email'],
		alias: 'euid',
		joined: ['optin time', 'confirm time'],
		left: ['unsub time', 'clean time'],
		status: 'status',
		country: 'cc',
		channel: ['utm source', 'source', 'signup source'],
		campaign: 'utm campaign'
	},
	needs: ['address'],
	reader(file, columns, instants) {
		const usual = statusOfFile(file);
		return subscriberReader(columns, instants, {
			status: (row) => readStatus(row[columns.status ?? -1]) ?? usual
		});
	}
});
