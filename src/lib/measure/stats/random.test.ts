import { expect, test } from 'vitest';
import { drawnBeta, drawnFrom, fillNormal, normals, seeded } from './random.ts';

test('the same seed → the same numbers; another seed → others', () => {
	const draw = (seed: number) => Array.from({ length: 5 }, seeded(seed));
	expect(draw(7)).toEqual(draw(7));
	expect(draw(7)).not.toEqual(draw(8));
});

test('normal draws → mean 0, variance 1 and 5 % beyond 1.645 on either side', () => {
	const draws = new Float64Array(100_001);
	fillNormal(draws, seeded(1));
	const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
	const variance = draws.reduce((sum, x) => sum + x * x, 0) / draws.length;

	expect(mean).toBeCloseTo(0, 1.5);
	expect(variance).toBeCloseTo(1, 1.5);
	expect(draws.filter((x) => x > 1.645).length / draws.length).toBeCloseTo(0.05, 2);
	expect(draws.filter((x) => x < -1.645).length / draws.length).toBeCloseTo(0.05, 2);
});

test.each([
	[1, 0.25],
	[0.5, 0.5],
	[7, 3]
])('draws from the beta distribution (%s, %s) → its mean and variance, within 0..1', (a, b) => {
	const random = seeded(3);
	const normal = normals(random);
	const draws = Array.from({ length: 50_000 }, () => drawnBeta(a, b, normal, random));
	const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length;
	const variance = draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / draws.length;

	expect(mean).toBeCloseTo(a / (a + b), 2);
	expect(variance).toBeCloseTo((a * b) / ((a + b) ** 2 * (a + b + 1)), 2);
	expect(draws.every((one) => one > 0 && one < 1)).toBe(true);
});

test('log weights, however small → positions drawn in their proportions', () => {
	const random = seeded(5);
	const counts = [0, 0, 0];
	for (let n = 0; n < 30_000; n++)
		counts[drawnFrom([-5000, -5000 + Math.log(2), -Infinity], random)]!++;

	expect(counts[1]! / counts[0]!).toBeCloseTo(2, 1);
	expect(counts[2]).toBe(0);
});
