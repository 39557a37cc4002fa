import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { open, type Db } from '../../store/sql/open.ts';
import { roomIn, spoolFolder } from './spool-room.ts';

let data: string;
let db: Db;
beforeEach(async () => {
	db = await open(':memory:');
	data = mkdtempSync(join(tmpdir(), 'rubrique-'));
	mkdirSync(spoolFolder(data));
});
afterEach(() => {
	db.$client.close();
	rmSync(data, { recursive: true });
});

const lay = (name: string, bytes: number) =>
	writeFileSync(join(spoolFolder(data), name), Buffer.alloc(bytes));

test('files that wait in the spool → an upload has the room that they leave', async () => {
	lay('waiting', 700);
	const room = await roomIn(db, data, 1000, 0);
	await room(300);
	await expect(room(301)).rejects.toMatchObject({ code: 'spoolFull' });
});

test('a declared size beyond the room → refused before it comes; one within it → taken', async () => {
	await expect(roomIn(db, data, 1000, 1e15)).rejects.toMatchObject({ code: 'spoolFull' });
	const room = await roomIn(db, data, 1e15, 30_000_000);
	await expect(room(30_000_000)).resolves.toBeUndefined();
});

test('other files that come in meanwhile → counted against the room', async () => {
	const room = await roomIn(db, data, 40_000_000, 0);
	await room(15_000_000);
	lay('own', 15_000_000);
	lay('other', 30_000_000);
	await expect(room(16_000_000)).rejects.toMatchObject({ code: 'spoolFull' });
});

test('no spool yet → all of its room', async () => {
	rmSync(spoolFolder(data), { recursive: true });
	const room = await roomIn(db, data, 1000, 1000);
	await expect(room(1000)).resolves.toBeUndefined();
	await expect(room(1001)).rejects.toMatchObject({ code: 'spoolFull' });
});
