import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { sendReader } from '../plans/send-reader.ts';

// Stats → Posts → download

/** Totals of each post, without its number: title and day have to do. `_-` says that nothing was counted. */
export const substackStats = planned({
	provider: 'substack',
	kind: 'counts',
	instants: ['sentAt'],
	zone: { known: 'UTC' },
	signature: ['title', 'post date', 'restacks', ['opens', 'clicks']],
	columns: { campaign: 'title', campaignName: 'title', subject: 'title', sentAt: 'post date' },
	needs: ['campaign', 'sentAt'],
	reader({ table }, columns, instants) {
		const find = columnFinder(table.header);
		return sendReader(columns, instants, {
			totals: { opens: find('opens'), clicks: find('clicks') }
		});
	}
});
