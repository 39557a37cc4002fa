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

/** The latest change of one kind that was not undone; an undo (`money.undo`) names the change `of` which it is. */
export async function undoableAudit(db: Db | Tx, publicationId: number, kind: string) {
	const undone = new Set<number>();
	for (const row of await latestAudits(db, publicationId, kind)) {
		if (row.action === `${kind}.undo`) undone.add(Number(row.details?.of));
		else if (!undone.has(row.id)) return row;
	}
	return null;
}
