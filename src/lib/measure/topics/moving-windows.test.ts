import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movingWindows } from './moving-windows.ts';

const WEEK = 7 * 86_400_000;
const MOST = 8.64e15;

test('no instants → no windows, and an end', () => {
	expect(movingWindows([], 12 * WEEK, 4 * WEEK)).toEqual([]);
});

test('one instant → one window that ends with it', () => {
	expect(movingWindows([1000], 10, 5)).toEqual([{ from: 991, to: 1001 }]);
});

test('instants a step from each other → full windows, in order, the last with the last instant', () => {
	expect(movingWindows([0, 5, 10, 15, 20], 10, 5)).toEqual([
		{ from: 1, to: 11 },
		{ from: 6, to: 16 },
		{ from: 11, to: 21 }
	]);
});

test('a short silence → its windows are there, empty', () => {
	const ends = movingWindows([0, 10, 50, 60], 10, 10).map(({ to }) => to - 1);
	expect(ends).toEqual([10, 20, 30, 40, 50, 60]);
});

test('1970 and 2099 in one archive → few windows', () => {
	const windows = movingWindows([0, Date.UTC(2026, 0), Date.UTC(2099, 0)], 12 * WEEK, 4 * WEEK);
	expect(windows.length).toBeLessThan(50);
});

test('any instants → a bounded number of windows, each later than the one before', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: -MOST, max: MOST }), { minLength: 1 }),
			fc.integer({ min: 1000, max: 100 * WEEK }),
			fc.integer({ min: 0, max: 3 }),
			(instants, length, over) => {
				const step = Math.ceil(length / (1 + over));
				const windows = movingWindows(instants, length, step);
				expect(windows.length).toBeLessThanOrEqual(1 + instants.length * 20);
				expect(windows.at(-1)!.to).toBe(Math.max(...instants) + 1);
				windows.slice(1).forEach(({ to }, i) => expect(to).toBeGreaterThan(windows[i]!.to));
			}
		)
	);
});
