import { expect, test } from 'vitest';
import { changePoint } from './change-point.ts';
import { fillNormal, seeded } from './random.ts';

function series(length: number, step: number, seed: number) {
	const noise = new Float64Array(length);
	fillNormal(noise, seeded(seed));
	return Array.from(noise, (z, i) => ({ value: z + (i >= length / 2 ? step : 0), variance: 1 }));
}

test('finds a step of two standard deviations where it is', () => {
	const found = changePoint(series(40, 2, 1), seeded(1))!;
	expect(Math.abs(found.index - 20)).toBeLessThanOrEqual(2);
	expect(found.low).toBeGreaterThan(0.5);
});

test('claims a change in about one of twenty series that have none', () => {
	const claims = Array.from({ length: 200 }, (_, seed) =>
		changePoint(series(24, 0, seed), seeded(seed))
	);
	expect(claims.filter(Boolean).length).toBeLessThanOrEqual(17);
});

test('says nothing of seven points', () => {
	expect(changePoint(series(7, 9, 1), seeded(1))).toBe(null);
});
