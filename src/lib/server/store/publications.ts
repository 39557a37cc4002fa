import { asc, eq, sql } from 'drizzle-orm';
import type { Rates } from '#lib/spend/convert.ts';
import { dropSetting, keepSetting, readSetting } from './settings.ts';
import type { Db, Tx } from './sql/open.ts';
import { noteId, unusedId } from './sql/unused-id.ts';
import { publication, type Costs } from './schema/publication.ts';

export type Publication = typeof publication.$inferSelect;

/** What a person says of a publication. */
export type PublicationWords = Pick<
	Publication,
	'slug' | 'name' | 'language' | 'currency' | 'zone'
>;

/** Rates of foreign currencies to its own; those given while that was another one hold again with it. */
export function ratesOf({ rates, currency }: Pick<Publication, 'rates' | 'currency'>): Rates {
	return rates[currency] ?? {};
}

/** What making items costs, in its own currency; what was given in another one holds again with it. */
export function costsOf({ costs, currency }: Pick<Publication, 'costs' | 'currency'>): Costs {
	return costs[currency] ?? {};
}

/** All publications by name, the sample last; hidden ones as well. */
export function listPublications(db: Db | Tx): Promise<Publication[]> {
	return db.select().from(publication).orderBy(asc(publication.sample), asc(publication.name));
}

/** Whether it is archived or about to be deleted: then no list shows it, and nothing of it can be opened. */
export function isHidden({ archivedAt, deletesAt }: Publication): boolean {
	return archivedAt !== null || deletesAt !== null;
}

/** The publication whose short name it is now. */
export async function publicationAt(db: Db | Tx, slug: string): Promise<Publication | undefined> {
	const [row] = await db.select().from(publication).where(eq(publication.slug, slug));
	return row;
}

/**
 * The publication whose short name it is, or was as long as no other took it: links, scripts and folders of
 * the inbox go on naming it so.
 */
export async function findPublication(db: Db | Tx, slug: string): Promise<Publication | undefined> {
	const now = await publicationAt(db, slug);
	if (now) return now;
	const id = await readSetting(db, `slug:${slug}`);
	return id === null ? undefined : findPublicationById(db, Number(id));
}

export async function findPublicationById(
	db: Db | Tx,
	id: number
): Promise<Publication | undefined> {
	const [row] = await db.select().from(publication).where(eq(publication.id, id));
	return row;
}

export async function createPublication(
	db: Db | Tx,
	words: PublicationWords & { sample?: boolean },
	now: number
): Promise<Publication> {
	const [created] = await db
		.insert(publication)
		.values({ id: unusedId('publication'), ...words, createdAt: now })
		.returning();
	if (!created) throw new RangeError('no publication came back');
	await noteId(db, 'publication', created.id);
	await dropSetting(db, `slug:${words.slug}`);
	return created;
}

export async function changePublication(db: Db | Tx, id: number, words: PublicationWords) {
	const before = await findPublicationById(db, id);
	if (before && before.slug !== words.slug) {
		await keepSetting(db, `slug:${before.slug}`, String(id));
		await dropSetting(db, `slug:${words.slug}`);
	}
	await db.update(publication).set(words).where(eq(publication.id, id));
	await touchPublication(db, id);
}

/** Hides a publication, from when on to delete it, or shows it again. */
export async function changeHidden(
	db: Db | Tx,
	id: number,
	hidden: Pick<Publication, 'archivedAt' | 'deletesAt'>
) {
	await db.update(publication).set(hidden).where(eq(publication.id, id));
}

/** Has opens of a publication be stored, or dropped as they are read. */
export async function changeDropOpens(db: Db | Tx, id: number, dropOpens: boolean) {
	await db.update(publication).set({ dropOpens }).where(eq(publication.id, id));
}

/** After how many months it is forgotten who clicked an issue; null: never. */
export async function changeReaderMonths(db: Db | Tx, id: number, readerMonths: number | null) {
	await db.update(publication).set({ readerMonths }).where(eq(publication.id, id));
}

/** Says that what figures rest on has changed. */
export async function touchPublication(db: Db | Tx, id: number) {
	await db
		.update(publication)
		.set({ revision: sql`${publication.revision} + 1` })
		.where(eq(publication.id, id));
}
