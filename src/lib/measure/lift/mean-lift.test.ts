import { expect, test } from 'vitest';
import { fillNormal, poisson, seeded } from '../stats/random.ts';
import { fitLift } from './lift.ts';
import type { LiftItem } from './lift-input.ts';
import { meanLift } from './mean-lift.ts';

const ISSUES = 30;

/** Two items an issue, whose own effects have a spread of 0.4; the position of the second is worth half. */
function archive(seed: number) {
	const random = seeded(seed);
	const own = new Float64Array(2 * ISSUES);
	fillNormal(own, random);
	const level = new Float64Array(ISSUES);
	fillNormal(level, random);
	const items = Array.from(own, (effect, i): LiftItem => {
		const issue = i >> 1;
		const usual = 60 * (i % 2 ? 0.5 : 1) * Math.exp(0.2 * level[issue]!);
		return {
			issue,
			reach: 4000,
			position: i % 2 ? 6 : 2,
			format: 'brief',
			pages: 1,
			section: -1,
			topics: [i % 3],
			authors: [],
			clickers: poisson(usual * Math.exp(0.4 * effect), random)
		};
	});
	const input = { items, issues: ISSUES, sections: 0, topics: 3, authors: 0 };
	return { fit: fitLift(input, { seed: 1, draws: 10 }), truth: own.map((one) => 0.4 * one) };
}

test('one item → its own lift and interval', () => {
	const { fit } = archive(1);
	const { lift, low, high, above } = fit.items[4]!;
	const mean = meanLift(fit, [4])!;
	expect(mean.lift).toBeCloseTo(lift!, 10);
	expect(mean.low).toBeCloseTo(low!, 10);
	expect(mean.high).toBeCloseTo(high!, 10);
	expect(mean.above).toBeCloseTo(above!, 10);
});

test('several items → a lift between theirs, surer than any alone', () => {
	const { fit } = archive(2);
	const indexes = [0, 7, 12, 33];
	const lifts = indexes.map((index) => fit.items[index]!.lift!);
	const mean = meanLift(fit, indexes)!;
	expect(mean.lift).toBeGreaterThan(Math.min(...lifts));
	expect(mean.lift).toBeLessThan(Math.max(...lifts));
	const width = ({ low, high }: { low: number | null; high: number | null }) =>
		Math.log(high! / low!);
	for (const index of indexes) expect(width(mean)).toBeLessThan(width(fit.items[index]!));
});

test('no item → nothing', () => {
	expect(meanLift(archive(3).fit, [])).toBeNull();
});

/** How often intervals of so many items in a row hold what was planted, over 60 archives. */
function held(n: number): number {
	let within = 0;
	let all = 0;
	for (let seed = 1; seed <= 60; seed++) {
		const { fit, truth } = archive(seed);
		const usual = truth.reduce((sum, one) => sum + one, 0) / truth.length;
		for (let from = 0; from + n <= truth.length; from += n) {
			const indexes = Array.from({ length: n }, (_, i) => from + i);
			const expected = indexes.map((index) => fit.items[index]!.expected);
			const planted =
				indexes.reduce((sum, index, i) => sum + expected[i]! * Math.exp(truth[index]! - usual), 0) /
				expected.reduce((sum, one) => sum + one, 0);
			const { low, high } = meanLift(fit, indexes)!;
			within += Number(low! <= planted && planted <= high!);
			all++;
		}
	}
	return within / all;
}

test('intervals of three items, and of ten → hold as often as those of one', () => {
	const one = held(1);
	expect(one).toBeGreaterThan(0.84);
	for (const several of [held(3), held(10)]) {
		expect(several).toBeGreaterThan(one - 0.04);
		expect(several).toBeLessThan(one + 0.06);
	}
});
