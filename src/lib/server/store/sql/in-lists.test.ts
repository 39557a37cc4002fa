import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inLists } from './in-lists.ts';
import { jsonRows } from './json-rows.ts';
import { open } from './open.ts';

const db = await open(':memory:');
const rows = [
	{ n: 3, text: 'c "quoted", é 🧀\n\u0000end' },
	{ n: 2 ** 52 + 1, text: null },
	{ n: null, text: '' },
	{ n: -7, text: '10' }
];

test('rows bound as one value → returned as they were, in their order', async () => {
	const result = await inLists<{ n: number | null; text: string | null }>(
		db,
		['n', 'text'],
		jsonRowsNamed()
	);
	expect(result).toEqual(rows);
});

test('a query with an order → rows in that order', async () => {
	const result = await inLists(db, ['n'], sql`SELECT n FROM (${jsonRowsNamed()}) ORDER BY n DESC`);
	expect(result.map(({ n }) => n)).toEqual([2 ** 52 + 1, 3, -7, null]);
});

test('a query without rows → an empty list', async () => {
	expect(await inLists(db, ['n'], sql`SELECT 1 AS n WHERE false`)).toEqual([]);
});

test('bytes and nulls in rows → returned as they were', async () => {
	const given = [
		{ n: 1, set: Buffer.from([0, 255, 7]), other: null },
		{ n: 2, set: null, other: Buffer.from('é') },
		{ n: 3, set: Buffer.alloc(0), other: Buffer.from([1]) }
	];
	const result = await db.all<{ n: number; set: string | null; other: string | null }>(
		sql`SELECT n, hex("set") AS "set", "set" IS NULL AS none, hex(other) AS other
			FROM (${jsonRows(given, ['n', 'set', 'other'])}) ORDER BY n`
	);
	expect(result).toEqual([
		{ n: 1, set: '00FF07', none: 0, other: '' },
		{ n: 2, set: '', none: 1, other: 'C3A9' },
		{ n: 3, set: '', none: 0, other: '01' }
	]);
});

test('bytes that are all empty → not null', async () => {
	const given = jsonRows([{ set: Buffer.alloc(0) }], ['set']);
	expect(await db.all(sql`SELECT length("set") AS n FROM (${given})`)).toEqual([{ n: 0 }]);
});

function jsonRowsNamed() {
	return sql`WITH given (n, text) AS (${jsonRows(rows, ['n', 'text'])}) SELECT n, text FROM given`;
}
