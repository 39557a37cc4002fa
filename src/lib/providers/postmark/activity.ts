import { eventPlan } from '../plans/event-plan.ts';
import { columnFinder } from '../headers.ts';

// A server → a message stream → Activity → Export CSV; webhooks kept as JSON

const TIMES = ['receivedat', 'deliveredat', 'bouncedat', 'changedat'] as const;

const READERS = ['recipient', 'email'] as const;

/** Webhooks' records: each kind has its instant in a column of its own, and some their reader. */
export const postmarkRecords = eventPlan({
	provider: 'postmark',
	zone: { known: 'UTC' },
	signature: ['recordtype', READERS, TIMES],
	columns: {
		at: TIMES,
		event: 'recordtype',
		address: READERS,
		campaign: 'subject',
		subject: ['tag', 'messagestream'],
		url: 'originallink',
		agent: 'useragent',
		country: ['geo.country', 'geo.countryisocode']
	},
	words: { subscriptionchange: 'unsubscribe', spamcomplaint: 'complaint' },
	needs: ['at', 'event'],
	how({ table }) {
		const find = columnFinder(table.header);
		const firstOf = (names: readonly string[]) => {
			const columns = names.map((name) => find(name) ?? -1);
			return (row: string[]) =>
				columns.map((column) => row[column] ?? '').find((cell) => cell.trim() !== '') ?? '';
		};
		return { at: firstOf(TIMES), address: firstOf(READERS) };
	}
});

/** The activity as the page exports it: one event a row. */
export const postmarkActivity = eventPlan({
	provider: 'postmark',
	zone: { ask: true },
	signature: [
		['messageid', 'message id'],
		['messagestream', 'message stream', 'messagestreamid', 'message stream id'],
		['recipient', 'recipients', 'to'],
		['event', 'event type', 'type', 'status'],
		['receivedat', 'received at', 'date', 'timestamp', 'event date', 'time']
	],
	without: ['recordtype', 'log level', 'event id', 'processed'],
	columns: {
		at: ['event date', 'receivedat', 'received at', 'date', 'timestamp', 'time'],
		event: ['event', 'event type', 'type', 'status'],
		address: ['recipient', 'recipients', 'to'],
		campaign: 'subject',
		subject: ['tag'],
		url: ['originallink', 'original link', 'link', 'url'],
		agent: ['useragent', 'user agent']
	},
	needs: ['at', 'event', 'address'],
	words: {
		sent: 'delivery',
		queued: null,
		processed: null,
		transient: null,
		linkclicked: 'click',
		link_clicked: 'click'
	}
});
