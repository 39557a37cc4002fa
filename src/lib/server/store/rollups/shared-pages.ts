import { sql } from 'drizzle-orm';
import type { Db } from '../sql/open.ts';

/**
 * Of the pages that were clicked in issues without a document: how many stand in items of each issue that
 * has one.
 */
export function sharedPages(db: Db, publicationId: number) {
	return db.all<{ alone: number; letter: number; shared: number }>(sql`
		SELECT r.issue_id AS alone, l.issue_id AS letter, count(DISTINCT r.page_id) AS shared
		FROM issue a
			JOIN rollup_page r ON r.issue_id = a.id
			JOIN item_link l ON l.page_id = r.page_id AND l.item_id IS NOT NULL
			JOIN issue b ON b.id = l.issue_id
		WHERE a.publication_id = ${publicationId} AND a.document_id IS NULL
			AND b.publication_id = ${publicationId} AND b.document_id IS NOT NULL
		GROUP BY r.issue_id, l.issue_id`);
}

/**
 * Of issues without a document: how many pages were clicked, and when the first click came, in UTC
 * milliseconds, to the quarter of an hour.
 */
export function clickedPages(db: Db, publicationId: number) {
	return db.all<{ alone: number; clicked: number; first: number | null }>(sql`
		SELECT a.id AS alone,
			(SELECT count(*) FROM rollup_page r WHERE r.issue_id = a.id) AS clicked,
			(SELECT min(q.quarter) * 900000 FROM rollup_quarter q WHERE q.issue_id = a.id) AS first
		FROM issue a WHERE a.publication_id = ${publicationId} AND a.document_id IS NULL`);
}
