import { Trouble } from '#lib/trouble.ts';
import type { Db } from '../store/open.ts';
import { findPublication, listPublications, type Publication } from '../store/publications.ts';

export type { Publication };

/** @throws {Trouble} noSuchPublication */
export async function publicationOf(db: Db, slug: string): Promise<Publication> {
	const found = await findPublication(db, slug);
	if (!found) throw new Trouble('noSuchPublication', { slug });
	return found;
}

/** All publications, to choose from: people's own first, the sample last. */
export function publicationChoices(db: Db): Promise<Publication[]> {
	return listPublications(db);
}
