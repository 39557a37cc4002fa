import { documentBody } from '../store/documents.ts';
import type { Issue } from '../store/issues.ts';
import type { Tx } from '../store/open.ts';
import { touchPublication, type Publication } from '../store/publications.ts';
import { rebuildRollups } from '../store/rebuild.ts';
import { replaceRollups } from '../store/rollups.ts';
import { sendsOf } from '../store/sends.ts';
import { deriveItems } from './derive-items.ts';
import { proxyOpen } from './settle.ts';
import { suggestTopics } from './suggest-topics.ts';

/** Derives one issue's items and rollups anew, with the topics that its items then have. */
export async function deriveIssue(db: Tx, publication: Publication, issue: Issue) {
	const { id } = publication;
	const document = issue.documentId === null ? null : await documentBody(db, issue.documentId);
	const sends = (await sendsOf(db, id)).filter(({ issueId }) => issueId === issue.id);

	await deriveItems(
		db,
		id,
		issue,
		document?.outline ?? null,
		sends.map((send) => send.id)
	);
	await replaceRollups(db, await rebuildRollups(db, id, issue.id, proxyOpen));
	await suggestTopics(db, publication);
	await touchPublication(db, id);
}
