import { readingOfDocument } from '../store/content/documents.ts';
import { activeReadersOf } from '../store/readers/reader-columns.ts';
import { factsOfIssues } from '../store/rollups/issue-facts.ts';
import { findIssue, type Issue } from '../store/content/issues.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { findPublicationById, touchPublication, type Publication } from '../store/publications.ts';
import { rebuildRollups } from '../store/rollups/rebuild.ts';
import { replaceRollups } from '../store/rollups/rollups.ts';
import { sendsOfIssue } from '../store/content/page-words.ts';
import { dropSetting, keepSetting, readSetting } from '../store/settings.ts';
import { deriveItems } from './derive-items.ts';
import { proxyOpen } from './renew-rollups.ts';
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
export async function askDerive(db: Tx, publicationId: number, issues: readonly number[] = []) {
	const asked = await issuesAsked(db, publicationId);
	const all = [...new Set([...(asked ?? []), ...issues])];
	await keepSetting(db, `rederive:${publicationId}`, all.join(','));
}

/** The issues that are still to be derived again; null where nothing was asked. */
export async function issuesAsked(db: Db | Tx, publicationId: number): Promise<number[] | null> {
	const asked = await readSetting(db, `rederive:${publicationId}`);
	return asked === null ? null : asked.split(',').filter(Boolean).map(Number);
}

/**
 * Derives what was asked for, one issue a write, so that others get their turn in between. Whatever
 * ends on the way goes on from there the next time.
 */
export async function deriveAsked(db: Db, publicationId: number) {
	for (;;) {
		const asked = await issuesAsked(db, publicationId);
		const publication = asked && (await findPublicationById(db, publicationId));
		if (!publication) return;

		const [next] = asked;
		if (next !== undefined) {
			await db.transaction(async (tx) => {
				const issue = await findIssue(tx, publicationId, next);
				if (issue) await placeIssue(tx, publicationId, issue);
				const left = (await issuesAsked(tx, publicationId)) ?? [];
				const rest = left.filter((id) => id !== next);
				await keepSetting(tx, `rederive:${publicationId}`, rest.join(','));
				// pages show all of a change at once
				if (rest.length === 0) await touchPublication(tx, publicationId);
			});
			// a real turn of the event loop, or finished native statements pile up
			await turn();
			continue;
		}

		const differ = await suggestTopics(db, publication);
		await db.transaction(async (tx) => {
			const now = await findPublicationById(tx, publicationId);
			// what was changed meanwhile is learnt from in the next round
			if (now?.revision === publication.revision)
				await dropSetting(tx, `rederive:${publicationId}`);
			if (differ) await touchPublication(tx, publicationId);
		});
	}
}
