import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { sendReader } from '../plans/send-reader.ts';

// Campaigns → Sent → Export; a campaign → Report → Subscribers activity → Export

/** One campaign a row, with its totals. Opens and clicks are counted once a reader. */
export const mailerliteCampaigns = planned({
	provider: 'mailerlite',
	kind: 'sends',
	instants: ['sentAt'],
	zone: { ask: true },
	signature: [
		['campaign', 'campaign name', 'name'],
		['subject'],
		['recipients', 'sent', 'emails sent', 'total emails sent'],
		['opened', 'unique opens', 'opens'],
		['click to open rate', 'ctor', 'spam complaints', 'junk', 'hard bounces', 'hard bounce']
	],
	without: ['campaign id', 'unique id', 'times forwarded', 'email'],
	columns: {
		campaign: ['campaign', 'campaign name', 'name'],
		campaignName: ['campaign', 'campaign name', 'name'],
		subject: 'subject',
		sentAt: ['sent at', 'send date', 'date sent', 'finished at', 'date', 'delivered at']
	},
	needs: ['campaign'],
	reader({ table }, columns, instants) {
		const find = columnFinder(table.header);
		return sendReader(columns, instants, {
			totals: {
				delivered: find('delivered', 'recipients', 'emails sent', 'total emails sent', 'sent'),
				uniqueOpens: find('opened', 'unique opens', 'opens'),
				uniqueClicks: find('clicked', 'unique clicks', 'clicks'),
				unsubscribes: find('unsubscribed', 'unsubscribes')
			}
		});
	}
});
