import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { eventTable } from '../events/events.ts';
import { importsOfSet } from '../events/provenance.ts';
import { saidBefore, type PlainTable } from '../events/repeats.ts';
import { eventKinds } from '../schema/fact.ts';

/** A reader's tombstone: `known` where any file had named them before, and they were not erased yet. */
export type Tombstone = { id: number; known: boolean };

/** Tables that say something of one reader, and which imports counted it as taken in. */
const facts = ['reader_fact', 'count_reader'] as const satisfies PlainTable[];

/**
 * Puts up the tombstone of a reader: from now on no file brings them back. Of somebody whom no file
 * named there is nothing but that.
 */
export function putTombstone(db: Db, publicationId: number, hash: Buffer): Promise<Tombstone> {
	return db.transaction(async (tx) => {
		const [before] = await tx.all<{ erased: number }>(
			sql`SELECT erased FROM reader WHERE publication_id = ${publicationId} AND hash = ${hash}`
		);
		const [row] = await tx.all<{ id: number }>(sql`
			INSERT INTO reader (publication_id, hash, erased) VALUES (${publicationId}, ${hash}, 1)
			ON CONFLICT (publication_id, hash) DO UPDATE SET erased = 1, domain_id = NULL
			RETURNING id`);
		return { id: row!.id, known: before?.erased === 0 };
	});
}

/** Sends of which events or counts name a reader. A search through all events: nothing indexes them by reader. */
export async function sendsWithReader(db: Db, readerId: number): Promise<number[]> {
	const sends = new Set<number>();
	for (const table of [...eventKinds.map(eventTable), sql.identifier('count_reader')])
		for (const { id } of await db.all<{ id: number }>(
			sql`SELECT DISTINCT send_id AS id FROM ${table} WHERE reader_id = ${readerId}`
		))
			sends.add(id);
	return [...sends].sort((a, b) => a - b);
}

/**
 * Deletes a reader's events of one send. On the receipts of the imports that brought them first they
 * are rows of somebody erased from now on.
 *
 * @returns how many there were
 */
export function dropEventsOfReader(db: Db, readerId: number, sendId: number): Promise<number> {
	return db.transaction(async (tx) => {
		let dropped = 0;
		for (const kind of eventKinds) {
			const table = eventTable(kind);
			const own = sql`send_id = ${sendId} AND reader_id = ${readerId}`;
			const sets = await tx.all<{ imports: string; n: number }>(sql`
				SELECT p.imports, count(*) AS n FROM ${table} e JOIN provenance p ON p.id = e.provenance_id
				WHERE ${own} GROUP BY 1`);
			if (sets.length === 0) continue;
			for (const { imports, n } of sets) await countAsErased(tx, importsOfSet(imports)[0]!, n);
			dropped += (await tx.run(sql`DELETE FROM ${table} WHERE ${own}`)).rowsAffected;
		}
		return dropped;
	});
}

/**
 * Deletes what lists, counts and services' own ids say of a reader. Money stays, to the cent, and
 * is nobody's.
 *
 * @returns how many facts there were
 */
export function dropFactsOfReader(db: Db, readerId: number): Promise<number> {
	return db.transaction(async (tx) => {
		let dropped = 0;
		for (const name of facts) {
			const table = sql.identifier(name);
			const brought = await tx.all<{ importId: number; n: number }>(sql`
				SELECT a.import_id AS importId, count(*) AS n FROM ${table} a
				WHERE a.reader_id = ${readerId} AND NOT ${saidBefore(name)} GROUP BY 1`);
			for (const { importId, n } of brought) await countAsErased(tx, importId, n);
			dropped += (await tx.run(sql`DELETE FROM ${table} WHERE reader_id = ${readerId}`))
				.rowsAffected;
		}
		dropped += (await tx.run(sql`DELETE FROM reader_left WHERE reader_id = ${readerId}`))
			.rowsAffected;
		await tx.run(sql`DELETE FROM reader_alias WHERE reader_id = ${readerId}`);
		await tx.run(sql`DELETE FROM rollup_reader WHERE reader_id = ${readerId}`);
		const freed = await tx.run(
			sql`UPDATE value SET reader_id = NULL WHERE reader_id = ${readerId}`
		);
		return dropped + freed.rowsAffected;
	});
}

/** Rows of a receipt change sides: its sum stays. */
async function countAsErased(tx: Tx, importId: number, n: number) {
	const [moved] = await tx.all<{ n: number }>(sql`
		SELECT min(accepted, ${n}) AS n FROM import WHERE id = ${importId}`);
	if (!moved?.n) return;
	await tx.run(sql`
		UPDATE import SET accepted = accepted - ${moved.n}, skipped = skipped + ${moved.n}
		WHERE id = ${importId}`);
	await tx.run(sql`
		INSERT INTO import_skip (import_id, code, n) VALUES (${importId}, 'erased', ${moved.n})
		ON CONFLICT (import_id, code) DO UPDATE SET n = n + ${moved.n}`);
}
