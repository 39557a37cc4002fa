import { m } from '#lib/messages/compiled/messages.js';
import { jobDetail, jobName } from '#lib/messages/job-words.ts';
import type { JobRow } from '#lib/server/figures/jobs.ts';
import { declare } from '../declare.ts';

/** When it ended, began or was asked for: the last of them that is known. */
const lastOf = ({ endedAt, startedAt, madeAt }: JobRow) => endedAt ?? startedAt ?? madeAt;

/** What runs, waits, failed and ended. */
export const jobTable = declare<JobRow>()({
	name: 'jobs',
	columns: [
		{ key: 'id', head: m['table.number'], kind: 'name' },
		{
			key: 'state',
			head: m['cli.jobs.state'],
			cell: ({ state }, formats) => m[`job.state.${state}`]({}, formats)
		},
		{ key: 'job', head: m['activity.job'], cell: (row, { locale }) => jobName(row, locale) },
		{ key: 'publication', head: m['cli.jobs.publication'] },
		{
			key: 'detail',
			head: m['cli.jobs.detail'],
			blank: '',
			cell: (row, formats) => jobDetail(row, formats, formats.locale)
		},
		{
			key: 'since',
			head: m['activity.since'],
			kind: 'instant',
			cell: lastOf,
			text: (row, formats) => formats.instant(lastOf(row))
		},
		{
			key: 'ended',
			head: m['activity.ended'],
			kind: 'instant',
			cell: lastOf,
			text: (row, formats) => formats.instant(lastOf(row))
		},
		{ key: 'again', head: m['activity.again'], act: true, file: false }
	],
	views: {
		figure: ['job', 'since', 'again'],
		/** of what is over */
		figureOver: ['job', 'ended', 'again'],
		terminal: ['id', 'state', 'job', 'publication', 'detail', 'since']
	}
});
