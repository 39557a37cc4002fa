import { expect, test } from 'vitest';
import { correlatedEffects } from './correlated-effects.ts';
import { Z90 } from './normal.ts';
import { randomEffects } from './random-effects.ts';
import { normals, seeded } from './random.ts';

const prior = { spreads: [0, 0.03, 0.06, 0.09, 0.12, 0.15, 0.18, 0.21, 0.24], scale: 0.1 };

test('effects observed one by one → those of random effects, of which nothing was observed too', () => {
	const observed = [
		{ value: 0.12, variance: 0.01 },
		{ value: -0.2, variance: 0.004 },
		{ value: 0.03, variance: 0.02 },
		{ value: 0, variance: Infinity }
	];
	const n = observed.length;
	const precision = new Float64Array(n * n);
	observed.forEach(({ variance }, i) => (precision[i * n + i] = 1 / variance));
	const product = Float64Array.from(observed, ({ value, variance }) => value / variance);
	const single = randomEffects(observed, prior);
	correlatedEffects({ precision, product }, prior).forEach(({ mean, sd }, i) => {
		expect(mean).toBeCloseTo(single[i]!.mean, 9);
		expect(sd).toBeCloseTo(single[i]!.sd, 9);
	});
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

test('nothing observed at all → said', () => {
	const nothing = { precision: new Float64Array(4), product: new Float64Array(2) };
	expect(() => correlatedEffects(nothing, prior)).toThrow('nothing was observed');
});
