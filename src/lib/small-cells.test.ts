import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEWEST_PEOPLE, smallCells, smallCellsIn } from './small-cells.ts';

test('a count of few → hidden, with the smallest other; none of few → nothing hidden', () => {
	expect(smallCells([40, 3, 12])).toEqual([false, true, true]);
	expect(smallCells([40, 12])).toEqual([false, false]);
	expect(smallCells([40, 0, 2, 3])).toEqual([false, false, true, true]);
	expect(smallCells([2])).toEqual([true]);
});

test('any counts → no total less what is shown is a group of few', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(30), { maxLength: 12 }), (counts) => {
			const hidden = smallCells(counts);
			for (const [i, n] of counts.entries())
				if (n > 0 && n < FEWEST_PEOPLE) expect(hidden[i]).toBe(true);
			const gone = counts.filter((_, i) => hidden[i]);
			const shown = counts.filter((n, i) => !hidden[i] && n > 0);
			if (gone.length === 0 || shown.length === 0) return;
			expect(gone.length).toBeGreaterThan(1);
			expect(gone.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
		})
	);
});

test('two counts hidden for one sum → neither follows from another sum', () => {
	// two channels in two months, and what both came to
	const counts = [3, 20, 23, 30, 40, 70];
	const sums = [
		{ parts: [0, 1], total: 2 },
		{ parts: [3, 4], total: 5 },
		{ parts: [0, 3], total: null },
		{ parts: [1, 4], total: null }
	];
	const few = counts.map((n) => n < FEWEST_PEOPLE);
	expect(smallCellsIn(counts, few, sums)).toEqual([true, true, false, true, true, false]);
	// what a total has beyond its parts is of few as well
	expect(smallCellsIn([6, 30, 38], [false, false, false], [{ parts: [0, 1], total: 2 }])).toEqual([
		true,
		false,
		false
	]);
});

test('any counts with sums both ways → no sum less what is shown is a group of few', () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), {
				minLength: 1,
				maxLength: 6
			}),
			(rows) => {
				const counts = [...rows.flat(), ...rows.map(([a, b, c]) => a! + b! + c!)];
				const sums = [
					...rows.map((_, i) => ({
						parts: [3 * i, 3 * i + 1, 3 * i + 2],
						total: 3 * rows.length + i
					})),
					...[0, 1, 2].map((at) => ({ parts: rows.map((_, i) => 3 * i + at), total: null }))
				];
				const hidden = smallCellsIn(
					counts,
					counts.map((n) => n > 0 && n < FEWEST_PEOPLE),
					sums
				);
				for (const { parts, total } of sums) {
					if (total !== null && hidden[total]) continue;
					const rest = parts.filter((i) => hidden[i]).reduce((sum, i) => sum + counts[i]!, 0);
					const all =
						total === null ? parts.reduce((sum, i) => sum + counts[i]!, 0) : counts[total]!;
					// where all of them are fewer, all are hidden
					if (all >= FEWEST_PEOPLE) expect(rest === 0 || rest >= FEWEST_PEOPLE).toBe(true);
				}
			}
		)
	);
});
