import { textOf } from '../plans/event-reader.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { sendReader, totalColumns } from '../plans/send-reader.ts';

// `campaigns.csv` in the account export; Campaigns → Reports → Download all

/** One campaign a row, with its totals. Its id is not the one in the names of the granular files. */
export const mailchimpCampaigns = planned({
	provider: 'mailchimp',
	kind: 'sends',
	instants: ['sentAt'],
	zone: { ask: true },
	signature: ['successful deliveries', 'unique opens', 'times forwarded'],
	columns: {
		campaign: ['unique id', 'title'],
		campaignName: 'title',
		subject: 'subject',
		sentAt: 'send date'
	},
	needs: ['campaign'],
	reader(file, columns, instants) {
		const totals = totalColumns(columnFinder(file.table.header));
		const campaign = (row: string[]) =>
			textOf(row[columns.campaign ?? -1]) ?? textOf(row[columns.campaignName ?? -1]);
		return sendReader(columns, instants, { campaign, totals });
	}
});
