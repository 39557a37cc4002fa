import { expect, test } from 'vitest';
import { drawNext, nextOf, surely } from './local-level.ts';
import { fillNormal, seeded } from './random.ts';

function noise(n: number, seed: number): Float64Array {
	const values = new Float64Array(n);
	fillNormal(values, seeded(seed));
	return values;
}

const row = (values: ArrayLike<number>) =>
	Array.from(values, (value) => ({ value, variance: 0.0001 }));

test('values around a level that stands still → the level, as unsure as they scatter', () => {
	const next = nextOf(row(noise(200, 1).map((z) => 0.2 * z)), { usual: 0.15, from: 0 });
	expect(Math.abs(next.mean)).toBeLessThan(0.05);
	expect(next.sd).toBeGreaterThan(0.17);
	expect(next.sd).toBeLessThan(0.24);
});

test('a level that has moved → where it is now, not where it was on average', () => {
	const values = noise(60, 2).map((z, i) => (i < 40 ? 0 : 0.8) + 0.1 * z);
	expect(nextOf(row(values), { usual: 0.15, from: null }).mean).toBeGreaterThan(0.6);
});

test('nothing seen → the level known beforehand, as unsure as is usual', () => {
	const next = nextOf([], { usual: 0.15, from: 0 });
	expect(next.mean).toBe(0);
	expect(next.sd).toBeGreaterThan(0.1);
	expect(next.sd).toBeLessThan(0.4);
	expect(nextOf([{ value: 3, variance: Infinity }], { usual: 0.15, from: 0 })).toEqual(next);
});

test('draws of the next value → the stated mean and spread; a certain one → itself', () => {
	const next = nextOf(row(noise(30, 3).map((z) => 0.3 * z)), { usual: 0.15, from: 0 });
	const random = seeded(4);
	const drawn = Array.from({ length: 20_000 }, () => drawNext(next, random));
	const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
	const sd = Math.sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length);
	expect(mean).toBeCloseTo(next.mean, 1);
	expect(sd / next.sd).toBeCloseTo(1, 1);
	expect(drawNext(surely(7), random)).toBe(7);
});
