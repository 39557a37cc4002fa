import { Trouble } from '#lib/trouble.ts';
import { beginWithPresentRules } from '../derive/rule-versions.ts';
import {
	createPublication,
	findPublication,
	isHidden,
	listPublications,
	type Publication,
	type PublicationWords
} from '../store/publications.ts';
import { putAnnotations } from '../store/reports/annotations.ts';
import type { Db } from '../store/sql/open.ts';
import type { Description } from './files/description.ts';

/**
 * The publication that was named, or the only one where none was.
 *
 * @throws {Trouble} unknownPublication, whichPublication, noPublication, publicationArchived
 */
export async function publicationMeant(db: Db, slug: string | null): Promise<Publication> {
	const all = (await listPublications(db)).filter((one) => !isHidden(one));
	const known = all.map((one) => one.slug).join(', ');

	const match = slug === null ? all[0] : await findPublication(db, slug);
	if (match && isHidden(match)) throw new Trouble('publicationArchived', { name: match.name });
	if (!match && all.length === 0) throw new Trouble('noPublication');
	if (!match) throw new Trouble('unknownPublication', { slug: slug ?? '', known });
	if (slug === null && all.length > 1) throw new Trouble('whichPublication', { known });
	return match;
}

/**
 * The publication that files go to: the named one, made if there is none of that name; without a
 * name the one that the files' folder describes, else the only one, but never the sample.
 *
 * @throws {Trouble} badSlug, whichPublication, noPublication, publicationArchived
 */
export async function publicationFor(
	db: Db,
	slug: string | null,
	described: Description | null,
	words: Omit<PublicationWords, 'slug' | 'name'>,
	now: number,
	onMade: (made: Publication) => void = () => {}
): Promise<Publication> {
	const asked = slug ?? described?.slug ?? null;
	if (asked === null) return onlyOwn(db);
	if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(asked)) throw new Trouble('badSlug', { slug: asked });

	const publication = await findPublication(db, asked);
	if (publication && isHidden(publication))
		throw new Trouble('publicationArchived', { name: publication.name });
	if (publication) return publication;
	const made =
		described?.slug === asked
			? await createDescribed(db, described, now)
			: await beginPublication(db, { ...words, slug: asked, name: asked }, now);
	onMade(made);
	return made;
}

/** Makes a publication. What the first of an installation takes in is read by the rules of this version. */
export async function beginPublication(
	...[db, words, now]: Parameters<typeof createPublication>
): Promise<Publication> {
	await beginWithPresentRules(db);
	return createPublication(db, words, now);
}

/** The publication that a folder describes, with the notes that it begins with. */
export function createDescribed(
	db: Db,
	{ notes, drafts: _, ...words }: Description,
	now: number
): Promise<Publication> {
	return db.transaction(async (tx) => {
		const made = await beginPublication(tx, words, now);
		await putAnnotations(
			tx,
			notes.map((note) => ({ ...note, publicationId: made.id }))
		);
		return made;
	});
}

async function onlyOwn(db: Db): Promise<Publication> {
	const own = (await listPublications(db)).filter((one) => !one.sample && !isHidden(one));
	if (own.length === 1) return own[0]!;
	if (own.length === 0) throw new Trouble('noPublication');
	throw new Trouble('whichPublication', { known: own.map(({ slug }) => slug).join(', ') });
}
