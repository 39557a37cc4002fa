import { and, desc, eq, like } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { audit } from '../schema/desk.ts';

/** Who changes something, and when. */
export type Actor = {
	/** the account, null for the command line */
	by: string | null;
	/** UTC milliseconds */
	now: number;
};

export async function recordAudit(
	db: Db | Tx,
	publicationId: number,
	{ by, now }: Actor,
	action: string,
	details: Record<string, unknown>
) {
	await db.insert(audit).values({ publicationId, by, at: now, action, details });
}

/** The latest changes of one kind (`topics.…`), newest first. */
export function latestAudits(db: Db | Tx, publicationId: number, kind: string) {
	return db
		.select()
		.from(audit)
		.where(and(eq(audit.publicationId, publicationId), like(audit.action, `${kind}.%`)))
		.orderBy(desc(audit.id))
		.limit(200);
}
