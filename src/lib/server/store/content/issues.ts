import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { Trouble } from '#lib/trouble.ts';
import type { Db, Tx } from '../sql/open.ts';
import { noteId, unusedId } from '../sql/unused-id.ts';
import { issue } from '../schema/document.ts';

export type Issue = typeof issue.$inferSelect;
export type IssueWords = Omit<Issue, 'id' | 'publicationId'>;

/** All issues of a publication, the oldest first. */
export function issuesOf(db: Db | Tx, publicationId: number): Promise<Issue[]> {
	return db
		.select()
		.from(issue)
		.where(eq(issue.publicationId, publicationId))
		.orderBy(asc(issue.sentAt), asc(issue.number), asc(issue.id));
}

export async function findIssue(db: Db | Tx, publicationId: number, id: number) {
	const [row] = await db
		.select()
		.from(issue)
		.where(and(eq(issue.publicationId, publicationId), eq(issue.id, id)));
	return row;
}

/**
 * An issue of a publication, and of no other: who may edit one publication can write any number into a path.
 *
 * @throws {Trouble} noSuchIssue
 */
export async function ownIssue(
	db: Db | Tx,
	{ id: publicationId }: { id: number },
	id: number
): Promise<Issue> {
	const found = await findIssue(db, publicationId, id);
	if (!found) throw new Trouble('noSuchIssue', { id });
	return found;
}

export async function createIssue(
	db: Db | Tx,
	publicationId: number,
	words: IssueWords,
	/** the one that it had before; else one that none had */
	id?: number
): Promise<number> {
	const [created] = await db
		.insert(issue)
		.values({ id: id ?? unusedId('issue'), ...words, publicationId })
		.returning({ id: issue.id });
	if (!created) throw new RangeError('no issue came back');
	await noteId(db, 'issue', created.id);
	return created.id;
}

export async function changeIssue(db: Db | Tx, id: number, words: IssueWords) {
	await db.update(issue).set(words).where(eq(issue.id, id));
}

/** Forgets issues that no document and no send speaks of, with all that was derived for them. */
export async function dropIssues(db: Db | Tx, ids: readonly number[]) {
	if (ids.length === 0) return;
	const list = sql.raw(ids.join(', '));
	// spelled out: whether a server honours cascades is not ours to know
	for (const table of ['rollup_item', 'rollup_issue', 'rollup_page', 'rollup_quarter', 'item_link'])
		await db.run(sql`DELETE FROM ${sql.identifier(table)} WHERE issue_id IN (${list})`);
	await db.run(
		sql`DELETE FROM item_topic WHERE item_id IN (SELECT id FROM item WHERE issue_id IN (${list}))`
	);
	await db.run(sql`DELETE FROM item WHERE issue_id IN (${list})`);
	await db.run(sql`DELETE FROM correction WHERE issue_id IN (${list})`);
	await db.delete(issue).where(inArray(issue.id, [...ids]));
}
