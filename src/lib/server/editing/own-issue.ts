import { Trouble } from '#lib/trouble.ts';
import { findIssue } from '../store/content/issues.ts';
import type { Publication } from '../store/publications.ts';
import type { Db, Tx } from '../store/sql/open.ts';

/**
 * An issue of a publication, and of no other: who may edit one publication can write any number into a path.
 *
 * @throws {Trouble} noSuchIssue
 */
export async function ownIssue(db: Db | Tx, publication: Publication, issueId: number) {
	const issue = await findIssue(db, publication.id, issueId);
	if (!issue) throw new Trouble('noSuchIssue', { id: issueId });
	return issue;
}
