import { sql } from 'drizzle-orm';
import type { Tx } from '../sql/open.ts';
import { hashBytes } from '../sql/keyed.ts';

/** Ids whose hashes are written in one statement. */
const span = 20_000;

/**
 * Replaces the hash of every reader, erased ones too, and of every domain by what another key makes of
 * it: nobody is known by the old ones any more, and who is who stays as it is.
 *
 * @param wrap a hash made of a hash, of the same length
 * @returns how many readers there are
 */
export async function rewrapHashes(tx: Tx, wrap: (hash: Buffer) => Buffer): Promise<number> {
	await rewrapTable(tx, 'domain', wrap);
	return rewrapTable(tx, 'reader', wrap);
}

async function rewrapTable(tx: Tx, name: 'reader' | 'domain', wrap: (hash: Buffer) => Buffer) {
	const table = sql.identifier(name);
	const [ends] = await tx.all<{ last: number | null }>(sql`SELECT max(id) AS last FROM ${table}`);
	let n = 0;
	for (let from = 1; from <= (ends!.last ?? 0); from += span) {
		const rows = await tx.all<{ id: number; hash: ArrayBuffer }>(sql`
			SELECT id, hash FROM ${table} WHERE id BETWEEN ${from} AND ${from + span - 1}`);
		// one value for all: each row cuts its own out
		const all = Buffer.alloc(span * hashBytes);
		for (const { id, hash } of rows) wrap(Buffer.from(hash)).copy(all, (id - from) * hashBytes);
		await tx.run(sql`
			UPDATE ${table} SET hash = substr(${all}, (id - ${from}) * ${sql.raw(String(hashBytes))} + 1, ${sql.raw(String(hashBytes))})
			WHERE id BETWEEN ${from} AND ${from + span - 1}`);
		n += rows.length;
	}
	return n;
}
