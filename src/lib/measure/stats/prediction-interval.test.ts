import { expect, test } from 'vitest';
import { deviationOf } from './prediction-interval.ts';

const earlier = Object.freeze([10, 12, 11, 13, 9, 12]);

test('a value after six others → the prediction interval of a normal sample', () => {
	// scipy 1.17: difference ∓ t.ppf(.95, 5) · std(ddof=1) · sqrt(1 + 1/6)
	const deviation = deviationOf(earlier, 15)!;
	expect(deviation.difference).toBeCloseTo(3.8333, 4);
	expect(deviation.low).toBeCloseTo(0.6296, 2);
	expect(deviation.high).toBeCloseTo(7.0371, 2);
	expect(deviation.within).toBe(false);
});

test('a value among the others → within the usual variation', () => {
	expect(deviationOf(earlier, 12)?.within).toBe(true);
});

test('four values, or values that never vary → no interval', () => {
	expect(deviationOf(earlier.slice(0, 4), 15)).toBe(null);
	expect(deviationOf([3, 3, 3, 3, 3, 3], 15)).toBe(null);
});
