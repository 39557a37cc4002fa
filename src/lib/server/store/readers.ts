import { and, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';
import { domain, reader } from './schema/publication.ts';

/** How many values one statement binds: libSQL takes more, but gains nothing from it. */
const chunk = 500;

export type KeyedReader = { hash: Buffer; domainId: number | null };

/**
 * Ids for readers known by their keyed hash, made where they are new. The order is that of the
 * input; erased readers get null, and nothing more of them is kept.
 */
export async function readerIds(
	db: Db | Tx,
	publicationId: number,
	keyed: readonly KeyedReader[]
): Promise<(number | null)[]> {
	const ids = new Map<string, number | null>();

	for (let i = 0; i < keyed.length; i += chunk) {
		const part = keyed.slice(i, i + chunk);
		await db
			.insert(reader)
			.values(part.map(({ hash, domainId }) => ({ publicationId, hash, domainId })))
			.onConflictDoNothing();

		const found = await db
			.select({ id: reader.id, hash: reader.hash, erased: reader.erased })
			.from(reader)
			.where(
				and(
					eq(reader.publicationId, publicationId),
					inArray(
						reader.hash,
						part.map(({ hash }) => hash)
					)
				)
			);
		for (const { id, hash, erased } of found) ids.set(hash.toString('hex'), erased ? null : id);
	}
	return keyed.map(({ hash }) => ids.get(hash.toString('hex')) ?? null);
}

export async function domainId(db: Db | Tx, hash: Buffer, free: boolean): Promise<number> {
	await db.insert(domain).values({ hash, free }).onConflictDoNothing();
	const [found] = await db.select({ id: domain.id }).from(domain).where(eq(domain.hash, hash));
	if (!found) throw new RangeError('a domain vanished');
	return found.id;
}

/** Which domain each reader of a publication writes from; readers of free mailboxes are left out. */
export async function companyOfReaders(
	db: Db | Tx,
	publicationId: number
): Promise<Map<number, number>> {
	const rows = await db
		.select({ id: reader.id, domainId: domain.id })
		.from(reader)
		.innerJoin(domain, eq(domain.id, reader.domainId))
		.where(and(eq(reader.publicationId, publicationId), eq(domain.free, false)));
	return new Map(rows.map(({ id, domainId }) => [id, domainId]));
}
