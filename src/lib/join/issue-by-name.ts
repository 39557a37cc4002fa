import { monthOfYear } from '#lib/calendar-words.ts';
import { findDate } from '#lib/issue/dates.ts';
import { findNumber } from '#lib/issue/lines/number.ts';
import type { KnownIssue } from './issue-of-send.ts';
import { titleKey } from './title.ts';

type Named = Pick<KnownIssue, 'number' | 'title' | 'subject' | 'date'>;

/** "12" and what spreadsheets make of it: "12.0". */
const BARE = /^#? ?(\d{1,6})(?:[.,]0)?$/;
/** "Marée haute 141", "141 – Où le podcast range ses micros". */
const AT_AN_END = /^\D+(\d{1,6})\s*$|^\s*(\d{1,6})\s*(?:[–—:|·)]|[-.]\s)/;
/** "12–14", "#12, #13 et #14": a price for all of them is no price of one. */
const SEVERAL = /\d ?(?:[-–—,;/&+]|to|and|à|a|et|bis|und|y|e|en) ?(?:#|n[°o]\.? ?)?\d{1,6}\s*$/iu;
const DAYS = /(\d{4}-\d\d-\d\d) – (\d{4}-\d\d-\d\d)\s*$/;
/** "05/07/2026": in July or in May. */
const EITHER_ORDER = /(?<!\d)(0?[1-9]|1[0-2])\/(0?[1-9]|1[0-2])\/((?:19|20)\d\d)(?!\d)/;

/**
 * Finds issues by what people write where a spreadsheet asks for one: a title or a subject, a number, a
 * day, a month or a span of days. The first of these that any issue answers to decides.
 *
 * @returns a function from what is written to the issues that it may mean, none or several
 * @example issuesByName([{ number: 12, title: 'Le port', date: '2026-05-07' }])('Lettre n° 12').length // => 1
 */
export function issuesByName<Issue extends Named>(
	issues: readonly Issue[]
): (written: string) => readonly Issue[] {
	const found = new Map<string, readonly Issue[]>();
	const withNumber = (digits: string | number | undefined) =>
		issues.filter(({ number }) => number !== null && number === Number(digits));
	const titled = (key: string) =>
		key === ''
			? []
			: issues.filter(({ title, subject }) =>
					[title, subject].some((one) => titleKey(one ?? '') === key)
				);

	const find = (written: string): readonly Issue[] => {
		const days = daysNamed(written);
		if (days.length === 0 && SEVERAL.test(written)) return titled(titleKey(written));
		const marked = BARE.exec(written.trim())?.[1] ?? findNumber(written) ?? undefined;
		const [, last, first] = (days.length === 0 && AT_AN_END.exec(written)) || [];
		const signs = [
			() => titled(titleKey(written)),
			() => withNumber(marked),
			() => withNumber(last ?? first),
			() => issues.filter(({ date }) => date !== null && days.some((span) => isIn(date, span)))
		];
		for (const sign of signs) {
			const meant = sign();
			if (meant.length > 0) return meant;
		}
		return [];
	};
	// rows of one file name the same issues again and again
	return (written) => {
		const known = found.get(written) ?? find(written);
		found.set(written, known);
		return known;
	};
}

type Days = readonly [from: string, to: string];

const isIn = (day: string, [from, to]: Days) => from <= day && day <= to;

/** Spans of local days that a text may name, both ends counted. */
function daysNamed(written: string): Days[] {
	const [, from, to] = DAYS.exec(written) ?? [];
	if (from !== undefined && to !== undefined) return [[from, to]];
	const [, one = '', other = '', itsYear = ''] = EITHER_ORDER.exec(written) ?? [];
	const said = findDate(written);
	const turned = itsYear && findDate([other, one, itsYear].join('/'));
	if (said !== null) return [...new Set([said, turned || said])].map((day) => [day, day]);
	const month = monthOfYear(written);
	if (month === null) return [];
	const start = `${month[0]}-${String(month[1]).padStart(2, '0')}`;
	return [[`${start}-01`, `${start}-31`]];
}
