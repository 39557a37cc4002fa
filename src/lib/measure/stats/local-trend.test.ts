import { expect, test } from 'vitest';
import type { Next } from './local-level.ts';
import { nextOfGrowing } from './local-trend.ts';
import { normalCdf } from './normal.ts';
import { normals, seeded } from './random.ts';

/** How likely the next is to lie below a value. */
const below = ({ parts }: Next, value: number) =>
	parts.reduce((sum, { share, mean, sd }) => sum + share * normalCdf((value - mean) / sd), 0);

test('a list that grows → one step on; one that stands still stands', () => {
	const grows = Array.from({ length: 20 }, (_, i) => Math.log(1000 * 1.04 ** i));
	expect(Math.exp(nextOfGrowing(grows, 0.03).mean) / (1000 * 1.04 ** 20)).toBeCloseTo(1, 2);
	const stands = Array.from({ length: 20 }, () => Math.log(5000));
	const next = nextOfGrowing(stands, 0.03);
	expect(Math.exp(next.mean)).toBeCloseTo(5000, 3);
	expect(next.sd).toBeLessThan(0.02);
	expect(Math.exp(nextOfGrowing([Math.log(800)], 0.03).mean)).toBeCloseTo(800, 3);
});

test('a young list whose growth slows → about as many more as last time, not in proportion', () => {
	const next = nextOfGrowing([120, 180, 250, 301].map(Math.log), 0.03);
	expect(Math.exp(next.mean)).toBeGreaterThan(310);
	expect(Math.exp(next.mean)).toBeLessThan(360);
});

const random = seeded(9);
const normal = normals(random);

/** Sizes of a list of some kind, as logarithms. */
const kinds: Record<string, (n: number) => number[]> = {
	'stands still': (n) => Array.from({ length: n }, () => 8 + 0.03 * normal()),
	'grows in proportion': (n) => Array.from({ length: n }, (_, i) => 7 + 0.02 * i + 0.02 * normal()),
	'as many join each time': (n) => {
		let size = 50;
		return Array.from({ length: n }, () => Math.log((size += 40 * Math.exp(0.3 * normal()))));
	},
	'fewer and fewer join': (n) => {
		let size = 30;
		return Array.from({ length: n }, (_, i) => Math.log((size += 10 + 100 * Math.exp(-i / 3))));
	},
	wanders: (n) => {
		let size = 8;
		return Array.from({ length: n }, () => (size += 0.03 * normal()));
	}
};

test.each(Object.keys(kinds))(
	'a list that %s → nine intervals in ten hold its next size',
	(kind) => {
		for (const n of [3, 5, 8]) {
			let held = 0;
			for (let run = 0; run < 100; run++) {
				const row = kinds[kind]!(n + 1);
				const came = row.pop()!;
				const chance = below(nextOfGrowing(row, 0.03), came);
				if (chance > 0.05 && chance < 0.95) held++;
			}
			expect(held / 100, `after ${n}`).toBeGreaterThan(0.84);
		}
	}
);
