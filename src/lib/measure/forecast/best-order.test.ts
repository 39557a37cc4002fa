import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOrder } from './best-order.ts';

const sum = (order: readonly number[], appeal: readonly number[], worth: readonly number[]) =>
	order.reduce((all, item, place) => all + Math.exp(appeal[item]! + worth[place]!), 0);

function orders(n: number): number[][] {
	if (n === 0) return [[]];
	return orders(n - 1).flatMap((rest) =>
		Array.from({ length: n }, (_, at) => rest.toSpliced(at, 0, n - 1))
	);
}

test('any items, some of them fixed → the best of all allowed orders, fixed items in place', () => {
	const item = fc.record({
		appeal: fc.double({ min: -2, max: 2, noNaN: true }),
		worth: fc.double({ min: -2, max: 2, noNaN: true }),
		moves: fc.boolean()
	});
	fc.assert(
		fc.property(fc.array(item, { maxLength: 6 }), (items) => {
			const [appeal, worth, moves] = [
				items.map((one) => one.appeal),
				items.map((one) => one.worth),
				items.map((one) => one.moves)
			];
			const best = bestOrder(appeal, worth, moves);
			const allowed = orders(items.length).filter((order) =>
				order.every((item, place) => moves[place] || item === place)
			);
			const most = Math.max(...allowed.map((order) => sum(order, appeal, worth)));
			expect(best.toSorted((a, b) => a - b)).toEqual([...items.keys()]);
			expect(moves.every((moving, place) => moving || best[place] === place)).toBe(true);
			expect(sum(best, appeal, worth)).toBeCloseTo(most, 6);
		})
	);
});
