import { monthNamed } from '#lib/calendar-words.ts';
import { namesSend } from '../../names-send.ts';
import { readLink } from '../../read-link.ts';
import { headerFit, plainHeader } from '../words/header-words.ts';

/** What people call a letter above a report, where a column of a list called so may say which of several it is. */
const LETTER = /^(?:infolettre|lettre d information|rundbrief|brief|lettera|carta)$/;

/** The send that a report is about, from the lines above its tables: by name, by id, else by subject. */
export function campaignOfLabels(labels: readonly [string, string][]): string | undefined {
	for (const role of ['campaignName', 'campaign', 'issue', 'subject'] as const) {
		const isNamed = (label: string) =>
			headerFit(label, role) === 1 || (role === 'campaign' && LETTER.test(plainHeader(label)));
		const match = labels.find(([label, value]) => value !== '' && isNamed(label));
		if (match) return match[1];
	}
	return undefined;
}

/**
 * The send that one of several tables of the same columns is of, where its title may name it: `Letter 13`,
 * but not `Clicks`, `May 2026` or `Week 12`.
 */
export function campaignOfPart(part: string | undefined): string | undefined {
	if (part === undefined || !namesSend(part)) return undefined;
	const words = plainHeader(part).split(/[^\p{L}\p{N}]+/u);
	const says = words.some(
		(word) => /\p{L}{2}/u.test(word) && monthNamed(word) === null && !SPAN.test(word)
	);
	return says ? part.trim() : undefined;
}

const SPAN =
	/^(?:week|semaine|woche|semana|settimana|kw|month|mois|monat|mes|mese|maand|quarter|trimestre|quartal|q\d|t\d|year|annee|jahr|ano|anno|jaar|\d+)$/;

/** The link that a report is about, from the lines above its tables: `Clicked link: https://example.com/a`. */
export function linkOfLabels(labels: readonly [string, string][]): string | undefined {
	const links = labels.filter(
		([label, value]) =>
			/\b(link|url|lien|enlace)\b/.test(plainHeader(label)) && readLink(value) !== null
	);
	return links.length === 1 ? readLink(links[0]![1])! : undefined;
}
