import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { open, type Db } from './open.ts';
import { packed } from './packed.ts';

let db: Db;

beforeAll(async () => {
	db = await open(':memory:');
});

const integer = fc.oneof(
	fc.integer({ min: -3, max: 3 }),
	fc.integer({ min: -(2 ** 31), max: 2 ** 31 }),
	fc.integer({ min: 0, max: 2 ** 52 })
);

test('any packed rows → returned as they were, in their order', async () => {
	const rows = fc.array(fc.tuple(integer, integer, integer, fc.constant(7)), { maxLength: 40 });
	await fc.assert(
		fc.asyncProperty(rows, async (given) => {
			const column = (k: 0 | 1 | 2 | 3) => given.map((row) => row[k]);
			const columns = { a: column(0), b: column(1), c: column(2), d: column(3) };
			const rows = await db.all(packed(columns, ['a', 'b', 'c', 'd'], 0, given.length));
			expect(rows).toEqual(given.map(([a, b, c, d], i) => ({ i, a, b, c, d })));
		})
	);
});

test('a value that is no safe integer → RangeError', () => {
	for (const wrong of [NaN, 0.5, 2 ** 53])
		expect(() => packed({ a: [1, wrong] }, ['a'], 0, 2)).toThrow(RangeError);
});
