import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { openBeside, type Db } from './open.ts';

/** A database on a server, and where a copy of it is kept on this machine. */
type Source = { url: string; authToken?: string | undefined; folder: string };

/**
 * Reads a database on a server from a copy on this machine, which follows it change by change. The
 * driver stands still while it follows: for threads of their own, never for a process that serves pages.
 *
 * @returns what hands out a database that holds all that was stored before it was asked for: the copy, or
 * where that cannot follow the server itself
 */
export function replicaOf(source: Source): () => Promise<Db> {
	const server = openBeside(source.url, source.authToken);
	let copy = follow(source);

	return async () => {
		try {
			copy ??= follow(source);
			await copy?.client.sync();
			return copy?.db ?? server;
		} catch {
			// the server was restored, or its changes are no longer those that the copy has
			copy?.client.close();
			copy = null;
			rmSync(source.folder, { recursive: true, force: true });
			return server;
		}
	};
}

/** @returns null where the server does not answer now */
function follow(source: Source): { client: Client; db: Db } | null {
	try {
		return begin(source);
	} catch {
		// half a copy, or one of another server: made anew, which is only a matter of time
		rmSync(source.folder, { recursive: true, force: true });
	}
	try {
		return begin(source);
	} catch {
		return null;
	}
}

function begin({ url, authToken, folder }: Source): { client: Client; db: Db } {
	// it holds what the server holds: for its owner alone, as all of the data folder
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const client = createClient({
		url: `file:${join(folder, 'replica.db')}`,
		syncUrl: url,
		...(authToken && { authToken })
	});
	return { client, db: drizzle(client, { casing: 'snake_case' }) };
}
