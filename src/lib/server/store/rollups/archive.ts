import { asc, eq, max, sql } from 'drizzle-orm';
import type { LinkRole } from '#lib/item-roles.ts';
import { grouped } from '../sql/grouped.ts';
import type { Db, Tx } from '../sql/open.ts';
import { issue, item, section } from '../schema/document.ts';
import { imported } from '../schema/import.ts';
import { rollupIssue, rollupItem } from '../schema/rollup.ts';

// ids last: they tell which file came first, and sums in another order differ in the last digit
const inOrder = [asc(issue.sentAt), asc(issue.number), asc(issue.title), asc(issue.id)];

/**
 * Every issue of a publication with its rollup, in order of sending; those undated come first. How many are
 * on the list on the day of an issue is how many it reached, unless that day is later than all imports: what
 * has not been sent was delivered to nobody yet.
 */
export async function archiveIssues(db: Db | Tx, publicationId: number) {
	const rows = await db
		.select({
			issue,
			rollup: rollupIssue,
			// its readers are pseudonyms of this issue: whoever clicked another is not known among them
			cut: sql<number>`EXISTS (
				SELECT 1 FROM send s WHERE s.issue_id = ${issue.id} AND s.cut_at IS NOT NULL)`
		})
		.from(issue)
		.leftJoin(rollupIssue, eq(rollupIssue.issueId, issue.id))
		.where(eq(issue.publicationId, publicationId))
		.orderBy(...inOrder);
	const [known] = await db
		.select({ at: max(imported.startedAt) })
		.from(imported)
		.where(eq(imported.publicationId, publicationId));
	const latest = known?.at ?? Infinity;
	return rows.map(({ issue, rollup, cut }) => {
		const isToCome = rollup?.basis === 'subscribers' && (issue.sentAt ?? -Infinity) > latest;
		const told = isToCome ? { ...rollup, basis: 'unknown' as const, delivered: null } : rollup;
		return { ...issue, rollup: told, cut: cut === 1 };
	});
}

/** Every item of a publication with its rollup and section, in reading order. */
export async function archiveItems(db: Db | Tx, publicationId: number) {
	const rows = await db
		.select({
			item,
			section: section.title,
			rollup: rollupItem,
			links: sql<number>`(SELECT count(*) FROM item_link l WHERE l.item_id = ${item.id})`,
			pages: sql<number>`(SELECT count(DISTINCT page_id) FROM item_link l WHERE l.item_id = ${item.id})`
		})
		.from(item)
		.innerJoin(issue, eq(issue.id, item.issueId))
		.leftJoin(section, eq(section.id, item.sectionId))
		.leftJoin(rollupItem, eq(rollupItem.itemId, item.id))
		.where(eq(issue.publicationId, publicationId))
		.orderBy(...inOrder, asc(item.position), asc(item.title), asc(item.id));
	return rows.map(({ item, ...rest }) => ({ ...item, ...rest }));
}

export type ArchiveIssue = Awaited<ReturnType<typeof archiveIssues>>[number];
export type ArchiveItem = Awaited<ReturnType<typeof archiveItems>>[number];

/** A link of an issue with what it got; null where nobody clicked or no file says it. */
export type LinkClicks = {
	itemId: number | null;
	url: string;
	text: string;
	role: LinkRole;
	clickers: number | null;
	clicks: number | null;
	allClicks: number | null;
};

/** Each page that an item leads to, but for those of the house, in order of reading. */
export function pagesOfItems(db: Db | Tx, publicationId: number) {
	return db.all<{ itemId: number; pageId: number }>(sql`
		SELECT l.item_id AS itemId, l.page_id AS pageId
		FROM item_link l JOIN issue i ON i.id = l.issue_id
		WHERE i.publication_id = ${publicationId} AND l.item_id IS NOT NULL
			AND l.role IN ('editorial', 'sponsor')
		GROUP BY l.item_id, l.page_id ORDER BY min(l.position)`);
}

/** What an issue's file counts of a page, where only totals of links are known; `outside` of no item. */
export type PageCount = {
	issueId: number;
	clickers: number | null;
	clicks: number | null;
	outside: number;
};

/** Pages of issues of which totals of links alone are known, by issue and in no order. */
export async function pageCounts(
	db: Db | Tx,
	publicationId: number
): Promise<Map<number, PageCount[]>> {
	const counts = await db.all<PageCount>(sql`
		SELECT r.issue_id AS issueId, r.clickers, r.clicks, NOT EXISTS (
			SELECT 1 FROM item_link l
			WHERE l.issue_id = r.issue_id AND l.page_id = r.page_id AND l.item_id IS NOT NULL
		) AS outside
		FROM issue i JOIN rollup_issue o ON o.issue_id = i.id JOIN rollup_page r ON r.issue_id = i.id
		WHERE i.publication_id = ${publicationId} AND o.layer = 'urls'`);
	return grouped(counts, ({ issueId }) => issueId);
}

/** An issue's links with what each page got, in reading order. */
export function linksWithClicks(db: Db | Tx, issueId: number): Promise<LinkClicks[]> {
	return db.all<LinkClicks>(sql`
		SELECT l.item_id AS itemId, l.url, l.text, l.role, r.clickers, r.clicks, r.all_clicks AS allClicks
		FROM item_link l
			LEFT JOIN rollup_page r ON r.issue_id = l.issue_id AND r.page_id = l.page_id
		WHERE l.issue_id = ${issueId} ORDER BY l.position`);
}

/** Pages that readers clicked and that the issue's document does not name. */
export function pagesInNoDocument(db: Db | Tx, issueId: number) {
	return db.all<{ key: string; clickers: number | null; clicks: number | null }>(sql`
		SELECT p.key, r.clickers, r.clicks FROM rollup_page r JOIN page p ON p.id = r.page_id
		WHERE r.issue_id = ${issueId} AND NOT EXISTS (
			SELECT 1 FROM item_link l WHERE l.issue_id = r.issue_id AND l.page_id = r.page_id)
		ORDER BY r.clicks DESC, p.key`);
}

/** First clicks by hours since sending, summed over quarter-hours: when an issue's clickers came. */
export function firstClicks(db: Db | Tx, publicationId: number) {
	return db.all<{ issueId: number; hour: number; first: number }>(sql`
		SELECT q.issue_id AS issueId, CAST((q.quarter * 900 - i.sent_at / 1000) / 3600 AS INTEGER) AS hour,
			sum(q.first) AS first
		FROM rollup_quarter q JOIN issue i ON i.id = q.issue_id
		WHERE i.publication_id = ${publicationId} AND i.sent_at IS NOT NULL
		GROUP BY 1, 2 ORDER BY 1, 2`);
}
