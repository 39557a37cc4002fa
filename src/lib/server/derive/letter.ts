import { letterHtml, type Badge } from '#lib/issue/letter.ts';
import { Trouble } from '#lib/trouble.ts';
import { documentBody } from '../store/content/documents.ts';
import { findIssue } from '../store/content/issues.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';

export type { Badge };

/**
 * An issue as it was sent, as an HTML page with a badge behind each link that `badges` knows by its
 * address.
 *
 * @throws {Trouble} noSuchIssue, also for an issue without a document
 */
export async function sentLetter(
	db: Db,
	publication: Publication,
	issueId: number,
	badges: ReadonlyMap<string, Badge>,
	language: string
): Promise<string> {
	const issue = await findIssue(db, publication.id, issueId);
	const document = issue?.documentId ? await documentBody(db, issue.documentId) : undefined;
	if (!document) throw new Trouble('noSuchIssue', { id: issueId });
	return letterHtml(document, badges, language);
}
