import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownFolder } from './own-folder.ts';
import { open } from '../store/sql/open.ts';

let parent: string;
beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'rubrique-'))));
afterEach(() => rmSync(parent, { recursive: true }));

const modeOf = (path: string) => statSync(path).mode & 0o7777;

test('a folder that is made → open to its owner alone', () => {
	ownFolder(join(parent, 'a', 'data'));
	expect(modeOf(join(parent, 'a', 'data'))).toBe(0o700);
});

test.each<[string, number, string[], number]>([
	['an empty folder → closed', 0o755, [], 0o700],
	['a folder of ours → closed', 0o775, ['rubrique.db', 'notes.txt'], 0o700],
	['a folder with a key of ours → closed', 0o755, ['reader-key'], 0o700],
	['somebody else’s folder → left as it is', 0o755, ['index.html'], 0o755],
	['everybody’s folder → left as it is', 0o1777, ['rubrique.db'], 0o1777]
])('%s', (_what, before, names, after) => {
	const data = join(parent, 'data');
	mkdirSync(data);
	for (const name of names) writeFileSync(join(data, name), '');
	chmodSync(data, before);
	ownFolder(data);
	expect(modeOf(data)).toBe(after);
});

test.each(['new', 'there before'])(
	'a database that is %s → open to its owner alone, with what its driver lays beside it',
	async (state) => {
		const file = join(parent, 'own.db');
		if (state === 'there before') {
			const before = await open(`file:${file}`);
			before.$client.close();
			chmodSync(file, 0o644);
		}
		const db = await open(`file:${file}`);
		await db.$client.execute('CREATE TABLE more (a)');
		for (const suffix of ['', '-wal', '-shm']) expect(modeOf(file + suffix)).toBe(0o600);
		db.$client.close();
	}
);
