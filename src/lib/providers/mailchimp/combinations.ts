import { textOf } from '../plans/event-reader.ts';
import { stemOf } from '#lib/file-name.ts';
import { columnFinder, normalHeader } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { sendReader, totalColumns } from '../plans/send-reader.ts';

// Reports → an A/B or multivariate campaign → Export

const COMBINATION = ['combination', 'variation', 'variant', 'version', 'test group'];

/**
 * The report of an A/B campaign: one combination of subject, sender, content and time a row. Each went
 * to readers of its own, and is a send of the one issue that the lines above the table name.
 */
export const mailchimpCombinations = planned({
	provider: 'mailchimp',
	kind: 'sends',
	instants: ['sentAt'],
	zone: { ask: true },
	loose: true,
	signature: [
		COMBINATION,
		['subject line', 'subject', 'from name', 'content', 'send time', 'send date'],
		['recipients', 'total recipients', 'successful deliveries', 'emails sent'],
		['opens', 'unique opens', 'total opens', 'recipients who opened'],
		['clicks', 'unique clicks', 'total clicks', 'recipients who clicked']
	],
	columns: {
		campaign: COMBINATION,
		campaignName: ['campaign', 'campaign title', 'title'],
		subject: ['subject line', 'subject'],
		sentAt: [
			'send time',
			'send date',
			'delivery date/time',
			'sent at',
			'sent on',
			'sent date',
			'date sent',
			'sent'
		]
	},
	needs: ['campaign'],
	reader({ name, labels, table }, columns, instants) {
		const find = columnFinder(table.header);
		const { delivered, ...totals } = totalColumns(find);
		const said = new Map(labels.map(([label, value]) => [normalHeader(label), value.trim()]));
		const above = said.get('title') ?? said.get('campaign title') ?? said.get('subject line');
		const file = stemOf(name);
		const title = (row: string[]) => textOf(row[columns.campaignName ?? -1]) ?? above ?? file;
		const { campaignName: _, ...own } = columns;
		return sendReader(own, instants, {
			campaign(row) {
				const combination = textOf(row[columns.campaign!])?.replace(
					/^(combination|variation) /i,
					''
				);
				return combination === undefined ? null : `${title(row)} (version ${combination})`;
			},
			totals: {
				...totals,
				delivered:
					find('successful deliveries', 'delivered') ?? delivered ?? find('total recipients'),
				uniqueOpens: totals.uniqueOpens ?? find('recipients who opened'),
				uniqueClicks: totals.uniqueClicks ?? find('recipients who clicked')
			}
		});
	}
});
