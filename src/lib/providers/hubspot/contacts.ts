import { textOf } from '../plans/event-reader.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { subscriberReader, yesOrNo, type Status } from '../plans/subscriber-reader.ts';

// Contacts → Export; Settings → Email → Subscriptions → Export of unsubscribes and bounces

/** One contact a row; the columns are those of the view. */
export const hubspotContacts = planned({
	provider: 'hubspot',
	kind: 'subscribers',
	instants: ['joined'],
	zone: { ask: true },
	signature: [
		['record id', 'contact id'],
		'email',
		[
			'create date',
			'lifecycle stage',
			'lead status',
			'original source',
			'marketing contact status',
			'contact owner'
		]
	],
	columns: {
		address: 'email',
		alias: ['record id', 'contact id'],
		joined: ['create date', 'date created'],
		channel: ['latest source', 'original source', 'original traffic source'],
		country: ['country/region', 'country']
	},
	needs: ['address'],
	reader({ table }, columns, instants) {
		const find = columnFinder(table.header);
		const out =
			find('unsubscribed from all email', 'opted out of all email', 'hs email optout') ?? -1;
		const bounce =
			find('email hard bounce reason', 'hard bounce reason', 'email hard bounce reason (enum)') ??
			-1;
		const types = table.header.flatMap((name, column) => (OF_TYPE.test(name) ? [column] : []));
		const isOutOfAll = (row: string[]) =>
			yesOrNo(row[out]) === true ||
			(types.length > 0 && types.every((column) => yesOrNo(row[column]) === true));
		const says = out !== -1 || types.length > 0;
		return subscriberReader(columns, instants, {
			status(row): Status | undefined {
				if (textOf(row[bounce])) return 'bounced';
				return isOutOfAll(row) ? 'left' : says ? 'active' : undefined;
			}
		});
	}
});

/** Whether a contact wants no mail of one type; who wants none of any type of a file left. */
const OF_TYPE = /^\s*opted out of e-?mail\s*:/i;

/** Who unsubscribed or bounced, in columns of TRUE and FALSE. */
export const hubspotOptOuts = planned({
	provider: 'hubspot',
	kind: 'subscribers',
	instants: [],
	zone: { ask: true },
	signature: [['email', 'email address', 'recipient'], 'portal unsubscribe', 'portal bounce'],
	columns: { address: ['email', 'email address', 'recipient'] },
	needs: ['address'],
	reader({ table }, columns, instants) {
		const find = columnFinder(table.header);
		const bounces = [find('portal bounce') ?? -1, find('global bounce') ?? -1];
		const outs = [find('portal unsubscribe') ?? -1, find('portal spam report') ?? -1];
		const any = (row: string[], columns: number[]) =>
			columns.some((column) => yesOrNo(row[column]) === true);
		return subscriberReader(columns, instants, {
			// TRUE for one type of e-mail alone is no leaving
			status: (row) => (any(row, bounces) ? 'bounced' : any(row, outs) ? 'left' : 'active')
		});
	}
});
