import { expect, test } from 'vitest';
import { Z90 } from './normal.ts';
import { fillNormal, seeded } from './random.ts';
import { randomEffects } from './random-effects.ts';

const prior = { spreads: [0, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2], scale: 0.1 };

function normals(n: number, seed: number): number[] {
	const values = new Float64Array(n);
	fillNormal(values, seeded(seed));
	return Array.from(values);
}

/** How many of the intervals of 300 groups hold, whose true values lie around −0.03 with this spread. */
function coverage(of: number, spread: number, sd: number): number {
	const [truths, errors] = [normals(300 * of, 1), normals(300 * of, 2)];
	let inside = 0;
	for (let group = 0; group < 300; group++) {
		const own = Array.from({ length: of }, (_, i) => -0.03 + spread * truths[group * of + i]!);
		const effects = randomEffects(
			own.map((truth, i) => ({ value: truth + sd * errors[group * of + i]!, variance: sd ** 2 })),
			prior
		);
		effects.forEach(({ mean, sd }, i) => {
			if (Math.abs(mean - own[i]!) < Z90 * sd) inside++;
		});
	}
	return inside / (300 * of);
}

test('few or many that differ by little, by as much as chance or by more → nine intervals in ten hold', () => {
	for (const of of [2, 5, 12])
		for (const spread of [0.01, 0.03, 0.06])
			for (const sd of [0.02, 0.06])
				expect(coverage(of, spread, sd), `${of}, ${spread}, ${sd}`).toBeGreaterThan(0.82);
});

test('many observed exactly → what was observed; none differs → the mean of all', () => {
	const far = randomEffects(
		[0.1, -0.1, 0.05, -0.05].map((value) => ({ value, variance: 1e-8 })),
		prior
	);
	expect(far[0]!.mean).toBeCloseTo(0.1, 4);
	const near = randomEffects(
		normals(50, 3).map((z) => ({ value: 1 + 0.1 * z, variance: 0.01 })),
		prior
	);
	expect(near[0]!.mean).toBeCloseTo(1, 1);
	expect(near[0]!.sd).toBeLessThan(0.05);
});

test('one of which nothing is observed → the mean of the others, less surely than any of them', () => {
	const known = [0.02, 0.03, 0.04].map((value) => ({ value, variance: 1e-4 }));
	const [unknown, ...others] = randomEffects([{ value: 0, variance: Infinity }, ...known], prior);
	expect(unknown!.mean).toBeCloseTo(0.03, 6);
	for (const { sd } of others) expect(unknown!.sd).toBeGreaterThan(sd);
	expect(others).toEqual(randomEffects(known, prior));
});
