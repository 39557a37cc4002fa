import { expect, test } from 'vitest';
import { t95, tAt } from './student.ts';

// R 4.3: qt(0.95, c(3, 5, 11, 30, 100))
test.each([
	[3, 2.353363],
	[4, 2.131847],
	[5, 2.015048],
	[11, 1.795885],
	[30, 1.697261],
	[100, 1.660234]
])('t95(%d) → %d', (freedom, expected) => {
	expect(t95(freedom) / expected).toBeCloseTo(1, 2);
});

// R 4.3: qt(0.99, c(3, 5, 10, 30))
test.each([
	[3, 4.540703],
	[5, 3.36493],
	[10, 2.763769],
	[30, 2.457262]
])('99th percentile of %d degrees of freedom → %d', (freedom, expected) => {
	expect(Math.abs(tAt(2.326348, freedom) / expected - 1)).toBeLessThan(0.005);
});
