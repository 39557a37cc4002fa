import type { Import } from '../../store/events/imports.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { takenOf } from './read-receipt.ts';

/** Where something that was sent stands: `known` and `out` where the very same had been imported, or undone, before. */
export type UploadState = {
	state: Import['state'] | 'known' | 'out';
	/** the import that it is */
	id: number;
	/** UTC milliseconds */
	at: number;
};

/** Where an upload of a publication stands, by the number that it was given; null for none. */
export async function uploadState(
	db: Db,
	publication: Publication,
	id: number
): Promise<UploadState | null> {
	if (!Number.isSafeInteger(id)) return null;
	const [taken] = await takenOf(db, id);
	if (taken?.import.publicationId !== publication.id) return null;
	const { id: is, state, finishedAt, startedAt } = taken.import;
	return { state: taken.as === 'read' ? state : taken.as, id: is, at: finishedAt ?? startedAt };
}
