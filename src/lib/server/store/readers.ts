import { sql, type SQL } from 'drizzle-orm';
import { inLists } from './in-lists.ts';
import type { Db, Tx } from './open.ts';
import { packed, packedRows } from './packed.ts';
import { sortedRows } from './sort-rows.ts';

export type KeyedReader = { hash: Buffer; domainId: number | null };

const hashBytes = 16;

/** The hash of row `i` of many that lie one behind the other in one value, `h.b`. */
const hashAt = (i: SQL) =>
	sql`substr(h.b, ${i} * ${sql.raw(String(hashBytes))} + 1, ${sql.raw(String(hashBytes))})`;

/**
 * Ids for readers known by their keyed hash, made where they are new. The order is that of the
 * input; erased readers get null, and nothing more of them is kept.
 */
export function readerIds(
	db: Db | Tx,
	publicationId: number,
	keyed: readonly KeyedReader[]
): Promise<(number | null)[]> {
	return inParts(keyed, async (part, hashes) => {
		const columns = { domain: part.map(({ domainId }) => domainId ?? 0) };
		const n = packed(columns, ['domain'], 0, part.length);
		await db.run(sql`
			INSERT OR IGNORE INTO reader (publication_id, hash, domain_id)
			SELECT ${publicationId}, ${hashAt(sql`n.i`)}, nullif(n.domain, 0)
			FROM (SELECT ${hashes} AS b) h CROSS JOIN (${n}) n`);
		// the joins go from left to right, so that what is found is in order
		return db.all(sql`
			SELECT json_group_array(id) AS ids FROM (
				SELECT CASE WHEN r.erased THEN NULL ELSE r.id END AS id
				FROM (SELECT ${hashes} AS b) h CROSS JOIN sequence s
					CROSS JOIN reader r ON r.publication_id = ${publicationId} AND r.hash = ${hashAt(sql`s.i`)}
				WHERE s.i < ${part.length}
			)`);
	});
}

/** The reader of a keyed hash; undefined for one that no file named, or that was erased. */
export async function readerOfHash(
	db: Db | Tx,
	publicationId: number,
	hash: Buffer
): Promise<number | undefined> {
	const [found] = await db.all<{ id: number }>(sql`
		SELECT id FROM reader WHERE publication_id = ${publicationId} AND hash = ${hash} AND NOT erased`);
	return found?.id;
}

export type KeyedDomain = { hash: Buffer; free: boolean };

/** Ids for domains known by their keyed hash, made where they are new, in the order of the input. */
export async function domainIds(db: Db | Tx, keyed: readonly KeyedDomain[]): Promise<number[]> {
	const ids = await inParts(keyed, async (part, hashes) => {
		const columns = { free: part.map(({ free }) => Number(free)) };
		const n = packed(columns, ['free'], 0, part.length);
		await db.run(sql`
			INSERT OR IGNORE INTO domain (hash, free)
			SELECT ${hashAt(sql`n.i`)}, n.free FROM (SELECT ${hashes} AS b) h CROSS JOIN (${n}) n`);
		return db.all(sql`
			SELECT json_group_array(id) AS ids FROM (
				SELECT d.id FROM (SELECT ${hashes} AS b) h CROSS JOIN sequence s
					CROSS JOIN domain d ON d.hash = ${hashAt(sql`s.i`)}
				WHERE s.i < ${part.length}
			)`);
	});
	return ids.map((id) => id!);
}

/**
 * Asks for ids, `packedRows` at a time, and puts them in the order of the input. A part is asked for in
 * the order of the index (by the start of the hash): one that grows at random places is several
 * times slower.
 */
async function inParts<Keyed extends { hash: Buffer }>(
	keyed: readonly Keyed[],
	ask: (sorted: Keyed[], hashes: Buffer) => Promise<{ ids: string }[]>
): Promise<(number | null)[]> {
	const ids = new Array<number | null>(keyed.length).fill(null);
	const start = keyed.map(({ hash }) => hash.readUInt32BE(0));
	const order = sortedRows({ start }, ['start'], keyed.length);

	for (let from = 0; from < order.length; from += packedRows) {
		const places = order.subarray(from, from + packedRows);
		const part = Array.from(places, (i) => keyed[i]!);
		const [found] = await ask(part, Buffer.concat(part.map(({ hash }) => hash)));
		const own = JSON.parse(found!.ids) as (number | null)[];
		if (own.length !== part.length) throw new RangeError('a keyed hash vanished');
		places.forEach((i, place) => (ids[i] = own[place]!));
	}
	return ids;
}

/** Which domain each reader of a publication writes from; readers of free mailboxes are left out. */
export async function companyOfReaders(
	db: Db | Tx,
	publicationId: number
): Promise<Map<number, number>> {
	const rows = await inLists<{ id: number; domainId: number }>(
		db,
		['id', 'domainId'],
		sql`SELECT r.id, d.id AS domainId FROM reader r JOIN domain d ON d.id = r.domain_id
			WHERE r.publication_id = ${publicationId} AND NOT d.free`
	);
	return new Map(rows.map(({ id, domainId }) => [id, domainId]));
}
