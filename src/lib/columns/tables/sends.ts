import { m } from '#lib/messages/compiled/messages.js';
import { issueName } from '#lib/messages/issue-name.ts';
import type { SendRow } from '#lib/server/figures/sends.ts';
import { declare } from '../declare.ts';

/** A send with what its service is called; null where its files are of no known service. */
export type SendLine = SendRow & { service: string | null };

/** Sends, each with its issue and what says so. */
export const sendTable = declare<SendLine>()({
	name: 'sends',
	columns: [
		{ key: 'send', head: m['sends.send'], names: true },
		{ key: 'service', head: m['sends.service'] },
		{ key: 'sentAt', head: m['table.sentUtc'], local: m['table.sent'], kind: 'instant' },
		{
			key: 'issue',
			cell: ({ issue }, formats) => (issue === null ? null : issueName(issue, formats))
		},
		{
			key: 'by',
			head: m['sends.how'],
			cell: ({ by }, formats) => (by === null ? null : m[`sends.by.${by}`]({}, formats))
		},
		{ key: 'assign', head: m['sends.assign'], act: true, file: false }
	],
	views: { figure: ['send', 'service', 'sentAt', 'issue', 'by', 'assign'] }
});
