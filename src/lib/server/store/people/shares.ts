import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { report, share } from '../schema/workspace.ts';

export type Share = typeof share.$inferSelect;

/** A link as it is listed, with the name of the report that it shows. */
export type ListedShare = Share & { report: string | null };

export async function insertShare(
	db: Db | Tx,
	row: Pick<
		Share,
		| 'publicationId'
		| 'reportId'
		| 'path'
		| 'createdAt'
		| 'by'
		| 'tokenHash'
		| 'passwordHash'
		| 'expiresAt'
	>
) {
	await db.insert(share).values(row);
}

/** The latest first. */
export async function listShares(db: Db | Tx, publicationId: number): Promise<ListedShare[]> {
	const rows = await db
		.select({ share, report: report.name })
		.from(share)
		.leftJoin(report, eq(report.id, share.reportId))
		.where(eq(share.publicationId, publicationId))
		.orderBy(desc(share.id));
	return rows.map(({ share: one, report: name }) => ({ ...one, report: name }));
}

export async function shareOfHash(db: Db | Tx, tokenHash: string): Promise<Share | undefined> {
	const [row] = await db.select().from(share).where(eq(share.tokenHash, tokenHash));
	return row;
}

/** Whether a publication has a link of this number, revoked or not. */
export async function hasShare(db: Db | Tx, publicationId: number, id: number): Promise<boolean> {
	const rows = await db
		.select({ id: share.id })
		.from(share)
		.where(and(eq(share.publicationId, publicationId), eq(share.id, id)));
	return rows.length > 0;
}

/** @returns whether there was one that was still good */
export async function revokeShare(
	db: Db | Tx,
	publicationId: number,
	id: number,
	now: number
): Promise<boolean> {
	const { rowsAffected } = await db
		.update(share)
		.set({ revokedAt: now })
		.where(and(eq(share.publicationId, publicationId), eq(share.id, id), isNull(share.revokedAt)));
	return rowsAffected === 1;
}

/** @returns whether there was one, revoked after that instant */
export async function unrevokeShare(
	db: Db | Tx,
	publicationId: number,
	id: number,
	after: number
): Promise<boolean> {
	const { rowsAffected } = await db
		.update(share)
		.set({ revokedAt: null })
		.where(
			and(eq(share.publicationId, publicationId), eq(share.id, id), gt(share.revokedAt, after))
		);
	return rowsAffected === 1;
}

/** Counts one more opening of a link. */
export async function countView(db: Db | Tx, id: number) {
	await db
		.update(share)
		.set({ views: sql`${share.views} + 1` })
		.where(eq(share.id, id));
}
