import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { defaultViewOf, listViews } from '../store/reports/saved-views.ts';

/** A page with its filters, under the name that people gave it. */
export type NamedView = {
	id: number;
	name: string;
	path: string;
	pinned: boolean;
	/** who looks keeps it for themselves: nobody else sees it */
	own: boolean;
	/** who looks begins with it */
	first: boolean;
};

/** Those of everybody and of who looks; pinned ones first, each by name. */
export async function viewsOf(
	db: Db,
	{ id: publicationId }: Publication,
	userId: string | null
): Promise<NamedView[]> {
	const views = await listViews(db, publicationId, userId);
	const first = userId === null ? undefined : await defaultViewOf(db, publicationId, userId);
	return views.map(({ id, name, path, pinned, ownerId }) => ({
		id,
		name,
		path,
		pinned,
		own: ownerId !== null,
		first: id === first?.id
	}));
}

/** Where somebody begins in a publication, `topics?last=12`; null where they chose nothing. */
export async function firstPathOf(
	db: Db,
	{ id }: Publication,
	userId: string
): Promise<string | null> {
	return (await defaultViewOf(db, id, userId))?.path ?? null;
}
