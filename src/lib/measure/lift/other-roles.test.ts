import { expect, test } from 'vitest';
import { Z90 } from '../stats/normal.ts';
import { normals, poisson, seeded } from '../stats/random.ts';
import { otherRoles } from './other-roles.ts';

test('no items → half of a story’s clickers, and hardly known', () => {
	const { sponsor, house } = otherRoles([]);
	expect(Math.exp(sponsor.mean)).toBeCloseTo(0.5, 6);
	expect(sponsor.sd).toBeGreaterThan(0.5);
	expect(house).toEqual(sponsor);
});

test('many items that get a third → a third, well known; the other role keeps its prior', () => {
	const items = Array.from({ length: 60 }, () => ({
		role: 'sponsor' as const,
		clickers: 30,
		expected: 90
	}));
	const { sponsor, house } = otherRoles(items);
	expect(Math.exp(sponsor.mean)).toBeCloseTo(1 / 3, 1);
	expect(sponsor.sd).toBeLessThan(0.1);
	expect(house.mean).toBe(otherRoles([]).house.mean);
});

test.each([
	[3, 8],
	[3, 60],
	[20, 8],
	[100, 8]
])(
	'%d items of about %d clickers, as far apart as may be → nine intervals in ten hold',
	(n, clicks) => {
		const random = seeded(n + clicks);
		const normal = normals(random);
		const runs = 300;
		let [means, others] = [0, 0];
		for (let run = 0; run < runs; run++) {
			const truth = Math.log(0.5) + 0.6 * normal();
			const spread = 0.6 * Math.abs(normal());
			const items = Array.from({ length: n }, () => {
				const expected = clicks * Math.exp(0.3 * normal());
				const mean = expected * Math.exp(truth + spread * normal());
				return { role: 'sponsor' as const, expected, clickers: poisson(mean, random) };
			});
			const said = otherRoles(items).sponsor;
			if (Math.abs(said.mean - truth) < Z90 * said.sd) means++;
			const next = truth + spread * normal();
			if (Math.abs(said.mean - next) < Z90 * Math.hypot(said.sd, said.spread)) others++;
		}
		expect(means / runs).toBeGreaterThan(0.86);
		expect(others / runs).toBeGreaterThan(0.84);
	}
);
