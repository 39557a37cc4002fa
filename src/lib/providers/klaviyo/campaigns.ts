import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { sendReader, totalColumns } from '../plans/send-reader.ts';
import { textOf } from '../plans/event-reader.ts';

// Analytics → Campaigns → Export; Campaigns → Export

/** One campaign a row, with its totals. */
export const klaviyoCampaigns = planned({
	provider: 'klaviyo',
	kind: 'sends',
	instants: ['sentAt'],
	zone: { ask: true },
	signature: [
		'campaign name',
		['send time', 'send date'],
		['total recipients', 'recipients', 'successful deliveries'],
		['unique opens', 'total opens'],
		[
			'send weekday',
			'spam complaints rate',
			'campaign channel',
			'placed order rate',
			'winning variant?'
		]
	],
	columns: {
		campaign: ['campaign id', 'campaign name'],
		campaignName: 'campaign name',
		subject: 'subject',
		sentAt: ['send time', 'send date']
	},
	needs: ['campaign'],
	reader({ table }, columns, instants) {
		const find = columnFinder(table.header);
		const channel = find('campaign channel', 'message channel') ?? -1;
		return sendReader(columns, instants, {
			skip: (row) =>
				/^(sms|push|mobile|whatsapp)/i.test(textOf(row[channel]) ?? '') ? 'notAnEmail' : undefined,
			campaign: (row) =>
				textOf(row[columns.campaign ?? -1]) ?? textOf(row[columns.campaignName ?? -1]),
			totals: totalColumns(find)
		});
	}
});
