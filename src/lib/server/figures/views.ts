import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { listViews } from '../store/reports/saved-views.ts';

/** A page with its filters, under the name that people gave it. */
export type View = { id: number; name: string; path: string; pinned: boolean };

/** Pinned ones first, each by name. */
export async function viewsOf(db: Db, publication: Publication): Promise<View[]> {
	const views = await listViews(db, publication.id);
	return views.map(({ id, name, path, pinned }) => ({ id, name, path, pinned }));
}
