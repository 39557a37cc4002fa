import { and, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { noteId, unusedId } from '../sql/unused-id.ts';
import { report, share } from '../schema/workspace.ts';

export type StoredReport = typeof report.$inferSelect;

/** @returns its id */
export async function insertReport(
	db: Db | Tx,
	row: Omit<typeof report.$inferInsert, 'id'>
): Promise<number> {
	const [made] = await db
		.insert(report)
		.values({ id: unusedId('report'), ...row })
		.returning({ id: report.id });
	if (!made) throw new RangeError('no report came back');
	await noteId(db, 'report', made.id);
	return made.id;
}

/** Reports of a publication without what is in them, the latest first. */
export function listReports(db: Db | Tx, publicationId: number) {
	return db
		.select({ id: report.id, name: report.name, createdAt: report.createdAt })
		.from(report)
		.where(eq(report.publicationId, publicationId))
		.orderBy(desc(report.createdAt), desc(report.id));
}

export async function findReport(
	db: Db | Tx,
	publicationId: number,
	id: number
): Promise<StoredReport | undefined> {
	const [row] = await db
		.select()
		.from(report)
		.where(and(eq(report.publicationId, publicationId), eq(report.id, id)));
	return row;
}

/** Deletes a report, and the links that show it. @returns whether there was one */
export async function deleteReport(
	db: Db | Tx,
	publicationId: number,
	id: number
): Promise<boolean> {
	await db.delete(share).where(and(eq(share.publicationId, publicationId), eq(share.reportId, id)));
	const { rowsAffected } = await db
		.delete(report)
		.where(and(eq(report.publicationId, publicationId), eq(report.id, id)));
	return rowsAffected > 0;
}
