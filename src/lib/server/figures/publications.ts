import { Trouble } from '#lib/trouble.ts';
import type { Db } from '../store/sql/open.ts';
import {
	findPublication,
	findPublicationById,
	listPublications,
	type Publication
} from '../store/publications.ts';

export type { Publication };

/** @throws {Trouble} noSuchPublication */
export async function publicationOf(db: Db, slug: string): Promise<Publication> {
	const found = await findPublication(db, slug);
	if (!found) throw new Trouble('noSuchPublication', { slug });
	return found;
}

/** The publication that something belongs to; undefined where it was removed meanwhile. */
export function publicationWithId(db: Db, id: number): Promise<Publication | undefined> {
	return findPublicationById(db, id);
}

/** All publications, to choose from: people's own first, the sample last. */
export function publicationChoices(db: Db): Promise<Publication[]> {
	return listPublications(db);
}
