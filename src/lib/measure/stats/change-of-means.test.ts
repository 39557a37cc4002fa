import { expect, test } from 'vitest';
import { changeOfMeans } from './change-of-means.ts';
import { normals, seeded } from './random.ts';

// R 4.3: t.test(after, before, conf.level = 0.9)$conf.int for the sleep data of Student (1908)
test('Student’s sleep data → the interval of Welch’s test in R', () => {
	const before = Object.freeze([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
	const after = Object.freeze([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
	const change = changeOfMeans(before, after)!;

	expect(change.change).toBeCloseTo(1.58, 10);
	expect(change.low).toBeCloseTo(0.1077, 2);
	expect(change.high).toBeCloseTo(3.0523, 2);
});

test('one value on each side → the change without interval; none on one side → nothing', () => {
	expect(changeOfMeans([1], [2])).toEqual({ change: 1, low: null, high: null });
	expect(changeOfMeans([], [2])).toBeNull();
});

test.each([
	[2, 12],
	[3, 3],
	[3, 12],
	[3, 50],
	[4, 12],
	[5, 50],
	[12, 12]
])('%i issues against %i that vary alike → its interval misses in a tenth at most', (few, many) => {
	const normal = normals(seeded(20));
	for (const skew of [0.01, 0.3, 0.8]) {
		const rates = (n: number) => Array.from({ length: n }, () => Math.exp(skew * normal()));
		let missed = 0;
		const runs = 4000;
		for (let run = 0; run < runs; run++) {
			const { low, high } = changeOfMeans(rates(few), rates(many))!;
			if (low !== null && (low > 0 || high! < 0)) missed++;
		}
		// and by chance of so many runs a little more
		expect(missed / runs).toBeLessThan(0.1 + 0.012);
	}
});
