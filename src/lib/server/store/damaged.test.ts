import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { troubleIn } from '#lib/trouble.ts';
import { open } from './sql/open.ts';

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'rubrique-'));
	file = join(folder, 'rubrique.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const opened = () =>
	open(`file:${file}`, { pages: true }).then(
		(db) => db.$client.close(),
		(error: unknown) => troubleIn(error)?.code ?? error
	);

test('a file that SQLite did not write → a damaged database', async () => {
	writeFileSync(file, 'nothing that SQLite wrote, but long enough to be looked at'.repeat(100));
	expect(await opened()).toBe('databaseDamaged');
});

test('a database whose pages are torn → a damaged database', async () => {
	const whole = await open(`file:${file}`);
	await whole.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
	whole.$client.close();
	writeFileSync(file, readFileSync(file).fill(0xff, 200));
	expect(await opened()).toBe('databaseDamaged');
});

test('a database that another program holds → a busy database', async () => {
	const holder = createClient({ url: `file:${file}` });
	await holder.execute('PRAGMA locking_mode = EXCLUSIVE');
	await holder.execute('CREATE TABLE other (a)');
	await holder.execute('BEGIN EXCLUSIVE');
	expect(await opened()).toBe('databaseBusy');
	holder.close();
});
