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

/** How an issue is called by number and title; once where its title says the number: “Tide #59: The quay”. */
export function issueHeading(
	{ number, title }: { number: number | null; title: string },
	formats: Formats
): string {
	if (number === null || saysNumber(title, number)) return title;
	return m['report.name.issue']({ issue: formats.issue(number), title }, formats);
}

function saysNumber(title: string, number: number): boolean {
	const marked = /(?:[#№]|\bn\s?[°ºo]\.?|\bnr\.?)\s?(\d+)(?!\d)/giu;
	return [...title.matchAll(marked)].some(([, digits]) => Number(digits) === number);
}

const isNumber = (label: string) => /^\d+$/.test(label);
