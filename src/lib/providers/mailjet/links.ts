import { urlCountReader } from '../plans/count-reader.ts';
import { eventReader } from '../plans/event-reader.ts';
import type { EventKind, SkipCode } from '../facts.ts';
import { planned } from '../plans/plan.ts';

// There is no button for either: the link statistics are the API's, the events what a webhook received

/** How often each link of a campaign was clicked, and by how many. */
export const mailjetLinks = planned({
	provider: 'mailjet',
	kind: 'counts',
	instants: [],
	zone: { known: 'UTC' },
	signature: ['url', 'clickedmessagescount', 'clickedeventscount'],
	columns: { url: 'url', total: 'clickedeventscount', unique: 'clickedmessagescount' },
	needs: ['url', 'total', 'unique'],
	reader: (_file, columns) => urlCountReader(columns, () => null)
});

const EVENTS: Record<string, EventKind | { skip: SkipCode }> = {
	sent: 'delivery',
	open: 'open',
	click: 'click',
	bounce: 'bounce',
	spam: 'complaint',
	unsub: 'unsubscribe',
	blocked: { skip: 'otherEvent' }
};

/** One event a row, times in unix seconds. */
export const mailjetEvents = planned({
	provider: 'mailjet',
	kind: 'events',
	instants: ['at'],
	zone: { known: 'UTC' },
	signature: ['event', 'time', 'email', ['mj campaign id', 'mj contact id']],
	columns: {
		event: 'event',
		at: 'time',
		address: 'email',
		alias: 'mj contact id',
		campaign: 'mj campaign id',
		campaignName: 'customcampaign',
		url: 'url',
		agent: 'agent',
		country: 'geo'
	},
	needs: ['event', 'at', 'address'],
	reader(_file, columns, instants) {
		return eventReader(columns, instants, {
			event: (row) => EVENTS[row[columns.event!]?.trim().toLowerCase() ?? ''] ?? null
		});
	}
});
