import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { open } from './open.ts';

/** A program that opens a database, writes to it and leaves, as a command does beside the pages. */
const leaves = (url: string) => `
	import { createClient } from '@libsql/client';
	const client = createClient({ url: ${JSON.stringify(url)} });
	await client.execute('INSERT INTO kept VALUES (1)');
	client.close();
`;

test('a database opened twice by one process, while another comes and leaves → no change is lost', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'rubrique-open-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const url = `file:${join(folder, 'rubrique.db')}`;
	const first = await open(url);
	onTestFinished(() => first.$client.close());
	await first.$client.execute('CREATE TABLE kept (value INTEGER)');
	const second = await open(url);
	onTestFinished(() => second.$client.close());

	const leave = () =>
		execFileSync(process.execPath, ['--input-type=module', '--eval', leaves(url)]);
	leave();
	// the log of changes is the first one's still: the last to leave takes it away
	expect(existsSync(`${join(folder, 'rubrique.db')}-wal`)).toBe(true);

	await first.$client.execute('INSERT INTO kept VALUES (2)');
	leave();
	const { rows } = await second.$client.execute('SELECT value FROM kept ORDER BY value');
	expect(rows.map(({ value }) => value)).toEqual([1, 1, 2]);
});

test('a database on a server → asked for answers that are not compressed, and said to be out of reach where it is none', async () => {
	const encodings: (string | undefined)[] = [];
	const server = createServer((asked, answer) => {
		encodings.push(asked.headers['accept-encoding']);
		answer.writeHead(404).end();
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	await expect(open(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
		code: 'databaseUnreachable'
	});
	expect(new Set(encodings)).toEqual(new Set(['identity']));
});
