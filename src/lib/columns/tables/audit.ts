import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import type { AuditRow } from '../../server/access/audit.ts';
import { declare } from '../declare.ts';
import { detailWords } from './audit-details.ts';

/** The audit, with what was done in words and as the code that programs look for. */
export const auditTable = declare<AuditRow>()({
	name: 'audit',
	columns: [
		{
			key: 'at',
			head: m['audit.at'],
			kind: 'instant',
			text: ({ at }, formats) => formats.instant(at)
		},
		{ key: 'who', head: m['audit.who'] },
		{
			key: 'what',
			head: m['audit.what'],
			cell: ({ action }, formats) => actionWords(action, formats)
		},
		{ key: 'publication', head: m['audit.publication'] },
		{ key: 'via', head: m['audit.via'], cell: ({ via }, formats) => viaWords(via, formats) },
		{ key: 'address', head: m['audit.address'] },
		{ key: 'action', head: m['audit.action'] },
		{
			key: 'details',
			head: m['audit.details'],
			cell: (row, formats) => detailWords(row, formats)
		}
	],
	views: {
		page: ['at', 'who', 'what', 'publication', 'via', 'address', 'details'],
		terminal: ['at', 'who', 'what', 'publication', 'via', 'address', 'details']
	}
});

function actionWords(action: string, { locale }: Formats): string {
	return words(`audit.${action}`, {}, locale);
}

function viaWords(via: string | null, { locale }: Formats): string | null {
	return via === null ? null : words(`audit.via.${via}`, {}, locale);
}
