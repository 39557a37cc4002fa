import { expect, test } from 'vitest';
import { meanInterval } from './mean-interval.ts';

test('ten values → Student’s interval of the mean', () => {
	// t 0.95 with 9 degrees of freedom: 1.833 (NIST/SEMATECH e-Handbook, 1.3.6.7.2)
	const interval = meanInterval(Object.freeze([10, 12, 9, 11, 13, 10, 12, 11, 9, 13]))!;
	const sd = Math.sqrt(20 / 9);
	expect(interval.mean).toBe(11);
	expect(interval.high! - 11).toBeCloseTo((1.833 * sd) / Math.sqrt(10), 2);
	expect(11 - interval.low!).toBeCloseTo(interval.high! - 11, 12);
});

test('two values → a mean without interval; none → nothing', () => {
	expect(meanInterval([1, 3])).toEqual({ mean: 2, low: null, high: null });
	expect(meanInterval([])).toBe(null);
});
