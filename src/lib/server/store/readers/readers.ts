import { sql, type SQL } from 'drizzle-orm';
import { inLists } from '../sql/in-lists.ts';
import { hashBytes, type KeyedHashes, type Rehashed } from '../sql/keyed.ts';
import type { Db, Tx } from '../sql/open.ts';
import { packed, packedRows } from '../sql/packed.ts';
import { sortedRows } from '../sql/sort-rows.ts';

/** The hash of row `i` of many that lie one behind the other in one value, `h.b`. */
const hashAt = (i: SQL) =>
	sql`substr(h.b, ${i} * ${sql.raw(String(hashBytes))} + 1, ${sql.raw(String(hashBytes))})`;

/**
 * Ids for readers known by their keyed hash, made where they are new. The order is that of the
 * input; erased readers get null, and nothing more of them is kept.
 *
 * @param keyed of each the id of the domain, 0 where it is not known
 */
export function readerIds(
	db: Db | Tx,
	publicationId: number,
	keyed: KeyedHashes
): Promise<(number | null)[]> {
	return inParts(keyed, async (domain, hashes) => {
		const n = packed({ domain }, ['domain'], 0, domain.length);
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
				WHERE s.i < ${domain.length}
			)`);
	});
}

/**
 * Has readers who are stored under a hash of before known by that of now, erased ones too. Where both are stored
 * they stay two.
 */
export async function rehashReaders(db: Db, publicationId: number, readers: readonly Rehashed[]) {
	if (readers.length === 0) return;
	// one step for all of them: each by itself would be written to the disk
	await db.transaction(async (tx) => {
		for (const { before, now } of readers)
			await tx.run(sql`
				UPDATE OR IGNORE reader SET hash = ${Buffer.from(now)}
				WHERE publication_id = ${publicationId} AND hash = ${Buffer.from(before)}`);
	});
}

/** The reader of a keyed hash; undefined for one that no file named, or that was erased. */
export async function readerOfHash(
	db: Db | Tx,
	publicationId: number,
	hash: Buffer
): Promise<number | undefined> {
	const [row] = await db.all<{ id: number }>(sql`
		SELECT id FROM reader WHERE publication_id = ${publicationId} AND hash = ${hash} AND NOT erased`);
	return row?.id;
}

/**
 * Ids for domains known by their keyed hash, made where they are new, in the order of the input.
 *
 * @param keyed of each 1 where anybody can have a mailbox there, else 0
 */
export async function domainIds(db: Db | Tx, keyed: KeyedHashes): Promise<number[]> {
	const ids = await inParts(keyed, async (free, hashes) => {
		const n = packed({ free }, ['free'], 0, free.length);
		await db.run(sql`
			INSERT OR IGNORE INTO domain (hash, free)
			SELECT ${hashAt(sql`n.i`)}, n.free FROM (SELECT ${hashes} AS b) h CROSS JOIN (${n}) n`);
		return db.all(sql`
			SELECT json_group_array(id) AS ids FROM (
				SELECT d.id FROM (SELECT ${hashes} AS b) h CROSS JOIN sequence s
					CROSS JOIN domain d ON d.hash = ${hashAt(sql`s.i`)}
				WHERE s.i < ${free.length}
			)`);
	});
	return ids.map((id) => id!);
}

/**
 * Asks for ids, `packedRows` at a time, and puts them in the order of the input. A part is asked for in
 * the order of the index (by the start of the hash): one that grows at random places is several
 * times slower.
 */
async function inParts(
	{ hashes, of }: KeyedHashes,
	ask: (of: Int32Array, hashes: Uint8Array) => Promise<{ ids: string }[]>
): Promise<(number | null)[]> {
	const ids = new Array<number | null>(of.length).fill(null);
	const view = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength);
	const start = Uint32Array.from(of, (_, i) => view.getUint32(i * hashBytes));
	const order = sortedRows({ start }, ['start'], of.length);

	for (let from = 0; from < order.length; from += packedRows) {
		const places = order.subarray(from, from + packedRows);
		const part = new Uint8Array(places.length * hashBytes);
		for (const [n, i] of places.entries())
			part.set(hashes.subarray(i * hashBytes, (i + 1) * hashBytes), n * hashBytes);
		const [row] = await ask(
			Int32Array.from(places, (i) => of[i]!),
			part
		);
		const own = JSON.parse(row!.ids) as (number | null)[];
		if (own.length !== places.length) throw new RangeError('a keyed hash vanished');
		for (const [n, i] of places.entries()) ids[i] = own[n]!;
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
