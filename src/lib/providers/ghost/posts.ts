import { textOf } from '../plans/event-reader.ts';
import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { sendReader } from '../plans/send-reader.ts';

// Posts → Export; columns disappear with settings, and an empty cell was not measured

/** Totals of each post. It has no number here: its address on the web stands for it. */
export const ghostPosts = planned({
	provider: 'ghost',
	kind: 'counts',
	instants: ['sentAt'],
	zone: { known: 'UTC' },
	signature: [
		'title',
		'published at',
		'status',
		['post access', 'reacted with more like this', 'sends']
	],
	columns: {
		campaign: ['url', 'title'],
		campaignName: 'title',
		subject: 'title',
		sentAt: 'published at'
	},
	needs: ['campaign', 'sentAt'],
	reader({ table }, columns, instants) {
		const find = columnFinder(table.header);
		const status = find('status') ?? -1;
		return sendReader(columns, instants, {
			author: find('author'),
			totals: { delivered: find('sends'), uniqueOpens: find('opens'), clicks: find('clicks') },
			skip(row) {
				const state = textOf(row[status])?.toLowerCase() ?? '';
				if (state === 'draft' || state === 'scheduled') return 'draft';
				return state === 'published only' ? 'notAnEmail' : undefined;
			}
		});
	}
});
