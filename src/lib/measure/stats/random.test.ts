import { expect, test } from 'vitest';
import { fillNormal, seeded } from './random.ts';

test('the same seed gives the same numbers, another one others', () => {
	const draw = (seed: number) => Array.from({ length: 5 }, seeded(seed));
	expect(draw(7)).toEqual(draw(7));
	expect(draw(7)).not.toEqual(draw(8));
});

test('normal draws have mean 0, variance 1 and 5 % beyond 1.645 on either side', () => {
	const draws = new Float64Array(100_001);
	fillNormal(draws, seeded(1));
	const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
	const variance = draws.reduce((sum, x) => sum + x * x, 0) / draws.length;

	expect(mean).toBeCloseTo(0, 1.5);
	expect(variance).toBeCloseTo(1, 1.5);
	expect(draws.filter((x) => x > 1.645).length / draws.length).toBeCloseTo(0.05, 2);
});
