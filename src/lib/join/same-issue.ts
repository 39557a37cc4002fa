import { findNumber } from '#lib/issue/lines/number.ts';
import { calledOtherwise, daysBetween, titleKey, keyWordCount } from './title.ts';

/** What a document or a send says of the issue it is. */
export type IssueIdentity = {
	number: number | null;
	title: string | null;
	/** local date, YYYY-MM-DD */
	date: string | null;
};

/** Numbers that start again each year come back after this many days. */
const NUMBER_DAYS = 60;
/** A document may be dated by its writing, its sending or its publication on the web. */
const TITLE_DAYS = 3;

/** What of an identity is compared, made once where one is compared with many. */
export type ComparedIdentity = { number: number | null; title: string; date: string | null };

/** An identity as it is compared: with the number that its title says where it has none of its own. */
export function comparedIdentity({ number, title, date }: IssueIdentity): ComparedIdentity {
	return { number: number ?? findNumber(title ?? ''), title: titleKey(title ?? ''), date };
}

/** Whether what is known of two identities speaks against one issue: other numbers, or days apart. */
export function contradict(a: ComparedIdentity, b: ComparedIdentity): boolean {
	if (a.number !== null && b.number !== null && a.number !== b.number) return true;
	return (daysBetween(a.date, b.date) ?? 0) > TITLE_DAYS;
}

type Named = { name: string; date: string | null };

/** Whether two names differ by what marks a version of a test, or a copy, alone: "May (version A)", "May (version B)". */
export function sameVersions(a: Named, b: Named): boolean {
	const key = titleKey(a.name);
	return key !== '' && key === titleKey(b.name) && (daysBetween(a.date, b.date) ?? 0) <= TITLE_DAYS;
}

/**
 * Whether two documents, or two sends, are of one issue: the same number, unless they are called otherwise
 * on days apart, or the same title at the same time. Where that is not sure the answer is no: two issues
 * can be merged by hand, but clicks of two issues that were taken for one cannot be told apart by looking.
 */
export function sameKeys(a: ComparedIdentity, b: ComparedIdentity): boolean {
	const numbered = a.number !== null && b.number !== null;
	if (numbered ? a.number !== b.number : a.title === '' || a.title !== b.title) return false;
	const days = daysBetween(a.date, b.date);
	if (numbered)
		return (
			days === null ||
			(days <= NUMBER_DAYS && !(days > TITLE_DAYS && calledOtherwise(a.title, b.title)))
		);
	if (days !== null) return days <= TITLE_DAYS;

	// with no date to tell them apart, a title that may head every issue ("The weekly letter") is not enough
	return keyWordCount(a.title) >= 5;
}
