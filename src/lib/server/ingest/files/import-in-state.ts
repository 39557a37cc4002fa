import { Trouble } from '#lib/trouble.ts';
import { findImport, type Import } from '../../store/events/imports.ts';
import type { Publication } from '../../store/publications.ts';
import type { Db } from '../../store/sql/open.ts';

/**
 * An import that somebody wants something done with, if it still stands as they saw it: it may have been
 * answered, stopped or undone in another tab.
 *
 * @throws {Trouble} noSuchImport, importMovedOn
 */
export async function importInState(
	db: Db,
	publication: Pick<Publication, 'id'>,
	id: number,
	states: readonly Import['state'][]
): Promise<Import> {
	const stored = await findImport(db, id);
	if (stored?.publicationId !== publication.id) throw new Trouble('noSuchImport', { id });
	if (!states.includes(stored.state)) throw new Trouble('importMovedOn', { file: stored.name });
	return stored;
}
