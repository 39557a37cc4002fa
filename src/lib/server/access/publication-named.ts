import { Trouble } from '#lib/trouble.ts';
import { findPublication, type Publication } from '../store/publications.ts';
import type { Db, Tx } from '../store/sql/open.ts';

/** @throws {Trouble} noSuchPublication */
export async function publicationNamed(db: Db | Tx, slug: string): Promise<Publication> {
	const publication = await findPublication(db, slug);
	if (!publication) throw new Trouble('noSuchPublication', { slug });
	return publication;
}
