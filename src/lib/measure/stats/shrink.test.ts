import { expect, test } from 'vitest';
import { fillNormal, seeded } from './random.ts';
import { shrink, usualRate } from './shrink.ts';

test('a rate from few people is pulled close to usual, one from many is not', () => {
	const usual = Object.freeze({ rate: 0.02, weight: 190 });
	expect(shrink({ sent: 10, clicked: 5 }, usual)).toBeCloseTo(0.044, 12);
	expect(shrink({ sent: 100_000, clicked: 50_000 }, usual)).toBeCloseTo(0.5, 2);
	expect(shrink({ sent: 0, clicked: 0 }, usual)).toBe(0.02);
});

test('finds a planted usual rate and weight', () => {
	// rates with mean 0.05 and sd 0.02 are a beta of weight 0.05 · 0.95 / 0.02² − 1 = 117.75
	const random = seeded(1);
	const normal = new Float64Array(4000);
	fillNormal(normal, random);

	const exposures = Array.from({ length: 2000 }, (_, i) => {
		const rate = Math.min(1, Math.max(0, 0.05 + 0.02 * normal[2 * i]!));
		const sd = Math.sqrt(2000 * rate * (1 - rate));
		return { sent: 2000, clicked: Math.max(0, Math.round(2000 * rate + sd * normal[2 * i + 1]!)) };
	});

	const usual = usualRate(exposures);
	expect(usual.rate).toBeCloseTo(0.05, 2);
	expect(usual.weight).toBeGreaterThan(100);
	expect(usual.weight).toBeLessThan(135);
});

test('rates that differ by chance alone are all the usual rate', () => {
	expect(
		usualRate([
			{ sent: 100, clicked: 10 },
			{ sent: 100, clicked: 10 }
		]).weight
	).toBe(1e6);
});

test('refuses what cannot be', () => {
	expect(() => shrink({ sent: 1, clicked: 2 }, { rate: 0.1, weight: 10 })).toThrow(RangeError);
	expect(() => usualRate([{ sent: 0, clicked: 0 }])).toThrow(RangeError);
});
