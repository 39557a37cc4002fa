import { findNumber } from '#lib/issue/number.ts';
import { daysBetween, titleKey, wordsIn } from './title.ts';

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

/**
 * Whether two documents, or two sends, are of one issue: the same number, or the same title at the same
 * time. Where that is not sure the answer is no: two issues can be merged by hand, but clicks of two
 * issues that were taken for one cannot be told apart by looking.
 */
export function sameIssue(a: IssueIdentity, b: IssueIdentity): boolean {
	const days = daysBetween(a.date, b.date);
	const numbers = [a, b].map(({ number, title }) => number ?? findNumber(title ?? ''));
	if (numbers[0] !== null && numbers[1] !== null) {
		return numbers[0] === numbers[1] && (days === null || days <= NUMBER_DAYS);
	}

	const key = titleKey(a.title ?? '');
	if (key === '' || key !== titleKey(b.title ?? '')) return false;
	if (days !== null) return days <= TITLE_DAYS;

	// with no date to tell them apart, a title that may head every issue ("The weekly letter") is not enough
	return wordsIn(key) >= 5;
}
