import { expect, test } from 'vitest';
import { correlatedEffects } from './correlated-effects.ts';
import { Z90 } from './normal.ts';
import type { Observed } from './random-effects.ts';
import { normals, seeded } from './random.ts';

const spread = { spreads: [0, 0.03, 0.06, 0.09, 0.12, 0.15, 0.18, 0.21, 0.24], scale: 0.1 };
/** The common mean may be anything. */
const prior = { ...spread, mean: 100 };

/** Effects that were each observed alone. */
function alone(observed: readonly Observed[]) {
	const n = observed.length;
	const precision = new Float64Array(n * n);
	observed.forEach(({ variance }, i) => (precision[i * n + i] = 1 / variance));
	const product = Float64Array.from(observed, ({ value, variance }) => value / variance);
	return correlatedEffects({ precision, product }, prior);
}

test('few or many that differ by little, by as much as chance or by more → nine intervals in ten hold', () => {
	const normal = normals(seeded(1));
	for (const of of [2, 5, 12])
		for (const spread of [0.01, 0.03, 0.06])
			for (const sd of [0.02, 0.06]) {
				let inside = 0;
				for (let run = 0; run < 300; run++) {
					const truth = Array.from({ length: of }, () => -0.03 + spread * normal());
					const seen = truth.map((one) => ({ value: one + sd * normal(), variance: sd ** 2 }));
					alone(seen).forEach(({ mean, sd }, i) => {
						if (Math.abs(mean - truth[i]!) < Z90 * sd) inside++;
					});
				}
				expect(inside / (300 * of), `${of}, ${spread}, ${sd}`).toBeGreaterThan(0.8);
			}
});

test('many observed exactly → what was observed; none differs → the mean of all', () => {
	const far = alone([0.1, -0.1, 0.05, -0.05].map((value) => ({ value, variance: 1e-8 })));
	expect(far[0]!.mean).toBeCloseTo(0.1, 4);
	const normal = normals(seeded(3));
	const near = alone(
		Array.from({ length: 50 }, () => ({ value: 1 + 0.1 * normal(), variance: 0.01 }))
	);
	expect(near[0]!.mean).toBeCloseTo(1, 1);
	expect(near[0]!.sd).toBeLessThan(0.05);
});

test('one of which nothing is observed → the mean of the others, less surely than any of them', () => {
	const known = [0.02, 0.03, 0.04].map((value) => ({ value, variance: 1e-4 }));
	const [unknown, ...others] = alone([{ value: 0, variance: Infinity }, ...known]);
	expect(unknown!.mean).toBeCloseTo(0.03, 6);
	for (const { sd } of others) expect(unknown!.sd).toBeGreaterThan(sd);
});

test('neighbours observed as sums and one by one → nine intervals in ten hold', () => {
	const random = seeded(4);
	const normal = normals(random);
	const n = 7;
	let inside = 0;
	for (let run = 0; run < 300; run++) {
		// as wide as is held likely beforehand
		const spread = 0.1 * Math.abs(normal());
		const truth = Array.from({ length: n }, () => -0.05 + spread * normal());
		const precision = new Float64Array(n * n);
		const product = new Float64Array(n);
		for (let row = 0; row < 40; row++) {
			const x = Array.from({ length: n }, (_, i) => Number(i === row % n || i === (row + 1) % n));
			const seen = x.reduce((sum, one, i) => sum + one * truth[i]!, 0.3 * normal());
			x.forEach((one, i) => {
				product[i]! += (one * seen) / 0.09;
				x.forEach((other, j) => (precision[i * n + j]! += (one * other) / 0.09));
			});
		}
		correlatedEffects({ precision, product }, prior).forEach(({ mean, sd }, i) => {
			if (Math.abs(mean - truth[i]!) < Z90 * sd) inside++;
		});
	}
	expect(inside / (300 * n)).toBeGreaterThan(0.86);
	expect(inside / (300 * n)).toBeLessThan(0.94);
});

test('differences alone are observed, one up as another down → they are told, and the mean as it was held likely', () => {
	// by the order in which the sums are taken a little more or less than nothing is left of them
	for (const left of [-1e-12, 0, 1e-12]) {
		const precision = Float64Array.of(1e4 + left, -1e4, -1e4, 1e4);
		const product = Float64Array.of(1e3, -1e3);
		const [up, down] = correlatedEffects({ precision, product }, { ...spread, mean: 0.3 });
		expect(up!.mean - down!.mean).toBeCloseTo(0.1, 1);
		expect(up!.mean + down!.mean).toBeCloseTo(0, 6);
		for (const { sd } of [up!, down!]) expect(sd).toBeCloseTo(0.3, 1);
	}
});

test('nothing observed at all → what was held likely', () => {
	const nothing = { precision: new Float64Array(4), product: new Float64Array(2) };
	for (const { mean, sd } of correlatedEffects(nothing, { ...spread, mean: 0.3 })) {
		expect(mean).toBe(0);
		expect(sd).toBeGreaterThan(0.3);
	}
});
