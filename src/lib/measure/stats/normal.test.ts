import { expect, test } from 'vitest';
import { Z90, normalCdf } from './normal.ts';

// expected: scipy 1.17, stats.norm.cdf
test.each([
	[0, 0.5],
	[1, 0.84134475],
	[-2.5, 0.00620967],
	[Z90, 0.95]
])('normalCdf(%d) → %d', (z, p) => {
	expect(normalCdf(z)).toBeCloseTo(p, 6);
});
