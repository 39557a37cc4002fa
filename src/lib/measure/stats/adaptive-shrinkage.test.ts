import { expect, test } from 'vitest';
import { adaptiveShrinkage } from './adaptive-shrinkage.ts';
import { fillNormal, seeded } from './random.ts';

function noise(n: number, sd: number, seed: number): number[] {
	const values = new Float64Array(n);
	fillNormal(values, seeded(seed));
	return Array.from(values, (z) => z * sd);
}

test('ratios that differ by chance alone → shrunk to none', () => {
	const fit = adaptiveShrinkage(noise(60, 0.1, 1).map((value) => ({ value, variance: 0.01 })));
	for (const { mean, sd } of fit) expect(Math.abs(mean)).toBeLessThan(1.645 * sd);
	expect(Math.max(...fit.map(({ mean }) => Math.abs(mean)))).toBeLessThan(0.05);
});

test('one ratio far from many near zero → hardly shrunk', () => {
	const values = [0.5, ...noise(60, 0.05, 2)];
	const [first] = adaptiveShrinkage(values.map((value) => ({ value, variance: 0.0025 })));
	expect(first!.mean).toBeGreaterThan(0.42);
	expect(first!.mean - 1.645 * first!.sd).toBeGreaterThan(0.3);
});

test('ratios that really differ → intervals hold the truth nine times in ten', () => {
	const truths = noise(400, 0.2, 3);
	const errors = noise(400, 0.1, 4);
	const fit = adaptiveShrinkage(
		truths.map((truth, i) => ({ value: truth + errors[i]!, variance: 0.01 }))
	);
	const inside = fit.filter(({ mean, sd }, i) => Math.abs(mean - truths[i]!) < 1.645 * sd);
	expect(inside.length / 400).toBeGreaterThan(0.86);
	expect(inside.length / 400).toBeLessThan(0.94);
});

test('nothing observed → nothing estimated', () => {
	expect(adaptiveShrinkage([])).toEqual([]);
});
