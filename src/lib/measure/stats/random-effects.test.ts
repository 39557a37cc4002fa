import { expect, test } from 'vitest';
import { Z90 } from './normal.ts';
import { fillNormal, seeded } from './random.ts';
import { nextEffect, type NextEffect, type Observed } from './random-effects.ts';

const prior = { spreads: [0, 0.03, 0.06, 0.09, 0.12, 0.15, 0.18, 0.21, 0.24], scale: 0.1 };

function draws(n: number, seed: number): number[] {
	const values = new Float64Array(n);
	fillNormal(values, seeded(seed));
	return Array.from(values);
}

/** Mean and standard deviation of one more. */
function momentsOf(parts: readonly NextEffect[]) {
	const mean = parts.reduce((sum, part) => sum + part.share * part.mean, 0);
	const square = parts.reduce(
		(sum, part) => sum + part.share * (part.sd ** 2 + part.spread ** 2 + part.mean ** 2),
		0
	);
	return { mean, sd: Math.sqrt(square - mean ** 2) };
}

test.each([2, 3, 5, 12])(
	'after %d that differ somehow → nine intervals in ten hold one more',
	(n) => {
		const [runs, sd] = [600, 0.05];
		const [spreads, truths, errors] = [
			draws(runs, n),
			draws(runs * (n + 1), n + 50),
			draws(runs * n, n + 90)
		];
		let inside = 0;
		for (let run = 0; run < runs; run++) {
			// as wide as is held likely beforehand
			const spread = 0.1 * Math.abs(spreads[run]!);
			const own = truths.slice(run * (n + 1), (run + 1) * (n + 1)).map((z) => -0.3 + spread * z);
			const next = own.pop()!;
			const observed = own.map((truth, i) => ({
				value: truth + sd * errors[run * n + i]!,
				variance: sd ** 2
			}));
			const of = momentsOf(nextEffect(observed, prior));
			if (Math.abs(of.mean - next) < Z90 * of.sd) inside++;
		}
		expect(inside / runs).toBeGreaterThan(0.86);
		expect(inside / runs).toBeLessThan(0.95);
	}
);

test('many → their mean and spread, whatever the prior', () => {
	const many: Observed[] = draws(200, 7).map((z) => ({ value: 0.1 * z, variance: 0.0001 }));
	const { mean, sd } = momentsOf(nextEffect(many, prior));
	expect(mean).toBeCloseTo(0, 1);
	expect(sd).toBeCloseTo(0.1, 1);
});
