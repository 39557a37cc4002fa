import { monthNamed, months } from '#lib/calendar-words.ts';
import { withoutDate } from '../dates.ts';
import { anyOf } from '../words/languages.ts';

const FIGURES =
	"(\\d{1,2}[\\u00a0\\u202f.,’']\\d{3}|\\d{1,2} \\d{3}(?=\\s*(?:$|[·•|–—:,;.!)\\]-]))|\\d{1,5})(?![\\d%]|[.,:/]\\d|\\w)";
const strong = new RegExp(
	`(?:#|n[°ºo]\\.? ?|(?<!\\p{L})(?:${anyOf('numbered')})(?: (?:issue|edition|n[°o]))? ?[#:°-]? ?)${FIGURES}`,
	'giu'
);

const beforeCounts = new RegExp(`^(?:${anyOf('beforeCounts')})$`, 'iu');

/**
 * Finds the number of an issue in its title or subject: `RnD Café ☕️ – #322`, `Lettre n° 12`.
 *
 * A number that is a year, or part of a date, is none. `n° 1 204` has its thousands apart.
 */
export function findNumber(text: string): number | null {
	const head = text.slice(0, 500);
	const matches = [...head.matchAll(strong)];
	// "Vol. 3, No. 14": the volume is a year's
	const issues = matches.filter(([words]) => !/^vol/i.test(words));
	for (const match of issues.length ? issues : matches) {
		const number = Number(match[1]!.replace(/\D/g, ''));
		const marked = /[#°º]/.test(match[0]);
		if (!marked && ((number >= 1990 && number <= 2100) || isOfDate(head, match[1]!))) continue;
		return number;
	}
	return null;
}

/** "Digest 15 August 2026": whether a number stands in a text's date alone. */
function isOfDate(text: string, figures: string): boolean {
	const undated = withoutDate(text);
	return undated !== text && !new RegExp(`(?<!\\d)${figures}(?!\\d)`).test(undated);
}

/**
 * The same for a document's own words, in which a name of a word or two and a number are the
 * masthead: `Hebdo 210`. Of a send's name that would be a guess.
 */
export function findMasthead(text: string): number | null {
	const named = /^\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)? (\d{2,4})$/u;
	const number = Number(named.exec(text.normalize('NFC').trim())?.[1] ?? NaN);
	return findNumber(text) ?? (number < 1990 || number > 2100 ? number : null);
}

const ISSUE = anyOf('issue');
const NAMES_ISSUE = new RegExp(
	`^[^\\p{L}]*(?:(?:la|le|the|our|notre|unsere?) |l['’])?(?:(?:${ISSUE})(?: (?:de|du|von|of|for|vom|di|van)| d['’])? ?(?:${months})|(?:${months})(?: (?:19|20)\\d\\d)? (?:${ISSUE}))(?: (?:de |del )?(?:19|20)\\d\\d)?[^\\p{L}\\d]*$`,
	'iu'
);

/** "Infolettre de juin", "March 2025 newsletter": the issue by its month. */
export function namesIssue(text: string): boolean {
	return NAMES_ISSUE.test(text);
}

/** What goes on in the same breath after a number or a year: "Week 3 of the strike", but no "Issue 3: the strike". */
export function goesOnAfterNumber(text: string): string {
	const [match] = [...text.slice(0, 500).matchAll(strong)];
	const [year] = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text) ?? [];
	const end = match
		? match.index + match[0].length
		: year === undefined
			? text.length
			: text.indexOf(year) + year.length;
	const rest = text.slice(end);
	return /^,? \p{L}/u.test(rest) ? rest.replace(/^,? /, '') : '';
}

/**
 * Finds the number in the name of a file: the last one that counts the issue, and is part neither of a date
 * nor of the letter's title.
 *
 * @param title the letter's, in which `findMasthead` found no number; null where it has none
 * @example numberInName('2024-01-07_kotlin-weekly-388.html', null) // => 388
 * @example numberInName('a-life-in-11-hours.html', 'A life in 11 hours') // => null
 */
export function numberInName(name: string, title: string | null): number | null {
	const called = name.replace(/^.*[\\/]/, '').replace(/\.\w{1,5}$/, '');
	// a mailbox calls its letters by their day and a subject, which may end with the day too
	const stem = withoutMonth(withoutDate(withoutDate(called)), title).trim();

	// `111.slug.html` is how Substack numbers its posts in its database, not the author's issues
	if (/^\d{4,}[._]/.test(stem)) return null;

	const told = findNumber(stem.replace(/[-_]+/g, ' ').replace(/(?<!\p{L})n (?=\d)/iu, 'n° '));
	if (told !== null) return told;

	const counted = [...stem.matchAll(/(?<![\d.\p{L}])(\d{1,5})(?![\d.%\p{L}])/gu)].filter((match) =>
		countsIssue(match, stem, title)
	);
	return counted.length ? Number(counted.at(-1)![1]) : null;
}

/** "2025-09-september", "2025-09" of "Harbour digest: September 2025": a year and its month, which are named beside it. */
function withoutMonth(stem: string, title: string | null): string {
	const match = /(?<!\d)(?:19|20)\d\d[-_. ](0[1-9]|1[0-2])(?!\d)/.exec(stem);
	if (!match) return stem;
	const rest = stem.slice(match.index + match[0].length);
	const words = `${rest} ${title ?? ''}`.match(/\p{L}{3,}/gu) ?? [];
	const named = words.some((word) => monthNamed(word) === Number(match[1]));
	return named ? `${stem.slice(0, match.index)} ${rest}` : stem;
}

/** Whether a number in a file's name counts the issue: it ends the name, or the letter's title knows nothing of it. */
function countsIssue(match: RegExpExecArray, stem: string, title: string | null): boolean {
	const [, digits] = match;
	const number = Number(digits);
	if (number >= 1990 && number <= 2100) return false;

	const before = stem.slice(0, match.index).match(/[\p{L}\p{N}]+/gu) ?? [];
	if (beforeCounts.test(before.at(-1) ?? '')) return false;
	const behind = stem.slice(match.index + digits!.length);
	if (!/[\p{L}\p{N}]/u.test(behind)) return true;
	if (title !== null) return !new RegExp(`(?<!\\d)0*${number}(?!\\d)`).test(title);
	// of a letter without a title: behind a publication's name, or set apart from the words that follow
	if (before.length) return before.length <= 3;
	return digits!.startsWith('0') || /^(?:_| - |\. )/.test(behind);
}
