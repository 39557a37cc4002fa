import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client, type Transaction } from '@libsql/client';

/** An import's writer holds the lock for tens of milliseconds at a time: this is long enough to get a turn. */
const longest = 15_000;

/**
 * Has the client of a file wait for another writer without blocking: before it writes it asks, on a
 * connection of its own, whether the database is free, and sleeps while it is not. The driver's own
 * waiting would stop the whole process, pages and all.
 *
 * Another process may still begin between question and write. A statement that the driver gave up on
 * stays open and holds its connection to what the database was then: such connections are closed, as
 * soon as no transaction of ours is open, and the write is tried again.
 */
export function retryingWhenBusy(client: Client, url: string): Client {
	let open = 0;
	let isStale = false;

	function freshen() {
		if (!isStale || open > 0) return;
		isStale = false;
		void client.reconnect();
	}

	/** Counts a transaction as open until it ends, however that is. */
	function counted(transaction: Transaction): Transaction {
		open++;
		let hasEnded = false;
		function end() {
			if (hasEnded) return;
			hasEnded = true;
			open--;
			freshen();
		}
		const { commit, rollback, close } = transaction;
		return Object.assign(transaction, {
			commit: () => commit.call(transaction).finally(end),
			rollback: () => rollback.call(transaction).finally(end),
			close() {
				close.call(transaction);
				end();
			}
		});
	}

	return new Proxy(client, {
		get(target, name) {
			const value: unknown = Reflect.get(target, name, target);
			if (typeof value !== 'function') return value;

			return async (...given: unknown[]) => {
				freshen();
				if (!writes(name, given[0])) return value.apply(target, given) as unknown;

				const deadline = performance.now() + longest;
				for (;;) {
					await untilFree(url, deadline);
					try {
						const answer: unknown = await value.apply(target, given);
						return name === 'transaction' ? counted(answer as Transaction) : answer;
					} catch (error) {
						if (!isBusy(error) || performance.now() > deadline) throw error;
						isStale = true;
						freshen();
						await sleep(5);
					}
				}
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

async function untilFree(url: string, deadline: number) {
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
