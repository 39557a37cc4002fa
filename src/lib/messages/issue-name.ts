import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';

/** How an issue is called: figures name it by its number, and by its title where it has none. */
export function issueName(label: string, formats: Formats): string {
	return isNumber(label) ? formats.issue(Number(label)) : label;
}

/** The same where a sentence names it by the way, after its first words: a title is quoted. */
export function issueQuoted(label: string, formats: Formats): string {
	return isNumber(label) ? formats.issue(Number(label)) : formats.quote(label);
}

/**
 * The same behind a preposition, and in French behind an article: « depuis le n° 177 », « depuis le
 * numéro « Marées » ».
 */
export function issueWithin(label: string, formats: Formats): string {
	return isNumber(label)
		? formats.issue(Number(label))
		: m['report.issueTitled']({ title: formats.quote(label) }, formats);
}

const isNumber = (label: string) => /^\d+$/.test(label);
