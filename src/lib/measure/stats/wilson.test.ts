import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

// expected: scipy 1.17, binomtest(count, of).proportion_ci(0.9, 'wilson')
test.each([
	[4, 20, 0.093118, 0.378377],
	[0, 50, 0, 0.051333]
])('%i of %i → the Wilson interval that scipy gives', (count, of, low, high) => {
	const interval = wilson(count, of);
	expect(interval[0]).toBeCloseTo(low, 6);
	expect(interval[1]).toBeCloseTo(high, 6);
});

test('any count → an interval that holds its rate, within 0..1', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 1e6 }),
			fc.double({ min: 0, max: 1, noNaN: true }),
			(of, share) => {
				const count = Math.round(of * share);
				const [low, high] = wilson(count, of);
				expect(low).toBeGreaterThanOrEqual(0);
				expect(high).toBeLessThanOrEqual(1);
				expect(low).toBeLessThanOrEqual(count / of + 1e-12);
				expect(high).toBeGreaterThanOrEqual(count / of - 1e-12);
			}
		)
	);
});

test.each([
	[1, 0],
	[3, 2],
	[-1, 5],
	[NaN, 5]
])('%d of %d → refused', (count, of) => {
	expect(() => wilson(count, of)).toThrow(RangeError);
});
