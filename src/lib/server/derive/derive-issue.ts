import { readingOfDocument } from '../store/content/documents.ts';
import { activeReadersOf } from '../store/readers/reader-columns.ts';
import { factsOfIssues } from '../store/rollups/issue-facts.ts';
import { findIssue, type Issue } from '../store/content/issues.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { findPublicationById, touchPublication, type Publication } from '../store/publications.ts';
import { rebuildRollups } from '../store/rollups/rebuild.ts';
import { replaceRollups } from '../store/rollups/rollups.ts';
import { sendsOfIssue } from '../store/content/page-words.ts';
import type { Held } from '../store/jobs/hold.ts';
import { enqueueJob, dropTarget, targetsOf } from '../store/jobs/jobs.ts';
import { deriveItems } from './derive-items.ts';
import { proxyOpen } from './judge.ts';
import { applyTags } from './apply-tags.ts';
import { suggestTopics } from './suggest-topics.ts';
import { turn } from './turn.ts';

/** Derives one issue's items and rollups anew, with what spreadsheets say of its items. */
export async function deriveIssue(db: Tx, publication: Publication, issue: Issue) {
	await placeIssue(db, publication.id, issue);
	await applyTags(db, publication);
	await touchPublication(db, publication.id);
}

async function placeIssue(db: Tx, publicationId: number, issue: Issue) {
	const read = issue.documentId === null ? null : await readingOfDocument(db, issue.documentId);
	const { outline, trace } = read ?? { outline: null, trace: null };
	const sendIds = await sendsOfIssue(db, issue.id);
	await deriveItems(db, publicationId, [{ issue, outline, trace, sendIds }]);
	const activeReaders = activeReadersOf(db, publicationId);
	const facts = (await factsOfIssues(db, [issue.id])).get(issue.id)!;
	await replaceRollups(db, [await rebuildRollups(db, facts, proxyOpen, activeReaders)]);
}

/**
 * Asks the worker to derive these issues again, and to suggest topics anew: learning takes longer
 * than whoever changes something should wait.
 */
export async function enqueueDerivation(
	db: Tx,
	publicationId: number,
	issues: readonly number[] = []
) {
	const targets = issues.map((id) => ({ what: 'issue', id }) as const);
	await enqueueJob(db, { kind: 'items', publicationId }, targets);
}

/**
 * Derives the issues that a job was asked for, one a write, so that others get their turn in between.
 * Whatever ends on the way goes on from there the next time.
 */
export async function runDerivation(db: Db, { job: { id, publicationId }, tell }: Held) {
	if (publicationId === null) return;
	const targets = await targetsOf(db, id);
	for (const [done, target] of targets.entries()) {
		const publication = await findPublicationById(db, publicationId);
		if (!publication) return;
		await db.transaction(async (tx) => {
			const issue = await findIssue(tx, publicationId, target.id);
			if (issue) await placeIssue(tx, publicationId, issue);
			await dropTarget(tx, id, target);
			// pages show all of a change at once
			if (done === targets.length - 1) await touchPublication(tx, publicationId);
		});
		tell((done + 1) / (targets.length + 1));
		// a real turn of the event loop, or finished native statements pile up
		await turn();
	}

	// what is changed meanwhile is learnt from by the next job
	const publication = await findPublicationById(db, publicationId);
	if (publication && (await suggestTopics(db, publication)))
		await touchPublication(db, publicationId);
}
