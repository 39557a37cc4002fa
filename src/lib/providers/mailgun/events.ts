import { hasOnly } from '../by-hand/words/neutral-words.ts';
import { eventPlan } from '../plans/event-plan.ts';
import { textOf } from '../plans/event-reader.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { subscriberReader } from '../plans/subscriber-reader.ts';

// Sending → Logs → Export; the events of the API as JSON; Sending → Suppressions → Export

/** One event a row, times in unix seconds from the API. A letter is known by its subject, for one tag may be of all. */
export const mailgunEvents = eventPlan({
	provider: 'mailgun',
	zone: { known: 'UTC' },
	signature: [
		['event', 'event type'],
		['timestamp', '@timestamp', 'date'],
		'recipient',
		[
			'log level',
			'message.headers',
			'recipient domain',
			'delivery status.code',
			'severity',
			'sending domain',
			'envelope.sender'
		]
	],
	columns: {
		at: ['timestamp', '@timestamp', 'date'],
		event: ['event', 'event type'],
		address: 'recipient',
		campaign: ['campaigns', 'campaign', 'tags', 'tag'],
		subject: ['subject', 'message.headers.subject'],
		url: 'url',
		agent: ['client info.user agent', 'user agent'],
		country: ['geolocation.country', 'country']
	},
	needs: ['at', 'event', 'address'],
	words: { rejected: null, accepted: null, stored: null },
	bots: ['client info.bot', 'bot'],
	how({ table }) {
		const find = columnFinder(table.header);
		const headers = find('message.headers') ?? -1;
		const named = find('campaigns', 'campaign') ?? -1;
		const subject = find('subject', 'message.headers.subject') ?? -1;
		const tags = find('tags', 'tag') ?? -1;
		return {
			campaign: (row: string[]) =>
				textOf(row[named]) ?? textOf(row[subject]) ?? subjectOf(row[headers]) ?? textOf(row[tags])
		};
	}
});

/** The subject among the headers of a message, written as JSON; null where that is damaged. */
function subjectOf(cell: string | undefined): string | null {
	const match = /"subject"\s*:\s*("(?:[^"\\]|\\.)*")/i.exec(cell ?? '');
	if (!match) return null;
	try {
		return textOf(JSON.parse(match[1]!) as string);
	} catch {
		return null;
	}
}

/** Who cannot be reached any more, with the server's answer. */
export const mailgunBounces = planned({
	provider: 'mailgun',
	kind: 'subscribers',
	instants: ['left'],
	zone: { known: 'UTC' },
	signature: ['address', 'code', 'error', ['created at', 'created']],
	columns: { address: 'address', left: ['created at', 'created'] },
	needs: ['address'],
	reader: (_file, columns, instants) =>
		subscriberReader(columns, instants, { status: () => 'bounced' })
});

const OWN = /^(address|created([ _]?at)?)$/i;

/** Who wants no more, of all or of one tag. */
export const mailgunUnsubscribes = planned({
	provider: 'mailgun',
	kind: 'subscribers',
	instants: ['left'],
	zone: { known: 'UTC' },
	loose: true,
	signature: ['address', ['tag', 'tags'], ['created at', 'created']],
	when: ({ table }) => hasOnly(table.header, OWN),
	columns: { address: 'address', left: ['created at', 'created'] },
	needs: ['address'],
	reader: (_file, columns, instants) =>
		subscriberReader(columns, instants, { status: () => 'left' })
});
