import { sql } from 'drizzle-orm';
import { databaseFile, type Db, type Tx } from './open.ts';

/** Has what is deleted in a transaction be overwritten in the file as well. A server sees to its own. */
export async function erasing(tx: Tx, isFile: boolean) {
	if (isFile) await tx.run(sql`PRAGMA secure_delete = ON`);
}

/** Empties the log of changes, which holds what was overwritten; what cannot be now will be with the next change. */
export async function emptyLog(db: Db) {
	if (databaseFile(db)) await db.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => {});
}
