import { baseName } from '#lib/file-name.ts';
import { columnFinder } from '../headers.ts';
import { textOf } from '../plans/event-reader.ts';
import { planned } from '../plans/plan.ts';
import type { FileFacts } from '../recogniser.ts';
import { readStatus, subscriberReader, type Status } from '../plans/subscriber-reader.ts';

// Audience → All contacts → Export audience; `lists/members` in the account export

/**
 * What the rows of a file of the audience export are: each says when its reader left or was cleaned, else the name of
 * the file says it. Of several exports put together only some rows do.
 */
function statusOfRows({ name, table }: FileFacts): (row: string[]) => Status | undefined {
	const find = columnFinder(table.header);
	const times = [
		['bounced', find('clean time')],
		['left', find('unsub time')]
	] as const;
	const called = /^(cleaned|unsubscribed|subscribed|members)/.exec(baseName(name))?.[1];
	const ofName = called === 'cleaned' ? 'bounced' : called === 'unsubscribed' ? 'left' : 'active';
	const isTold = times.some(([, column]) => column !== undefined);
	const usual = called !== undefined || isTold ? ofName : undefined;
	return (row) => times.find(([, column]) => textOf(row[column ?? -1]) !== null)?.[0] ?? usual;
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
		const ofRow = statusOfRows(file);
		return subscriberReader(columns, instants, {
			status: (row) => readStatus(row[columns.status ?? -1]) ?? ofRow(row)
		});
	}
});
