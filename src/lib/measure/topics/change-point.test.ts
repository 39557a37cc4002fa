import { expect, test } from 'vitest';
import { changePoint } from './change-point.ts';
import { fillNormal, seeded } from '../stats/random.ts';

function series(length: number, step: number, seed: number) {
	const noise = new Float64Array(length);
	fillNormal(noise, seeded(seed));
	return Array.from(noise, (z, i) => ({ value: z + (i >= length / 2 ? step : 0), variance: 1 }));
}

test('a step of two standard deviations → found where it is', () => {
	const change = changePoint(series(40, 2, 1), seeded(1))!;
	expect(Math.abs(change.index - 20)).toBeLessThanOrEqual(2);
	expect(change.low).toBeGreaterThan(0.2);
	expect(change.chance).toBeLessThan(0.01);
});

test('series without a change → as many clear claims as chance makes', () => {
	const claims = Array.from({ length: 200 }, (_, seed) =>
		changePoint(series(24, 0, seed), seeded(seed))
	);
	// one in twenty of them; more than 17 come once in fifty
	expect(claims.filter((claim) => claim!.chance <= 0.05).length).toBeLessThanOrEqual(17);
	expect(claims.filter((claim) => claim!.chance <= 0.5).length).toBeGreaterThan(75);
});

test('seven points → no change point', () => {
	expect(changePoint(series(7, 9, 1), seeded(1))).toBe(null);
});

test('a change anywhere in a series → the interval holds the truth nine times in ten', () => {
	const results = Array.from({ length: 200 }, (_, seed) => {
		const size = new Float64Array(1);
		fillNormal(size, seeded(seed + 500));
		const change = 0.4 * size[0]!;
		const noise = new Float64Array(40);
		fillNormal(noise, seeded(seed));
		const points = Array.from(noise, (z, i) => ({
			value: 0.3 * z + (i >= 8 + (seed % 24) ? change : 0),
			variance: 0.09
		}));
		const { low, high } = changePoint(points, seeded(1))!;
		return low <= change && change <= high;
	});
	const inside = results.filter(Boolean).length / results.length;
	expect(inside).toBeGreaterThan(0.84);
	expect(inside).toBeLessThan(0.96);
});
