import { withoutDate } from '#lib/issue/dates.ts';
import { findNumber } from '#lib/issue/lines/number.ts';
import { calledOtherwise, daysBetween, titleKey, keyWordCount } from './title.ts';

/** What an export tells of a send. */
export type SendIdentity = {
	/** what the service calls it: an id, or its name where exports have no ids */
	campaign: string;
	name: string | null;
	subject: string | null;
	/** local date of sending, YYYY-MM-DD */
	date: string | null;
};

/** An issue that is known, from its document or from other sends. */
export type KnownIssue = {
	id: number;
	number: number | null;
	title: string | null;
	subject?: string | null;
	/** local date, YYYY-MM-DD */
	date: string | null;
};

export type SendMatch = {
	issue: number;
	/** likely: nothing speaks against it, but an editor should have a look */
	sure: 'certain' | 'likely';
	by: 'number' | 'title' | 'day';
};

/** Further apart than this, an equal number or title is another year's. */
const FAR_DAYS = 60;
const NEAR_DAYS = 3;

/**
 * Finds the issue that a send is of: by its number ("#322"), else by an equal title or subject of that
 * time, else by a number without a mark, by a title alone, or because it is the only issue of that day.
 * What speaks for two issues speaks for none.
 *
 * @param others dates of the publication's other sends: with two on one day, the day decides nothing
 * @param recurring titles, as compared, that sends of different days have: they say nothing of which
 */
export function issueOfSend(
	send: SendIdentity,
	issues: readonly KnownIssue[],
	others: readonly (string | null)[] = [],
	recurring: ReadonlySet<string> = new Set()
): SendMatch | null {
	const texts = [send.subject, send.name, isName(send.campaign) ? send.campaign : null].filter(
		(text) => text !== null
	);
	const numbers = new Set(texts.flatMap((text) => findNumber(text) ?? []));
	if (numbers.size > 1) return null;

	const [number] = numbers;
	const near = issues.filter((issue) => (daysBetween(issue.date, send.date) ?? 0) <= FAR_DAYS);
	if (number !== undefined && near.some((issue) => issue.number === number)) {
		const match = only(near, (issue) => issue.number === number, send.date);
		return match && { issue: match.id, sure: 'certain', by: 'number' };
	}

	// an issue with another number is another issue, however much the rest agrees
	const open = near.filter((issue) => number === undefined || issue.number === null);
	const titled = byTitle(texts, open, send, recurring);
	// "Essay 1" beside "Brief 1": two letters of one publication may number their issues each by itself
	if (titled?.sure === 'certain') return titled;
	return byBareNumber(texts, open, send.date) ?? titled ?? byDay(open, send, others);
}

/** A day as files' names have it, with whatever between: "newsletter 2026 07 02". It counts no issue. */
const DAY_IN_KEY = /(?<!\d)(?:(?:19|20)\d\d \d{1,2} \d{1,2}|\d{1,2} \d{1,2} (?:19|20)\d\d)(?!\d)/;

/** "RnD Café 322", "322": a number without a mark is one only at the end, and only if an issue has it. */
function byBareNumber(
	texts: readonly string[],
	issues: readonly KnownIssue[],
	date: string | null
): SendMatch | null {
	const numbers = new Set(
		texts
			.map((text) => titleKey(withoutDate(text)).replace(DAY_IN_KEY, ''))
			.flatMap((key) => /(?:^|\s)0*(\d{1,5})(?: [a-d])?\s*$/.exec(key)?.[1] ?? [])
			.map(Number)
	);
	const keys = texts.map(titleKey);
	const match = only(
		issues,
		(issue) =>
			issue.number !== null &&
			numbers.has(issue.number) &&
			!isYear(issue.number) &&
			// another letter of the publication may be at the same number
			!(
				(daysBetween(issue.date, date) ?? 0) > NEAR_DAYS &&
				keys.every((key) => calledOtherwise(key, titleKey(issue.title ?? '')))
			),
		date
	);
	return match && { issue: match.id, sure: 'likely', by: 'number' };
}

function byTitle(
	texts: readonly string[],
	issues: readonly KnownIssue[],
	{ date }: SendIdentity,
	recurring: ReadonlySet<string>
): SendMatch | null {
	const keys = new Set(texts.map(titleKey).filter((key) => key !== ''));
	const match = only(
		issues,
		({ title, subject }) =>
			[title, subject].some((text) => Boolean(text) && keys.has(titleKey(text ?? ''))),
		date
	);
	if (!match) return null;

	const days = daysBetween(match.date, date);
	if (days !== null && days <= NEAR_DAYS) return { issue: match.id, sure: 'certain', by: 'title' };

	// far apart or undated, a short title may be every issue's; not so "Ebb 1990", which no other has
	const own = [match.title, match.subject].map((text) => titleKey(text ?? ''));
	const tells = own.some(
		(key) => keyWordCount(key) >= 4 || (keys.has(key) && namesNumber(key) && !recurring.has(key))
	);
	return tells ? { issue: match.id, sure: 'likely', by: 'title' } : null;
}

/** Whether words and a number make a title. A number alone may be anything. */
function namesNumber(key: string): boolean {
	return /(?:^| )\d{1,5}(?:$| )/.test(key) && /\p{L}/u.test(key);
}

/** Titles, as compared, of sends that went out on days too far apart to be one issue's. */
export function recurringTitles(sends: readonly Omit<SendIdentity, 'campaign'>[]): Set<string> {
	const firstDate = new Map<string, string>();
	const recurring = new Set<string>();
	for (const { name, subject, date } of sends)
		for (const key of new Set([name, subject].map((text) => titleKey(text ?? '')))) {
			const first = firstDate.get(key);
			if (first === undefined) {
				if (date !== null) firstDate.set(key, date);
			} else if ((daysBetween(first, date) ?? 0) > NEAR_DAYS) recurring.add(key);
		}
	return recurring;
}

function byDay(
	issues: readonly KnownIssue[],
	{ date }: SendIdentity,
	others: readonly (string | null)[]
): SendMatch | null {
	if (date === null || others.includes(date)) return null;
	const [match, another] = issues.filter((issue) => issue.date === date);
	return match && !another ? { issue: match.id, sure: 'likely', by: 'day' } : null;
}

/** The one issue that fits; of several, the one of that day or nearest to it, if it alone is near. */
function only(
	issues: readonly KnownIssue[],
	fits: (issue: KnownIssue) => boolean,
	date: string | null
): KnownIssue | null {
	const fitting = issues.filter(fits);
	if (fitting.length === 1) return fitting[0] ?? null;

	const near = fitting.filter((issue) => (daysBetween(issue.date, date) ?? Infinity) <= NEAR_DAYS);
	return near.length === 1 ? (near[0] ?? null) : null;
}

/** Whether a service's identifier of a send, or its file's name, is also its name: ids have no blanks, and no words. */
function isName(campaign: string): boolean {
	const words = campaign.match(/(?<![\p{L}\p{N}])\p{L}{3,}(?![\p{L}\p{N}])/gu) ?? [];
	return /\s|#/.test(campaign.trim()) || words.length >= 2;
}

function isYear(number: number): boolean {
	return number >= 1990 && number <= 2100;
}
