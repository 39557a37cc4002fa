import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listAndEngaged } from './list-and-engaged.ts';

const rates = Object.freeze({ engaged: 0.3, others: 0.02 });
const usual = Object.freeze({ delivered: 1000, engaged: 400 });

test('a longer list with as many engaged → a negative list effect; more engaged → a positive effect', () => {
	const longer = listAndEngaged({ delivered: 1200, engaged: 400 }, usual, rates);
	expect(longer.list).toBeLessThan(0);
	expect(longer.engaged).toBeCloseTo(0, 12);

	const keener = listAndEngaged({ delivered: 1000, engaged: 500 }, usual, rates);
	expect(keener.list).toBeCloseTo(0, 12);
	expect(keener.engaged).toBeGreaterThan(0);
});

test('any issue → effects of list and engaged that add up to that of the mix', () => {
	const people = fc.record({
		delivered: fc.integer({ min: 100, max: 1e6 }),
		engaged: fc.integer({ min: 0, max: 100 })
	});
	fc.assert(
		fc.property(people, (issue) => {
			const { list, engaged } = listAndEngaged(issue, usual, rates);
			const rate = (share: number) => Math.log(0.02 + share * 0.28);
			expect(list + engaged).toBeCloseTo(rate(issue.engaged / issue.delivered) - rate(0.4), 10);
		})
	);
});

test('nobody delivered to, or an engaged rate of zero → refused', () => {
	expect(() => listAndEngaged({ delivered: 0, engaged: 0 }, usual, rates)).toThrow(RangeError);
	expect(() => listAndEngaged(usual, usual, { engaged: 0, others: 0.1 })).toThrow(RangeError);
});
