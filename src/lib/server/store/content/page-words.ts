import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { correction, issue, pageRole } from '../schema/document.ts';

// What editors said of pages: in every issue (`page_role`), or in one (`correction`).

export type PageRole = typeof pageRole.$inferSelect;

/** A page put into an item of one issue; without an item, into a new one of this title. */
export type Placement = {
	do: 'page';
	page: string;
	item: number | null;
	title: string;
};

export function rolesOfPages(db: Db | Tx, publicationId: number): Promise<PageRole[]> {
	return db.select().from(pageRole).where(eq(pageRole.publicationId, publicationId));
}

/**
 * Keeps what a page is in all issues of a publication; said again, it takes the place of what was said.
 */
export async function keepPageRole(db: Db | Tx, row: PageRole) {
	await db
		.insert(pageRole)
		.values(row)
		.onConflictDoUpdate({ target: [pageRole.publicationId, pageRole.pageId], set: row });
}

export async function dropPageRole(db: Db | Tx, publicationId: number, pageId: number) {
	await db
		.delete(pageRole)
		.where(and(eq(pageRole.publicationId, publicationId), eq(pageRole.pageId, pageId)));
}

const isPlacement = sql`json_extract(${correction.change}, '$.do') = 'page' AND NOT ${correction.undone}`;

/** Pages that were put into items, in the order in which it was said. */
export async function placementsOf(db: Db | Tx, issueIds: readonly number[]) {
	const rows = await db
		.select({ id: correction.id, issueId: correction.issueId, change: correction.change })
		.from(correction)
		.where(and(inArray(correction.issueId, [...issueIds]), isPlacement))
		.orderBy(asc(correction.id));
	return rows.map(({ change, ...row }) => ({ ...row, ...(change as Placement) }));
}

/** Keeps that a page belongs to an item of one issue, as a correction of that issue. */
export async function keepUrlPlacement(
	db: Db | Tx,
	issueId: number,
	change: Placement,
	{ by, now }: { by: string | null; now: number }
) {
	await db.insert(correction).values({ issueId, change, by, at: now });
}

/** @returns the issue it was of, if there was such a correction */
export async function undoPlacement(db: Db | Tx, publicationId: number, id: number) {
	const [row] = await db
		.select({ issueId: correction.issueId })
		.from(correction)
		.innerJoin(issue, eq(issue.id, correction.issueId))
		.where(and(eq(correction.id, id), eq(issue.publicationId, publicationId), isPlacement));
	if (row) await db.update(correction).set({ undone: true }).where(eq(correction.id, id));
	return row?.issueId;
}

/** A page that an issue of the publication links, or that readers clicked there. */
export async function findPage(db: Db | Tx, publicationId: number, id: number) {
	const [row] = await db.all<{ id: number; key: string }>(sql`
		SELECT p.id, p.key FROM page p WHERE p.id = ${id} AND EXISTS (
			SELECT 1 FROM issue i WHERE i.publication_id = ${publicationId} AND (
				EXISTS (SELECT 1 FROM rollup_page r WHERE r.issue_id = i.id AND r.page_id = p.id)
				OR EXISTS (SELECT 1 FROM item_link l WHERE l.issue_id = i.id AND l.page_id = p.id)))`);
	return row;
}

/** Sends of the issues in which a page was clicked, or is linked. */
export async function sendsWithPages(db: Db | Tx, publicationId: number, pages: readonly number[]) {
	const list = sql.raw(pages.join(', '));
	const rows = await db.all<{ id: number }>(sql`
		SELECT s.id FROM send s JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId} AND s.issue_id IN (
			SELECT issue_id FROM rollup_page WHERE page_id IN (${list})
			UNION SELECT issue_id FROM item_link WHERE page_id IN (${list}))`);
	return rows.map(({ id }) => id);
}

/** Ids of the sends of an issue. */
export async function sendsOfIssue(db: Db | Tx, issueId: number): Promise<number[]> {
	const rows = await db.all<{ id: number }>(sql`SELECT id FROM send WHERE issue_id = ${issueId}`);
	return rows.map(({ id }) => id);
}

/** Pages that readers clicked and that are in no place of an issue that has its document. */
export function pagesWithoutPlace(db: Db | Tx, publicationId: number, limit: number) {
	return db.all<{
		issueId: number;
		pageId: number;
		page: string;
		clickers: number | null;
		clicks: number | null;
	}>(sql`
		SELECT r.issue_id AS issueId, r.page_id AS pageId, p.key AS page, r.clickers, r.clicks
		FROM rollup_page r JOIN page p ON p.id = r.page_id JOIN issue i ON i.id = r.issue_id
		WHERE i.publication_id = ${publicationId} AND i.document_id IS NOT NULL AND NOT EXISTS (
			SELECT 1 FROM item_link l WHERE l.issue_id = r.issue_id AND l.page_id = r.page_id)
		ORDER BY i.sent_at DESC, r.clicks DESC, p.key LIMIT ${limit}`);
}
