import { daysBetween } from './title.ts';

/** A letter that a send might be of. */
export type LetterOffer = {
	id: number;
	/** local date, YYYY-MM-DD */
	date: string | null;
	/** whether any send of it is known */
	isSent: boolean;
};

/** Which letter a person might put a send to, and why. */
export type IssueProposal =
	| { issue: number; because: 'pages'; shared: number; clicked: number }
	| { issue: number; because: 'day' };

/** Of the pages that were clicked, so many must stand in a letter for it to be proposed. */
const SHARE = 1 / 3;

/**
 * Proposes the letter of a send that no rule joins with one: the one in which most of the pages stand that
 * its readers clicked, else the only unsent one of its day or a day beside it. It is for a person to
 * confirm: what speaks for two letters proposes none.
 *
 * @param shared by letter, how many of the clicked pages it links to
 */
export function proposeIssue(
	{ date, clicked }: { date: string | null; clicked: number },
	shared: ReadonlyMap<number, number>,
	letters: readonly LetterOffer[]
): IssueProposal | null {
	const most = Math.max(0, ...shared.values());
	if (most > 0 && most >= SHARE * clicked) {
		const [issue, another] = letters.filter(({ id }) => shared.get(id) === most);
		if (issue && !another) return { issue: issue.id, because: 'pages', shared: most, clicked };
	}
	const [near, another] = letters.filter(
		(letter) => !letter.isSent && (daysBetween(letter.date, date) ?? Infinity) <= 1
	);
	return near && !another ? { issue: near.id, because: 'day' } : null;
}
