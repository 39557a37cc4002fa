import { expect, test } from 'vitest';
import { adaptiveShrinkage } from './adaptive-shrinkage.ts';
import { Z90 } from './normal.ts';
import { fillNormal, seeded } from './random.ts';

function noise(n: number, sd: number, seed: number): number[] {
	const values = new Float64Array(n);
	fillNormal(values, seeded(seed));
	return Array.from(values, (z) => z * sd);
}

test('ratios that differ by chance alone → shrunk to none', () => {
	const fit = adaptiveShrinkage(noise(60, 0.1, 1).map((value) => ({ value, variance: 0.01 })));
	for (const { mean, sd } of fit) expect(Math.abs(mean)).toBeLessThan(1.645 * sd);
	expect(Math.max(...fit.map(({ mean }) => Math.abs(mean)))).toBeLessThan(0.05);
});

test('one ratio far from many near zero → hardly shrunk', () => {
	const values = [0.5, ...noise(60, 0.05, 2)];
	const [first] = adaptiveShrinkage(values.map((value) => ({ value, variance: 0.0025 })));
	expect(first!.mean).toBeGreaterThan(0.42);
	expect(first!.mean - 1.645 * first!.sd).toBeGreaterThan(0.3);
});

test('few or many ratios that differ by little or much → nine intervals in ten hold the truth', () => {
	for (const of of [1, 3, 8, 40])
		for (const spread of [0.05, 0.1, 0.2])
			for (const sd of [0.05, 0.1, 0.2, 0.4]) {
				const truths = noise(40 * 20, spread, 3);
				const errors = noise(40 * 20, sd, 4);
				let inside = 0;
				for (let from = 0; from < truths.length; from += of) {
					const own = truths.slice(from, from + of);
					adaptiveShrinkage(
						own.map((truth, i) => ({ value: truth + errors[from + i]!, variance: sd ** 2 }))
					).forEach(({ mean, sd }, i) => {
						if (Math.abs(mean - own[i]!) < Z90 * sd) inside++;
					});
				}
				const share = inside / truths.length;
				expect(share, `${of} with ${spread}, known to ${sd}`).toBeGreaterThan(0.8);
			}
});

test('nothing observed → nothing estimated', () => {
	expect(adaptiveShrinkage([])).toEqual([]);
});
