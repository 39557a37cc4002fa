import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfDate, partOf } from './spread.ts';

test('a month of spend → spread evenly over its days', () => {
	const april = { amount: 30_000, from: dayOfDate('2024-04-01'), to: dayOfDate('2024-04-30') };

	expect(partOf(april, dayOfDate('2024-04-10'), dayOfDate('2024-04-10'))).toBe(1000);
	expect(partOf(april, dayOfDate('2024-03-01'), dayOfDate('2024-04-15'))).toBe(15_000);
	expect(partOf(april, dayOfDate('2024-05-01'), dayOfDate('2024-05-31'))).toBe(0);
});

test('any division of time → parts that add up to the amount', () => {
	const day = fc.integer({ min: -40, max: 40 });
	fc.assert(
		fc.property(fc.integer(), day, fc.nat(60), fc.array(day), (amount, from, length, cuts) => {
			const flat = { amount, from, to: from + length };
			const edges = [-100, ...cuts.sort((a, b) => a - b), 200];
			const parts = edges.slice(1).map((end, i) => partOf(flat, edges[i]! + 1, end));
			expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
		})
	);
});

test('a date → its day since 1970', () => {
	expect(dayOfDate('1970-01-02')).toBe(1);
	expect(dayOfDate('2024-03-01') - dayOfDate('2024-02-29')).toBe(1);
});
