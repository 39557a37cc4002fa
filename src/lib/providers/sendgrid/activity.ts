import { eventReader, textOf } from '../plans/event-reader.ts';
import type { EventKind, SkipCode } from '../facts.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';

// Activity → Email Activity Feed → Export CSV

/** The web site and the API spell them differently. */
const EVENTS: Record<string, EventKind | { skip: SkipCode }> = {
	delivered: 'delivery',
	open: 'open',
	opened: 'open',
	click: 'click',
	clicked: 'click',
	bounce: 'bounce',
	bounced: 'bounce',
	spamreport: 'complaint',
	spam_report: 'complaint',
	unsubscribe: 'unsubscribe',
	group_unsubscribe: 'unsubscribe',
	unsubscribed: 'unsubscribe',
	processed: { skip: 'otherEvent' },
	deferred: { skip: 'otherEvent' },
	dropped: { skip: 'otherEvent' },
	drop: { skip: 'otherEvent' },
	group_resubscribe: { skip: 'otherEvent' }
};

/** Names of columns beside them that no other service uses: whoever shortens the file keeps one of them. */
const OWN = [
	'recv message id',
	'message id',
	'asm group id',
	'api key id',
	'outbound ip type',
	'originating ip',
	'marketing campaign id',
	'marketing campaign name',
	'unique args'
];

/** One event a row. A letter sent by the API has no campaign: its subject stands for it. */
export const sendgridActivity = planned({
	provider: 'sendgrid',
	kind: 'events',
	instants: ['at'],
	zone: { known: 'UTC' },
	signature: ['processed', 'event', 'email', OWN],
	columns: {
		at: 'processed',
		event: 'event',
		address: 'email',
		url: 'url',
		agent: 'user agent',
		subject: 'subject',
		campaign: 'marketing campaign id',
		campaignName: 'marketing campaign name'
	},
	needs: ['at', 'event', 'address'],
	reader(file, columns, instants) {
		const event = columns.event!;
		const name = columnFinder(file.table.header)('marketing campaign name', 'subject') ?? -1;
		return eventReader(columns, instants, {
			event: (row) => EVENTS[row[event]?.trim().toLowerCase() ?? ''] ?? null,
			campaign: (row) =>
				textOf(row[columns.campaign ?? -1]) ??
				textOf(row[name]) ??
				textOf(row[columns.subject ?? -1])
		});
	}
});
