import { expect, test } from 'vitest';
import { layoutsOf } from './layouts.ts';
import type { LiftItem } from './lift-input.ts';
import { fillNormal, seeded } from '../stats/random.ts';

/** Ten items an issue whose residuals fall by `steeper` more with the position's logarithm, and are higher by `rise`, from issue 25 on. */
function cuts(issues: number, steeper: number, seed: number, rise = 0) {
	const noise = new Float64Array(issues * 10);
	fillNormal(noise, seeded(seed));
	const items = Array.from(noise, (_, i): LiftItem => {
		const words = { format: 'brief', pages: 1, section: -1, topics: [], authors: [] } as const;
		return {
			...words,
			issue: Math.floor(i / 10),
			position: (i % 10) + 1,
			reach: 1000,
			clickers: 1
		};
	});
	const residual = noise.map((z, i) => {
		const centred = Math.log((i % 10) + 1) - 1.51;
		const side = items[i]!.issue < 25 ? -0.5 : 0.5;
		return 0.3 * z - side * steeper * centred + side * rise;
	});
	// the issue's own effect is fitted to the same items, and nearly takes their mean
	const taken = Float64Array.from({ length: issues }, (_, issue) => {
		const own = residual.subarray(issue * 10, issue * 10 + 10);
		return own.reduce((sum, one) => sum + one, 0) / 0.09 / (10 / 0.09 + 40);
	});
	const layouts = layoutsOf(
		items,
		{
			residual: residual.map((one, i) => one - taken[Math.floor(i / 10)]!),
			precision: noise.map(() => 1 / 0.09),
			issuePrecision: new Float64Array(issues).fill(10 / 0.09 + 40)
		},
		issues
	);
	return [...layouts].flatMap((layout, i) => (i > 0 && layout !== layouts[i - 1] ? i : []));
}

test('positions that come to be worth something else → one cut, where they did', () => {
	const result = cuts(60, 0.5, 1);
	expect(result).toHaveLength(1);
	expect(Math.abs(result[0]! - 25)).toBeLessThanOrEqual(2);
});

test('positions that stay worth what they are → hardly ever a cut', () => {
	const histories = Array.from({ length: 60 }, (_, seed) => cuts(60, 0, seed));
	expect(histories.filter((one) => one.length > 0).length).toBeLessThanOrEqual(7);
});

test('all items are clicked more for good → hardly ever a cut: positions stay worth what they are', () => {
	const histories = Array.from({ length: 60 }, (_, seed) => cuts(60, 0, seed, 0.8));
	expect(histories.filter((one) => one.length > 0).length).toBeLessThanOrEqual(7);
});

test('a history of a few issues → one layout', () => {
	expect(cuts(7, 0, 1)).toEqual([]);
	expect([
		...layoutsOf(
			[],
			{
				residual: new Float64Array(),
				precision: new Float64Array(),
				issuePrecision: new Float64Array()
			},
			0
		)
	]).toEqual([]);
});
