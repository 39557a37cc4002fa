import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { expect, test } from 'vitest';
import { Trouble, troubleIn, unforeseen } from './trouble.ts';

test('a full disk, however deep in the error → foreseen, and logged without the values to be stored', async () => {
	const db = drizzle(createClient({ url: ':memory:' }));
	await db.run(sql`CREATE TABLE note (words TEXT)`);
	await db.run(sql`PRAGMA max_page_count = 10`);

	const error: unknown = await db
		.run(sql`INSERT INTO note VALUES (${'ana@example.com'.repeat(10_000)})`)
		.catch((error) => error);
	expect(troubleIn(error)?.code).toBe('diskFull');
	expect(unforeseen(error)).toContain('INSERT INTO note');
	expect(unforeseen(error)).not.toContain('ana@example.com');
});

test('a trouble within another error → itself; an error that nobody foresaw → none', () => {
	const own = new Trouble('fileEmpty');
	expect(troubleIn(new Error('around', { cause: own }))).toBe(own);
	expect(troubleIn(new TypeError('no'))).toBeNull();
	expect(troubleIn('no')).toBeNull();
});

test.each([
	['SQLITE_CORRUPT', 'databaseDamaged'],
	['SQLITE_CORRUPT_INDEX', 'databaseDamaged'],
	['SQLITE_NOTADB', 'databaseDamaged'],
	['SQLITE_BUSY', 'databaseBusy'],
	['SQLITE_BUSY_SNAPSHOT', 'databaseBusy'],
	['SQLITE_LOCKED', 'databaseBusy']
])('%s from the driver → %s', (code, trouble) => {
	const cause = Object.assign(new Error('as the driver says it'), { code });
	expect(troubleIn(new Error('Failed query', { cause }))?.code).toBe(trouble);
});
