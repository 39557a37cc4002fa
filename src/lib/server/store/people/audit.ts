import { and, desc, eq, gte, like, lt, or, type SQL } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { authUser } from '../schema/auth.ts';
import { audit } from '../schema/workspace.ts';
import { publication } from '../schema/publication.ts';
import { acting } from './acting.ts';
import type { AuditAction } from './audit-actions.ts';

/** Who changes something, and when. */
export type Actor = {
	/** the account, null for the command line */
	by: string | null;
	/** UTC milliseconds */
	now: number;
};

/**
 * Writes down what was done, in the name of whoever is acting. No address of a reader may be among the
 * details.
 *
 * @param publicationId null for what concerns the installation
 */
export async function recordAudit(
	db: Db | Tx,
	publicationId: number | null,
	{ by, now }: Actor,
	action: AuditAction,
	details: Record<string, unknown>
) {
	const asking = acting();
	await db.insert(audit).values({
		publicationId,
		at: now,
		action,
		details,
		by: by ?? asking?.by ?? null,
		who: asking?.who ?? null,
		via: asking?.via ?? null,
		address: asking?.address ?? null
	});
}

/** What to look for in the audit. */
export type AuditQuery = {
	publicationId?: number;
	/** an action, or the first word of several: `sign-in` */
	action?: string;
	/** of the account, or the name of a token */
	who?: string;
	/** UTC milliseconds, from inclusive, to exclusive */
	from?: number;
	to?: number;
	/** only older ones than this */
	before?: number;
	limit?: number;
};

/**
 * The audit, newest first, each with the person's address and the publication's short name where there are
 * such still.
 */
export async function listAudits(db: Db | Tx, query: AuditQuery) {
	const { publicationId, action, who, from, to, before, limit = 100 } = query;
	const wanted: (SQL | undefined)[] = [
		publicationId === undefined ? undefined : eq(audit.publicationId, publicationId),
		action === undefined
			? undefined
			: or(eq(audit.action, action), like(audit.action, `${action}.%`)),
		who === undefined ? undefined : or(eq(audit.who, who), eq(authUser.email, who)),
		from === undefined ? undefined : gte(audit.at, from),
		to === undefined ? undefined : lt(audit.at, to),
		before === undefined ? undefined : lt(audit.id, before)
	];
	const rows = await db
		.select({ row: audit, email: authUser.email, slug: publication.slug })
		.from(audit)
		.leftJoin(authUser, eq(authUser.id, audit.by))
		.leftJoin(publication, eq(publication.id, audit.publicationId))
		.where(and(...wanted))
		.orderBy(desc(audit.id))
		.limit(limit);
	return rows.map(({ row, email, slug }) => ({ ...row, who: row.who ?? email, publication: slug }));
}

/** Forgets what was written down before an instant. @returns how many rows */
export async function forgetAudits(db: Db | Tx, before: number): Promise<number> {
	const { rowsAffected } = await db.delete(audit).where(lt(audit.at, before));
	return rowsAffected;
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
