import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { defaultViewOf, listViews } from '../store/reports/saved-views.ts';

/** A page with its filters, saved under a name. */
export type NamedView = {
	id: number;
	name: string;
	path: string;
	pinned: boolean;
	/** private: only its owner sees it */
	own: boolean;
	/** the owner starts with it */
	first: boolean;
};

/** Shared views and the user's own; pinned ones first, each by name. */
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

/** The path of a user's start view in a publication, `topics?last=12`; null if none was chosen. */
export async function firstPathOf(
	db: Db,
	{ id }: Publication,
	userId: string
): Promise<string | null> {
	return (await defaultViewOf(db, id, userId))?.path ?? null;
}
