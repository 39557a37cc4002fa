import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctRows, sortedRows } from './sort-rows.ts';

const integer = fc.oneof(
	fc.integer({ min: -2, max: 2 }),
	fc.integer({ min: -(2 ** 40), max: 2 ** 40 })
);

test('any rows → in the order of their columns; distinct ones → the first of each alike', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(integer, integer), { maxLength: 60 }), (rows) => {
			const columns = { a: rows.map(([a]) => a), b: rows.map(([, b]) => b) };
			const first = rows.flatMap(([a, b], i) =>
				rows.findIndex((row) => row[0] === a && row[1] === b) === i ? [i] : []
			);
			const expected = first.sort((i, j) => rows[i]![0] - rows[j]![0] || rows[i]![1] - rows[j]![1]);
			expect([...distinctRows(columns, ['a', 'b'], rows.length)]).toEqual(expected);
			// a sort that keeps the order of equals, as Array.sort does
			const all = [...rows.keys()].sort(
				(i, j) => rows[i]![0] - rows[j]![0] || rows[i]![1] - rows[j]![1]
			);
			expect([...sortedRows(columns, ['a', 'b'], rows.length)]).toEqual(all);
		})
	);
});
