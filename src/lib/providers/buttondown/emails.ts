import { planned } from '../plans/plan.ts';
import { sendReader } from '../plans/send-reader.ts';

// Settings → Exports → Emails: `emails.csv`, and the bodies as Markdown beside it

/** `emails.csv`: one e-mail a row. What has no date was not published. */
export const buttondownEmails = planned({
	provider: 'buttondown',
	kind: 'sends',
	instants: ['sentAt'],
	zone: { known: 'UTC' },
	loose: true,
	signature: ['id', 'subject', 'publish date', 'slug'],
	columns: { campaign: 'id', campaignName: 'slug', subject: 'subject', sentAt: 'publish date' },
	needs: ['campaign', 'sentAt'],
	reader: (_file, columns, instants) =>
		sendReader(columns, instants, {
			skip: (row) => ((row[columns.sentAt!] ?? '').trim() === '' ? 'draft' : undefined)
		})
});
