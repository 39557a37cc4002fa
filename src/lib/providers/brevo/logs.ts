import { wideReader } from '../by-hand/shapes/wide.ts';
import { eventPlan } from '../plans/event-plan.ts';
import { textOf } from '../plans/event-reader.ts';
import { planned } from '../plans/plan.ts';

// Transactional → Logs → Export; Campaigns → a campaign → Recipients → Export; webhooks' exports

/** The transactional log: one event a row, days first. A letter is known by its subject, for one tag may be of all. */
export const brevoLogs = eventPlan({
	provider: 'brevo',
	zone: { ask: true },
	dates: { at: { order: 'dmy' } },
	signature: ['st text', 'ts', 'email', ['mid', 'message id']],
	columns: {
		at: 'ts',
		event: 'st text',
		address: 'email',
		campaign: 'sub',
		subject: 'tag',
		url: 'link'
	},
	needs: ['at', 'event', 'address'],
	words: {
		'first opening': 'open',
		'unique opened': 'open',
		error: null,
		blocked: null,
		request: null,
		requests: null,
		'invalid email': 'bounce'
	}
});

/** What the webhooks received, as the weekly export writes it. */
export const brevoEvents = eventPlan({
	provider: 'brevo',
	zone: { ask: true },
	signature: [
		'event',
		'email',
		['ts event', 'ts epoch', 'ts', 'date event'],
		['camp id', 'ts event', 'ts epoch', 'sending ip']
	],
	columns: {
		at: ['ts event', 'ts epoch', 'ts', 'date event'],
		event: 'event',
		address: 'email',
		campaign: 'camp id',
		campaignName: 'campaign name',
		subject: 'subject',
		url: ['url', 'link'],
		agent: 'user agent'
	},
	needs: ['at', 'event', 'address']
});

/** The recipients of a campaign: one a row, with the instant of each thing. Clicks have no link there. */
export const brevoRecipients = planned({
	provider: 'brevo',
	kind: 'events',
	instants: ['delivered', 'opened', 'clicked', 'bounced', 'unsubscribed'],
	zone: { ask: true },
	dates: Object.fromEntries(
		['delivered', 'opened', 'clicked', 'bounced', 'unsubscribed'].map((role) => [
			role,
			{ order: 'dmy' }
		])
	),
	signature: [
		'email id',
		['send date', 'delivered date', 'delivery date'],
		['open date', 'click date', 'unsubscribe date', 'hard bounce date']
	],
	columns: {
		address: 'email id',
		url: ['clicked links', 'clicked link'],
		campaign: ['campaign id', 'campaign name'],
		campaignName: 'campaign name',
		subject: 'subject',
		delivered: ['delivered date', 'delivery date', 'send date'],
		opened: ['open date', 'opened date'],
		clicked: ['click date', 'clicked date'],
		bounced: ['hard bounce date', 'soft bounce date'],
		unsubscribed: ['unsubscribe date', 'unsubscribed date']
	},
	needs: ['address'],
	reader(file, columns, instants) {
		const names = [columns.campaign, columns.campaignName, columns.subject];
		return wideReader(file, columns, instants, (row) => {
			for (const column of names) {
				const name = textOf(row[column ?? -1]);
				if (name !== null) return name;
			}
			return null;
		});
	}
});
