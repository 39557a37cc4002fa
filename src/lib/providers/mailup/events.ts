import { eventReader } from '../plans/event-reader.ts';
import type { EventKind } from '../facts.ts';
import { planned } from '../plans/plan.ts';

// Statistics → Full export

const EVENTS: Record<string, EventKind> = {
	OPN: 'open',
	CLK: 'click',
	NCO: 'bounce',
	SNT: 'delivery'
};

/**
 * The latest thing that each reader did with each message: who clicked has no row for their open,
 * which is why openers are counted with clickers everywhere.
 */
export const mailupEvents = planned({
	provider: 'mailup',
	kind: 'events',
	instants: ['at'],
	zone: { known: 'Europe/Rome' },
	signature: [
		['statustype', 'status type'],
		['statuschange', 'status change'],
		['idnl', 'message id', 'id nl']
	],
	columns: {
		address: ['email', 'e mail', 'email address'],
		event: ['statustype', 'status type'],
		at: ['statuschange', 'status change'],
		url: 'details',
		campaign: ['idnl', 'message id', 'id nl'],
		campaignName: 'subject',
		agent: ['user agent', 'useragent']
	},
	needs: ['address', 'event', 'at', 'campaign'],
	reader(_file, columns, instants) {
		const event = columns.event!;
		return eventReader(columns, instants, {
			event: (row) => EVENTS[row[event]?.trim().toUpperCase() ?? ''] ?? null
		});
	}
});
