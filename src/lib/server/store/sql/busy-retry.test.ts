import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { expect, onTestFinished, test } from 'vitest';
import { retryingWhenBusy } from './busy-retry.ts';

async function pair() {
	const folder = mkdtempSync(join(tmpdir(), 'rubrique-busy-'));
	const url = `file:${join(folder, 'a.db')}`;
	const writer = createClient({ url, timeout: 0 });
	const page = retryingWhenBusy(createClient({ url, timeout: 0 }), url);
	onTestFinished(() => {
		writer.close();
		page.close();
		rmSync(folder, { recursive: true });
	});
	await writer.execute('PRAGMA journal_mode = WAL');
	await writer.execute('CREATE TABLE t (n integer)');
	return { writer, page, url };
}

test('a write while another holds the database → waits its turn, and the process goes on', async () => {
	const { writer, page } = await pair();
	const held = await writer.transaction('write');
	await held.execute('INSERT INTO t VALUES (1)');

	let turns = 0;
	const ticking = setInterval(() => turns++, 1);
	const waiting = page.execute('INSERT INTO t VALUES (2)');
	while (turns < 20) await new Promise((turn) => setImmediate(turn));
	clearInterval(ticking);
	await held.commit();
	await waiting;

	const { rows } = await page.execute('SELECT count(*) AS n FROM t');
	expect(rows[0]!.n).toBe(2);
});

test('a transaction while another is open → waits to begin', async () => {
	const { writer, page } = await pair();
	const held = await writer.transaction('write');
	const begun = page.transaction('write');
	await held.execute('INSERT INTO t VALUES (1)');
	await held.commit();

	const own = await begun;
	await own.execute('INSERT INTO t VALUES (2)');
	await own.commit();
	const { rows } = await writer.execute('SELECT count(*) AS n FROM t');
	expect(rows[0]!.n).toBe(2);
});

test('another writer between question and write → the write done, and reads see what others wrote', async () => {
	const { writer, page: _, url } = await pair();
	const { url: free } = await pair();
	// asked of another database, the question never finds this one in use
	const page = retryingWhenBusy(createClient({ url, timeout: 0 }), free);
	onTestFinished(() => page.close());

	const held = await writer.transaction('write');
	await held.execute('INSERT INTO t VALUES (1)');
	// whichever of them gets its turn first, the other waits for its end
	const transacted = page.transaction('write').then(async (own) => {
		await own.execute('INSERT INTO t VALUES (3)');
		await own.commit();
	});
	const written = page.execute('INSERT INTO t VALUES (2)');
	for (let turns = 0; turns < 20; turns++) await new Promise((turn) => setImmediate(turn));
	await held.commit();
	await Promise.all([written, transacted]);

	await writer.execute('INSERT INTO t VALUES (4)');
	const { rows } = await page.execute(
		'SELECT group_concat(n) AS all_n FROM (SELECT n FROM t ORDER BY n)'
	);
	expect(rows[0]!.all_n).toBe('1,2,3,4');
});

test('an error for another reason → thrown at once', async () => {
	const { page } = await pair();
	await expect(page.execute('INSERT INTO nowhere VALUES (1)')).rejects.toThrow('nowhere');
});
