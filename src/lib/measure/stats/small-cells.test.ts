import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEWEST_PEOPLE, smallCells } from './small-cells.ts';

test('a count of few is hidden, and the smallest other with it', () => {
	expect(smallCells([40, 3, 12])).toEqual([false, true, true]);
	expect(smallCells([40, 12])).toEqual([false, false]);
	expect(smallCells([40, 0, 2, 3])).toEqual([false, false, true, true]);
	expect(smallCells([2])).toEqual([true]);
});

test('no total less what is told is a group of few', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(30), { maxLength: 12 }), (counts) => {
			const hidden = smallCells(counts);
			for (const [i, n] of counts.entries())
				if (n > 0 && n < FEWEST_PEOPLE) expect(hidden[i]).toBe(true);
			const gone = counts.filter((_, i) => hidden[i]);
			const told = counts.filter((n, i) => !hidden[i] && n > 0);
			if (gone.length === 0 || told.length === 0) return;
			expect(gone.length).toBeGreaterThan(1);
			expect(gone.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
		})
	);
});
