import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@libsql/client';
import { readMigrationFiles } from 'drizzle-orm/migrator';

/** One step from an older database to a newer one. */
export type Migration = { statements: string[]; hash: string; at: number };

/** Where drizzle keeps what was done; named as its own migrator names it. */
export const TABLE = '__drizzle_migrations';

/** The folder of migrations: found through package.json, so that it does not depend on where the process was started. */
function folder() {
	return dirname(dirname(fileURLToPath(import.meta.resolve('#drizzle/meta/_journal.json'))));
}

/** All migrations that this version knows, the oldest first. */
export function knownMigrations(migrationsFolder = folder()): Migration[] {
	return readMigrationFiles({ migrationsFolder }).map(({ sql, hash, folderMillis }) => ({
		statements: sql,
		hash,
		at: folderMillis
	}));
}

/** The time of the newest migration that a database has had; null for one that is new. */
export async function migratedTo(client: Client): Promise<number | null> {
	const { rows: tables } = await client.execute(
		`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '${TABLE}'`
	);
	if (tables.length === 0) return null;
	const { rows } = await client.execute(`SELECT max(created_at) AS at FROM ${TABLE}`);
	return rows[0]?.at == null ? null : Number(rows[0].at);
}
