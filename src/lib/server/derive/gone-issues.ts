import { titleKey } from '#lib/join/title.ts';
import {
	goneIssuesOf,
	keepGone,
	restoreGone,
	type GoneIssue
} from '../store/content/gone-issues.ts';
import { createIssue, type Issue, type IssueWords } from '../store/content/issues.ts';
import { itemsOfIssue, linksOfIssue } from '../store/content/items.ts';
import type { Tx } from '../store/sql/open.ts';
import { parkTopics } from './park-topics.ts';

// An issue goes when all that tells of it is undone. Once it is imported again it is the same issue: links,
// views and mails name it by its number, and editors corrected it.

/** Keeps what editors said in an issue that goes, and of its items, for when it comes back. */
export async function putAside(db: Tx, { id, publicationId, number, title, sentAt }: Issue) {
	await parkTopics(db, id, await itemsOfIssue(db, id), await linksOfIssue(db, id));
	await keepGone(db, { issueId: id, publicationId, number, title: titleKey(title), sentAt });
}

/**
 * Makes an issue, with the number that it had and what was said in it where it was there before.
 *
 * @returns its id
 */
export async function beginIssue(
	db: Tx,
	publicationId: number,
	words: IssueWords
): Promise<number> {
	const gone = sameAs(words, await goneIssuesOf(db, publicationId));
	const id = await createIssue(db, publicationId, words, gone?.issueId);
	if (gone) await restoreGone(db, gone);
	return id;
}

/** Exports of one issue may differ so much in when it was sent: a letter of the next day is another. */
const SAME = 12 * 3_600_000;

/**
 * The one that an issue was: of the same number or, without one, of the same title and day. Which of its
 * files comes first may change its title, and whether its day is known.
 */
function sameAs(
	{ number, title, sentAt }: IssueWords,
	all: readonly GoneIssue[]
): GoneIssue | undefined {
	const near = all.filter(
		(one) =>
			one.number === number &&
			(one.sentAt === null || sentAt === null || Math.abs(one.sentAt - sentAt) <= SAME)
	);
	const key = titleKey(title);
	const called = near.filter((one) => one.title === key);
	const alike = called.length > 0 || number === null ? called : near;
	return alike.length > 1 ? undefined : alike[0];
}
