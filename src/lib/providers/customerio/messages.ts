import { wideReader } from '../by-hand/shapes/wide.ts';
import { eventPlan } from '../plans/event-plan.ts';
import { textOf } from '../plans/event-reader.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { yesOrNo } from '../plans/subscriber-reader.ts';

// Deliveries & drafts → Sent → Export CSV; Data & integrations → Reporting webhooks, kept as JSON

/** One message a row, with the instant of each thing that happened to it. Clicks have no link there. */
export const customerioDeliveries = planned({
	provider: 'customerio',
	kind: 'events',
	instants: ['delivered', 'opened', 'clicked', 'bounced', 'unsubscribed', 'complained'],
	zone: { known: 'UTC' },
	loose: true,
	signature: [
		['delivery id', 'cio id', 'customer id'],
		['recipient', 'email', 'to'],
		['delivered', 'delivered at'],
		['opened', 'opened at']
	],
	columns: {
		address: ['recipient', 'email', 'to'],
		campaign: ['newsletter id', 'broadcast id', 'campaign id'],
		campaignName: ['newsletter name', 'campaign name'],
		subject: 'subject',
		delivered: ['delivered', 'delivered at'],
		opened: ['opened', 'opened at', 'human opened'],
		clicked: ['clicked', 'clicked at', 'human clicked'],
		bounced: ['bounced', 'bounced at'],
		unsubscribed: ['unsubscribed', 'unsubscribed at'],
		complained: ['spammed', 'spam reported', 'marked as spam']
	},
	needs: ['address', 'opened'],
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

/** One event a row, as reporting webhooks give them. */
export const customerioEvents = eventPlan({
	provider: 'customerio',
	zone: { known: 'UTC' },
	loose: true,
	signature: ['metric', 'timestamp', ['data.recipient', 'recipient', 'email address']],
	columns: {
		at: 'timestamp',
		event: 'metric',
		address: ['data.recipient', 'recipient', 'email address'],
		alias: ['data.customer id', 'customer id'],
		campaign: [
			'data.newsletter id',
			'newsletter id',
			'data.broadcast id',
			'broadcast id',
			'data.campaign id',
			'campaign id'
		],
		subject: ['data.subject', 'subject'],
		url: ['data.href', 'href', 'data.link', 'link']
	},
	needs: ['at', 'event', 'address'],
	words: {
		sent: null,
		drafted: null,
		attempted: null,
		converted: null,
		spammed: 'complaint',
		dropped: null
	},
	how({ table }) {
		const machine = columnFinder(table.header)('data.machine', 'machine') ?? -1;
		return { machine: (row: string[]) => yesOrNo(row[machine]) === true };
	}
});
