import { and, asc, desc, eq, isNull, or } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { defaultView, savedView } from '../schema/workspace.ts';

/** A page and what it is narrowed to, under a name. */
export type SavedView = typeof savedView.$inferSelect;

/** Those of everybody and somebody's own: pinned ones first, each by name. */
export function listViews(
	db: Db | Tx,
	publicationId: number,
	userId: string | null
): Promise<SavedView[]> {
	return db
		.select()
		.from(savedView)
		.where(and(eq(savedView.publicationId, publicationId), isSeenBy(userId)))
		.orderBy(desc(savedView.pinned), asc(savedView.name));
}

/** A view that somebody sees; undefined for another person's own. */
export async function findView(
	db: Db | Tx,
	publicationId: number,
	id: number,
	userId: string | null
): Promise<SavedView | undefined> {
	const [row] = await db
		.select()
		.from(savedView)
		.where(and(isView(publicationId, id), isSeenBy(userId)));
	return row;
}

/** The view of a name and an owner, null for everybody; undefined for none. */
export async function viewNamed(
	db: Db | Tx,
	publicationId: number,
	{ name, ownerId }: Pick<SavedView, 'name' | 'ownerId'>
): Promise<SavedView | undefined> {
	const [row] = await db
		.select()
		.from(savedView)
		.where(isNamed(publicationId, name, ownerId));
	return row;
}

/** Keeps a view; one of the same name and owner is changed, so that a name means one thing. */
export async function keepView(
	db: Db | Tx,
	publicationId: number,
	{ name, ownerId, ...view }: Pick<SavedView, 'name' | 'path' | 'pinned' | 'ownerId'>
) {
	const { rowsAffected } = await db
		.update(savedView)
		.set(view)
		.where(isNamed(publicationId, name, ownerId));
	if (rowsAffected === 0)
		await db.insert(savedView).values({ publicationId, name, ownerId, ...view });
}

export async function pinView(db: Db | Tx, publicationId: number, id: number, pinned: boolean) {
	await db.update(savedView).set({ pinned }).where(isView(publicationId, id));
}

/** Deletes a view; nobody begins with it any more. */
export async function dropView(db: Db | Tx, publicationId: number, id: number) {
	await db.delete(defaultView).where(eq(defaultView.viewId, id));
	await db.delete(savedView).where(isView(publicationId, id));
}

/** Deletes the views that somebody kept for themselves, in all publications, and where they begin. */
export async function dropOwnViews(db: Db | Tx, userId: string) {
	await db.delete(defaultView).where(eq(defaultView.userId, userId));
	await db.delete(savedView).where(eq(savedView.ownerId, userId));
}

/** The view that somebody begins with in a publication; undefined for none. */
export async function defaultViewOf(
	db: Db | Tx,
	publicationId: number,
	userId: string
): Promise<SavedView | undefined> {
	const [row] = await db
		.select({ view: savedView })
		.from(defaultView)
		.innerJoin(savedView, eq(savedView.id, defaultView.viewId))
		.where(
			and(
				eq(defaultView.publicationId, publicationId),
				eq(defaultView.userId, userId),
				isSeenBy(userId)
			)
		);
	return row?.view;
}

/** Has somebody begin with a view, or with none. */
export async function changeDefaultView(
	db: Db | Tx,
	publicationId: number,
	userId: string,
	viewId: number | null
) {
	const own = and(eq(defaultView.publicationId, publicationId), eq(defaultView.userId, userId));
	await db.delete(defaultView).where(own);
	if (viewId !== null) await db.insert(defaultView).values({ publicationId, userId, viewId });
}

function isNamed(publicationId: number, name: string, ownerId: string | null) {
	const isOwn = ownerId === null ? isNull(savedView.ownerId) : eq(savedView.ownerId, ownerId);
	return and(eq(savedView.publicationId, publicationId), eq(savedView.name, name), isOwn);
}

function isView(publicationId: number, id: number) {
	return and(eq(savedView.publicationId, publicationId), eq(savedView.id, id));
}

function isSeenBy(userId: string | null) {
	const shared = isNull(savedView.ownerId);
	return userId === null ? shared : or(shared, eq(savedView.ownerId, userId));
}
