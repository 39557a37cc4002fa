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

test('rows bound as one value come back as they were, in their order', async () => {
	const found = await inLists<{ n: number | null; text: string | null }>(
		db,
		['n', 'text'],
		jsonRowsNamed()
	);
	expect(found).toEqual(rows);
});

test('the order of the query is kept', async () => {
	const found = await inLists(db, ['n'], sql`SELECT n FROM (${jsonRowsNamed()}) ORDER BY n DESC`);
	expect(found.map(({ n }) => n)).toEqual([2 ** 52 + 1, 3, -7, null]);
});

test('no rows are no rows', async () => {
	expect(await inLists(db, ['n'], sql`SELECT 1 AS n WHERE false`)).toEqual([]);
});

function jsonRowsNamed() {
	return sql`WITH given (n, text) AS (${jsonRows(rows, ['n', 'text'])}) SELECT n, text FROM given`;
}
