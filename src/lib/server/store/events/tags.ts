import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { url } from '../schema/document.ts';
import { tagFact } from '../schema/fact.ts';
import { imported } from '../schema/import.ts';

export async function keepTags(db: Db | Tx, rows: readonly (typeof tagFact.$inferInsert)[]) {
	for (let i = 0; i < rows.length; i += 200)
		await db.insert(tagFact).values(rows.slice(i, i + 200));
}

/**
 * All topics and authors that spreadsheets give, of two files about one thing the later one last: by
 * the newest date in it, or where it has none the day it was given, and then by which was given first.
 */
export function tagsOf(db: Db | Tx, publicationId: number) {
	return db
		.select({
			importId: tagFact.importId,
			pageId: url.pageId,
			issue: tagFact.issue,
			item: tagFact.item,
			topics: tagFact.topics,
			authors: tagFact.authors
		})
		.from(tagFact)
		.innerJoin(imported, eq(imported.id, tagFact.importId))
		.leftJoin(url, eq(url.id, tagFact.urlId))
		.where(eq(imported.publicationId, publicationId))
		.orderBy(sql`coalesce(${imported.asOf}, ${imported.startedAt})`, imported.id, tagFact.id);
}
