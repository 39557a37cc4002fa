import { expect, test } from 'vitest';
import { changeOfMeans } from './change-of-means.ts';

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
