import { columnFinder } from '../headers.ts';
import { planned } from '../plans/plan.ts';
import { sendReader } from '../plans/send-reader.ts';
import { yesOrNo } from '../plans/subscriber-reader.ts';
import { postOf } from './post-of.ts';

// Settings → Exports → New export: a zip

/** `posts.csv`: one post a row. Drafts are in it, and what was never sent by e-mail. */
export const substackPosts = planned({
	provider: 'substack',
	kind: 'sends',
	instants: ['sentAt'],
	zone: { known: 'UTC' },
	signature: ['post id', 'is published', ['post date', 'inbox sent at', 'email sent at']],
	columns: {
		campaign: 'post id',
		campaignName: 'title',
		subject: 'title',
		sentAt: 'email sent at'
	},
	needs: ['campaign', 'sentAt'],
	reader({ table }, columns, instants) {
		const find = columnFinder(table.header);
		const published = find('is published') ?? -1;
		const sent = columns.sentAt!;

		return sendReader(columns, instants, {
			campaign: (row) => postOf(row[columns.campaign!] ?? ''),
			skip(row) {
				if (yesOrNo(row[published]) === false) return 'draft';
				return (row[sent] ?? '').trim() === '' ? 'notAnEmail' : undefined;
			}
		});
	}
});
