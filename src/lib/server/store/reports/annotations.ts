import { and, asc, eq, inArray } from 'drizzle-orm';
import { annotation } from '../schema/workspace.ts';
import type { Db, Tx } from '../sql/open.ts';

/** A dated note of people, as it is kept; `date` is YYYY-MM-DD in the publication's zone. */
export type AnnotationRow = typeof annotation.$inferSelect;

/** In the order of their dates. */
export function listAnnotations(db: Db | Tx, publicationId: number): Promise<AnnotationRow[]> {
	return db
		.select()
		.from(annotation)
		.where(eq(annotation.publicationId, publicationId))
		.orderBy(asc(annotation.date), asc(annotation.id));
}

export async function findAnnotation(db: Db | Tx, publicationId: number, id: number) {
	const [row] = await db.select().from(annotation).where(isOf(publicationId, id));
	return row ?? null;
}

/** @returns their ids, in the order given */
export async function putAnnotations(
	db: Db | Tx,
	rows: readonly (typeof annotation.$inferInsert)[]
): Promise<number[]> {
	const ids: number[] = [];
	for (const row of rows) {
		const [kept] = await db.insert(annotation).values(row).returning({ id: annotation.id });
		ids.push(kept!.id);
	}
	return ids;
}

export async function dropAnnotations(
	db: Db | Tx,
	publicationId: number,
	ids: readonly number[]
): Promise<void> {
	await db
		.delete(annotation)
		.where(and(eq(annotation.publicationId, publicationId), inArray(annotation.id, [...ids])));
}

function isOf(publicationId: number, id: number) {
	return and(eq(annotation.publicationId, publicationId), eq(annotation.id, id));
}
