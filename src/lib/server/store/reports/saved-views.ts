import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { savedView } from '../schema/desk.ts';

/** A page and what it is narrowed to, under a name. */
export type SavedView = typeof savedView.$inferSelect;

/** Pinned ones first, each by name. */
export function listViews(db: Db | Tx, publicationId: number): Promise<SavedView[]> {
	return db
		.select()
		.from(savedView)
		.where(eq(savedView.publicationId, publicationId))
		.orderBy(desc(savedView.pinned), asc(savedView.name));
}

/** Keeps a view; one of the same name is replaced, so that a name means one thing. */
export async function keepView(
	db: Db | Tx,
	publicationId: number,
	view: Pick<SavedView, 'name' | 'path' | 'pinned'>
) {
	await db.delete(savedView).where(isNamed(publicationId, view.name));
	await db.insert(savedView).values({ publicationId, ...view });
}

/** @returns whether there was one */
export async function pinView(
	db: Db | Tx,
	publicationId: number,
	id: number,
	pinned: boolean
): Promise<boolean> {
	const { rowsAffected } = await db
		.update(savedView)
		.set({ pinned })
		.where(isView(publicationId, id));
	return rowsAffected === 1;
}

/** @returns whether there was one */
export async function dropView(db: Db | Tx, publicationId: number, id: number): Promise<boolean> {
	const { rowsAffected } = await db.delete(savedView).where(isView(publicationId, id));
	return rowsAffected === 1;
}

function isView(publicationId: number, id: number) {
	return and(eq(savedView.publicationId, publicationId), eq(savedView.id, id));
}

function isNamed(publicationId: number, name: string) {
	return and(eq(savedView.publicationId, publicationId), eq(savedView.name, name));
}
