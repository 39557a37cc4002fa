import { eventReader } from '../plans/event-reader.ts';
import type { EventKind, SkipCode } from '../facts.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';

// Settings → Exports → Events

const EVENTS: Record<string, EventKind | { skip: SkipCode }> = {
	delivered: 'delivery',
	opened: 'open',
	clicked: 'click',
	bounced: 'bounce',
	complained: 'complaint',
	unsubscribed: 'unsubscribe',
	rejected: { skip: 'otherEvent' },
	replied: { skip: 'otherEvent' },
	sent: { skip: 'otherEvent' },
	attempted: { skip: 'otherEvent' }
};

/**
 * The link in the metadata, which are a Python dictionary and not JSON. Its key is not documented,
 * so the value under a key that is named like one goes first, then any value that is a link.
 */
const LINK = /'[^']*(?:url|link|href)[^']*':\s*(['"])(https?:\/\/.*?)\1/i;
const ANY_LINK = /:\s*(['"])(https?:\/\/.*?)\1/;

/** Every event of every e-mail in one file. */
export const buttondownEvents = planned({
	provider: 'buttondown',
	kind: 'events',
	instants: ['at'],
	zone: { known: 'UTC' },
	signature: ['email id', 'subscriber email', 'event type', 'timestamp'],
	columns: {
		campaign: 'email id',
		address: 'subscriber email',
		event: 'event type',
		at: 'timestamp'
	},
	needs: ['campaign', 'address', 'event', 'at'],
	reader({ table }, columns, instants) {
		const metadata = columnFinder(table.header)('metadata') ?? -1;
		const event = columns.event!;

		return eventReader(columns, instants, {
			event: (row) => EVENTS[row[event]?.trim().toLowerCase() ?? ''] ?? null,
			url(row) {
				const text = row[metadata] ?? '';
				return (LINK.exec(text) ?? ANY_LINK.exec(text))?.[2] ?? '';
			}
		});
	}
});
