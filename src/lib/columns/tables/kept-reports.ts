import { m } from '#lib/messages/compiled/messages.js';
import { declare } from '../declare.ts';

export type KeptReport = { id: number; name: string; createdAt: number };

/** Reports that were made, the latest first. */
export const keptReportTable = declare<KeptReport>()({
	name: 'kept-reports',
	columns: [
		{ key: 'name', head: m['table.report'] },
		{
			key: 'createdAt',
			head: m['report.fact.made'],
			kind: 'instant',
			text: ({ createdAt }, formats) => `${formats.day(createdAt)}, ${formats.time(createdAt)}`
		},
		{ key: 'remove', head: m['reports.remove'], act: true, file: false }
	],
	views: { figure: ['name', 'createdAt', 'remove'] }
});
