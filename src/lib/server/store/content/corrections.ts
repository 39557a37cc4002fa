import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '../people/audit.ts';
import type { Db, Tx } from '../sql/open.ts';
import { correction, issue } from '../schema/document.ts';

/**
 * Every change of how these issues read, in the order they were made, those undone too. Pages put
 * into items are told apart by `do` (store/page-words.ts).
 */
export function correctionsOf(db: Db | Tx, issueIds: readonly number[]) {
	return db
		.select()
		.from(correction)
		.where(
			and(
				inArray(correction.issueId, [...issueIds]),
				sql`json_extract(${correction.change}, '$.do') IS NULL`
			)
		)
		.orderBy(asc(correction.id));
}

/** The same of all issues of a publication. */
export function correctionsOfPublication(db: Db | Tx, publicationId: number) {
	return db
		.select({
			issueId: correction.issueId,
			change: correction.change,
			at: correction.at,
			undone: correction.undone
		})
		.from(correction)
		.innerJoin(issue, eq(issue.id, correction.issueId))
		.where(
			and(
				eq(issue.publicationId, publicationId),
				sql`json_extract(${correction.change}, '$.do') IS NULL`
			)
		)
		.orderBy(asc(correction.id));
}

export async function addCorrection(
	db: Db | Tx,
	issueId: number,
	change: Record<string, unknown>,
	{ by, now }: Actor
) {
	await db.insert(correction).values({ issueId, change, by, at: now });
}

/** Marks a correction as undone, or as holding again: it is never deleted. */
export async function setUndone(db: Db | Tx, id: number, undone: boolean) {
	await db.update(correction).set({ undone }).where(eq(correction.id, id));
}

/** Gives all that was said in one issue to another, which it becomes part of. */
export async function moveCorrections(db: Db | Tx, from: number, to: number) {
	await db.update(correction).set({ issueId: to }).where(eq(correction.issueId, from));
}
