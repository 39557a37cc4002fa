import { readWhole, type ReadDocument } from '#lib/issue/read-issue.ts';
import {
	confidenceOf,
	DOUBTFUL,
	usualReading,
	type ReadingDoubt
} from '#lib/issue/template/doubt.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import { correctionsOfPublication } from '../store/content/corrections.ts';
import { documentBody, outlinesOf } from '../store/content/documents.ts';
import { issuesOf, ownIssue } from '../store/content/issues.ts';
import type { Db } from '../store/sql/open.ts';
import { touchPublication, type Publication } from '../store/publications.ts';
import { keepSetting, readSetting } from '../store/settings.ts';
import { asStored } from './read-again.ts';

/** An issue that reads unlike the others of its publication, and that nobody has looked at since. */
export type DoubtfulIssue = {
	id: number;
	number: number | null;
	title: string;
	/** 0..1 */
	confidence: number;
	doubts: ReadingDoubt['code'][];
};

type Held = { revision: number; issues: Promise<DoubtfulIssue[]> };

// pages ask for them again and again; they change with the publication alone
const held = new WeakMap<Db, Map<number, Held>>();

/** The issues of a publication whose reading is doubtful, the least sure first. */
export function doubtfulIssues(db: Db, publication: Publication): Promise<DoubtfulIssue[]> {
	const { id, revision } = publication;
	const own = held.get(db) ?? new Map<number, Held>();
	held.set(db, own);
	const known = own.get(id);
	if (known?.revision === revision) return known.issues;

	const issues = findDoubtful(db, id);
	own.set(id, { revision, issues });
	issues.catch(() => own.delete(id));
	return issues;
}

async function findDoubtful(db: Db, publicationId: number): Promise<DoubtfulIssue[]> {
	const outlines = new Map(
		(await outlinesOf(db, publicationId)).map(({ id, outline }) => [id, outline])
	);
	const issues = (await issuesOf(db, publicationId)).flatMap((issue) => {
		const outline = outlines.get(issue.documentId ?? 0);
		return outline ? [{ issue, outline }] : [];
	});
	const usual = usualReading(issues.map(({ outline }) => outline));
	if (!usual) return [];

	const corrected = new Set(
		(await correctionsOfPublication(db, publicationId)).flatMap(({ issueId, undone }) =>
			undone ? [] : [issueId]
		)
	);
	const doubtful: DoubtfulIssue[] = [];
	for (const { issue, outline } of issues) {
		const { confidence, doubts } = confidenceOf(outline, usual);
		if (confidence >= DOUBTFUL || corrected.has(issue.id)) continue;
		const codes = doubts.map(({ code }) => code);
		if ((await readSetting(db, `seen:${issue.id}`)) === codes.join()) continue;
		doubtful.push({
			id: issue.id,
			number: issue.number,
			title: issue.title,
			confidence,
			doubts: codes
		});
	}
	return doubtful.sort((a, b) => a.confidence - b.confidence || b.id - a.id);
}

/**
 * Somebody looked at an issue that reads unlike the others, and it reads right: it is doubtful no more,
 * unless other doubts arise.
 *
 * @throws {Trouble} noSuchIssue
 */
export async function markSeen(db: Db, publication: Publication, issueId: number, actor: Actor) {
	await ownIssue(db, publication, issueId);
	const doubtful = (await doubtfulIssues(db, publication)).find(({ id }) => id === issueId);
	if (!doubtful) return;
	await db.transaction(async (tx) => {
		await keepSetting(tx, `seen:${issueId}`, doubtful.doubts.join());
		await recordAudit(tx, publication.id, actor, 'issue.seen', { issue: issueId });
		await touchPublication(tx, publication.id);
	});
}

/**
 * Why each block of an issue's document reads as it does; null where it has none.
 *
 * @throws {Trouble} noSuchIssue
 */
export async function blocksOfIssue(
	db: Db,
	publication: Publication,
	issueId: number
): Promise<ReturnType<ReadDocument['explained']> | null> {
	const issue = await ownIssue(db, publication, issueId);
	const document = issue.documentId === null ? null : await documentBody(db, issue.documentId);
	if (!document) return null;
	return (await readWhole(asStored(document), new Set(document.habits))).explained();
}
