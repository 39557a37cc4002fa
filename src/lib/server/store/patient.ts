import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client } from '@libsql/client';

/** An import's writer holds the lock for tens of milliseconds at a time: this is long enough to get a turn. */
const longest = 15_000;

/**
 * Has the client of a file wait for another writer without blocking: before it writes it asks, on a
 * connection of its own, whether the database is free, and sleeps while it is not. The driver's own
 * waiting would stop the whole process, pages and all.
 *
 * Trying again on the same connection would not do: a statement that the driver gave up on stays
 * open, and no later transaction of that connection can be committed.
 */
export function patient(client: Client, url: string): Client {
	return new Proxy(client, {
		get(target, name) {
			const value: unknown = Reflect.get(target, name, target);
			if (typeof value !== 'function') return value;

			return async (...given: unknown[]) => {
				if (writes(name, given[0])) await untilFree(url);
				return value.apply(target, given) as unknown;
			};
		}
	});
}

function writes(method: string | symbol, statement: unknown): boolean {
	if (method === 'transaction' || method === 'batch' || method === 'migrate') return true;
	if (method !== 'execute') return false;
	const sql = typeof statement === 'string' ? statement : (statement as { sql: string }).sql;
	return !/^\s*(select|pragma)\b/i.test(sql);
}

async function untilFree(url: string) {
	const deadline = performance.now() + longest;
	for (let pause = 5; ; pause = Math.min(pause * 1.5, 200)) {
		const probe = createClient({ url, timeout: 0 });
		try {
			// given back, a connection ends what was begun on it
			await probe.execute('BEGIN IMMEDIATE');
			return;
		} catch (error) {
			if (!isBusy(error) || performance.now() > deadline) throw error;
		} finally {
			probe.close();
		}
		await sleep(pause);
	}
}

function isBusy(error: unknown): boolean {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
