import { withoutReader } from '#lib/url/without-reader.ts';
import { findDate } from './dates.ts';
import { frame } from './frame.ts';
import { linesOf } from './lines-of.ts';
import { findMasthead, numberInName } from './number.ts';
import { openDocument } from './open-document.ts';
import { outline } from './outline.ts';
import { otherLinks, readSection } from './read-section.ts';
import type { IssueDocument, OtherLink, RawDocument, Section } from './document.ts';
import type { Habits } from './habits.ts';
import type { Read } from './lines-of.ts';

/** Rises with every change of these rules that reads a document otherwise than before. */
export const RULES_VERSION = 2;

/**
 * Reads an issue of a newsletter as an editor would: sections, items, links and their roles.
 *
 * What identifies a reader is left out of addresses, so the outcome may be stored. `habits` are
 * what recurs in the publication's other issues.
 *
 * @throws {Trouble} fileEmpty, fileBinary, fileTooLarge, documentUnreadable
 */
export async function readIssue(
	raw: RawDocument,
	habits: Habits | null = null
): Promise<IssueDocument> {
	return read(raw, habits, withoutReader);
}

/**
 * Reads an issue with its addresses letter by letter as they were sent, to be looked at and never
 * to be stored: they tell one reader's copy from another's.
 *
 * @throws {Trouble} fileEmpty, fileBinary, fileTooLarge, documentUnreadable
 */
export async function readIssueAsSent(
	raw: RawDocument,
	habits: Habits | null = null
): Promise<IssueDocument> {
	return read(raw, habits, (url) => url);
}

async function read(
	raw: RawDocument,
	habits: Habits | null,
	url: (href: string) => string
): Promise<IssueDocument> {
	const found = linesOf(await openDocument(raw), url);
	const { head, body, foot } = frame(found.lines, found.title);
	const stretches = outline(body, habits);

	const sections: Section[] = [];
	const other: OtherLink[] = head.flatMap((line) => otherLinks(line, true));
	stretches.forEach((stretch, i) => {
		const place = { first: !sections.length && i <= 1, last: i === stretches.length - 1 };
		const outcome = readSection(stretch, place);
		if (outcome.section) sections.push(outcome.section);
		other.push(...outcome.other);
	});
	other.push(...foot.flatMap((line) => otherLinks(line, true)));

	const masthead = head.map((line) => line.text);
	return {
		title: found.title,
		number: numberOf(raw.name, found, masthead),
		date: dateOf(raw.name, found, masthead),
		tags: found.matter.tags,
		sections,
		otherLinks: other
	};
}

function numberOf(name: string, { title, matter }: Read, masthead: string[]): number | null {
	if (matter.number && /^\d+$/.test(matter.number)) return Number(matter.number);

	for (const text of [title ?? '', ...masthead]) {
		const number = findMasthead(text);
		if (number !== null) return number;
	}
	return numberInName(name);
}

function dateOf(name: string, { title, date }: Read, masthead: string[]): string | null {
	for (const text of [date ?? '', name, title ?? '', ...masthead]) {
		const found = findDate(text);
		if (found) return found;
	}
	return null;
}
