import { Trouble } from '#lib/trouble.ts';
import type { Db } from '../store/sql/open.ts';
import {
	findPublication,
	findPublicationById,
	isHidden,
	listPublications,
	type Publication
} from '../store/publications.ts';

export type { Publication };

/** @throws {Trouble} noSuchPublication, publicationArchived */
export async function publicationOf(db: Db, slug: string): Promise<Publication> {
	const publication = await findPublication(db, slug);
	if (!publication) throw new Trouble('noSuchPublication', { slug });
	if (isHidden(publication)) throw new Trouble('publicationArchived', { name: publication.name });
	return publication;
}

/** The publication that something belongs to; undefined where it was archived or deleted meanwhile. */
export async function publicationWithId(db: Db, id: number): Promise<Publication | undefined> {
	const publication = await findPublicationById(db, id);
	return publication && !isHidden(publication) ? publication : undefined;
}

/** All publications to choose from: people's own first, the sample last. */
export async function publicationChoices(db: Db): Promise<Publication[]> {
	return (await listPublications(db)).filter((one) => !isHidden(one));
}

/** Those that are archived or about to be deleted. */
export async function hiddenPublications(db: Db): Promise<Publication[]> {
	return (await listPublications(db)).filter(isHidden);
}

/** All there are, archived ones too: what is owed to readers is owed there as well. */
export function everyPublication(db: Db): Promise<Publication[]> {
	return listPublications(db);
}
