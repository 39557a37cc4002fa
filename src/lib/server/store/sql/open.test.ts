import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
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
