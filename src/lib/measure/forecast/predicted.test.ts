import { expect, test } from 'vitest';
import { predicted } from './predicted.ts';
import { poisson, seeded } from '../stats/random.ts';

test.each([0.3, 1, 2, 3.5, 8, 40, 400])(
	'counts with a mean of %s → intervals hold as many as they say, as near as steps allow',
	(mean) => {
		const random = seeded(5);
		const draws = Float64Array.from({ length: 20_000 }, () => poisson(mean, random));
		const { low, high, low50, high50 } = predicted(draws.slice(), mean);
		const held = (a: number, b: number) =>
			draws.filter((count) => a <= count && count <= b).length / draws.length;
		// one step more or less is as much as the likeliest count
		const step = Math.max(...[low, low50, high50, high].map((count) => held(count, count)));
		expect(Math.abs(held(low, high) - 0.9)).toBeLessThanOrEqual(step);
		expect(Math.abs(held(low50, high50) - 0.5)).toBeLessThanOrEqual(step);
		expect([low, low50, high50, high]).toEqual(
			[low, low50, high50, high].toSorted((a, b) => a - b)
		);
	}
);

test('nothing but zero → zero', () => {
	const none = { expected: 0, low: 0, high: 0, low50: 0, high50: 0 };
	expect(predicted(new Float64Array(100), 0)).toEqual(none);
});
