import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import type { AuditRow } from '../../server/access/audit.ts';
import { declare } from '../declare.ts';

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
			cell: ({ details }, formats) => detailWords(details, formats)
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

/** Longest text of a value, in characters: what undoes a change can be long. */
const LONGEST = 120;

/** What there is to know, in words: what was before and after stands side by side. */
function detailWords(details: Record<string, unknown>, { locale, labelled }: Formats): string {
	const entries = Object.entries(details).filter(([name]) => name !== 'before' || isShort(details));
	return entries
		.map(([name, value]) => labelled(nameOf(name, locale), textOf(name, value, locale)))
		.join(', ');
}

/** A name that no words are known for stays as it was written down. */
function nameOf(name: string, locale: Formats['locale']): string {
	return saidOr(name, `audit.detail.${name}`, words(`audit.detail.${name}`, {}, locale));
}

const saidOr = (written: string, key: string, said: string) => (said === key ? written : said);

/** What is kept to undo a change is of no use to whoever reads. */
function isShort({ before }: Record<string, unknown>): boolean {
	return JSON.stringify(before ?? '').length <= 4 * LONGEST;
}

function textOf(name: string, value: unknown, locale: Formats['locale']): string {
	const written = typeof value === 'string' ? value : JSON.stringify(value);
	const key = `people.role.${written}`;
	const text =
		name === 'role' ? saidOr(written, key, words(`people.role.${written}`, {}, locale)) : written;
	return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
