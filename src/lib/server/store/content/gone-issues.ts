import { asc, eq } from 'drizzle-orm';
import { correction, goneIssue } from '../schema/document.ts';
import type { Db, Tx } from '../sql/open.ts';

/** An issue of which nothing is left, with what editors said in it. */
export type GoneIssue = typeof goneIssue.$inferSelect;

/** Those of a publication, the oldest number first. */
export function goneIssuesOf(db: Db | Tx, publicationId: number): Promise<GoneIssue[]> {
	return db
		.select()
		.from(goneIssue)
		.where(eq(goneIssue.publicationId, publicationId))
		.orderBy(asc(goneIssue.issueId));
}

/** Keeps what was said in an issue that goes, and by what it is known again. */
export async function keepGone(db: Db | Tx, gone: Omit<GoneIssue, 'corrections'>) {
	const rows = await db
		.select()
		.from(correction)
		.where(eq(correction.issueId, gone.issueId))
		.orderBy(asc(correction.id));
	const corrections = rows.map(({ id: _, issueId: __, ...said }) => said);
	await db.insert(goneIssue).values({ ...gone, corrections });
}

/** Gives an issue that is there again what was said in it. */
export async function restoreGone(db: Db | Tx, { issueId, corrections }: GoneIssue) {
	for (const said of corrections) await db.insert(correction).values({ ...said, issueId });
	await db.delete(goneIssue).where(eq(goneIssue.issueId, issueId));
}
