import { textOf } from '../plans/event-reader.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { sendReader } from '../plans/send-reader.ts';

// Settings → Export data → Posts

/** One post a row, its whole HTML in a cell. */
export const beehiivPosts = planned({
	provider: 'beehiiv',
	kind: 'sends',
	instants: ['sentAt'],
	zone: { known: 'UTC' },
	signature: ['id', 'web title', 'content html'],
	columns: {
		campaign: 'id',
		campaignName: 'web title',
		subject: ['email subject line', 'web title'],
		sentAt: ['published at', 'publish date', 'created at'],
		html: 'content html'
	},
	needs: ['campaign', 'html'],
	reader({ table }, columns, instants) {
		const status = columnFinder(table.header)('status') ?? -1;
		return sendReader(columns, instants, {
			skip: (row) => (/draft|archived/i.test(textOf(row[status]) ?? '') ? 'draft' : undefined)
		});
	}
});
