import { Trouble } from '#lib/trouble.ts';
import { createPublication, findPublication, listPublications } from '../store/publications.ts';
import type { Publication, PublicationWords } from '../store/publications.ts';
import type { Db } from '../store/open.ts';

/**
 * The publication that was named, or the only one where none was.
 *
 * @throws {Trouble} unknownPublication, whichPublication, noPublication
 */
export async function publicationNamed(db: Db, slug: string | null): Promise<Publication> {
	const all = await listPublications(db);
	const known = all.map((one) => one.slug).join(', ');

	const found = slug === null ? all[0] : all.find((one) => one.slug === slug);
	if (!found && all.length === 0) throw new Trouble('noPublication');
	if (!found) throw new Trouble('unknownPublication', { slug: slug ?? '', known });
	if (slug === null && all.length > 1) throw new Trouble('whichPublication', { known });
	return found;
}

/**
 * The publication that files go to: the named one, made if there is none of that name.
 *
 * @throws {Trouble} badSlug, whichPublication, noPublication
 */
export async function publicationFor(
	db: Db,
	slug: string | null,
	words: Omit<PublicationWords, 'slug' | 'name'>,
	now: number
): Promise<Publication> {
	if (slug === null) return publicationNamed(db, null);
	if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug)) throw new Trouble('badSlug', { slug });

	const found = await findPublication(db, slug);
	return found ?? createPublication(db, { ...words, slug, name: slug }, now);
}
