import { expect, test } from 'vitest';
import { normals, seeded } from './random.ts';
import { inflationOfMean, serialCorrelation } from './serial-correlation.ts';

test('a mean of two values that are correlated by ρ → a variance 1 + ρ times as large', () => {
	expect(inflationOfMean(2, 0.5)).toBeCloseTo(1.5, 12);
	expect(inflationOfMean(1, 0.5)).toBe(1);
	expect(inflationOfMean(40, 0)).toBe(1);
	// of many: (1 + ρ) ÷ (1 − ρ)
	expect(inflationOfMean(100_000, 0.5)).toBeCloseTo(3, 3);
});

test.each([0, 0.3, 0.6])('long runs with a correlation of %f → that', (serial) => {
	const normal = normals(seeded(3));
	const runs = [0, 1].map((level) => {
		let value = normal();
		return Array.from({ length: 4000 }, () => {
			value = serial * value + Math.sqrt(1 - serial ** 2) * normal();
			return level + value;
		});
	});
	expect(serialCorrelation(runs)).toBeCloseTo(serial, 1);
});

test('six values or fewer, or none that differ → the usual one', () => {
	expect(
		serialCorrelation([
			[1, 2, 1],
			[3, 1, 2]
		])
	).toBe(0.25);
	expect(
		serialCorrelation([
			[1, 1, 1, 1],
			[2, 2, 2, 2]
		])
	).toBe(0.25);
});

test('values that alternate → none, as independent issues', () => {
	const turns = Array.from({ length: 40 }, (_, i) => i % 2);
	expect(serialCorrelation([turns, turns])).toBe(0);
});
