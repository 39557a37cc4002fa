import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnFrom, normals, poisson, seeded } from '../stats/random.ts';
import { coverage, supply } from './supply.ts';

test('a click at the bottom of an issue → weighs more than one at the top', () => {
	const [top, bottom] = supply(
		[
			{ topics: [0], clickers: 100, expected: 100 },
			{ topics: [1], clickers: 30, expected: 10 }
		],
		2
	);
	expect(top).toMatchObject({ shareOfItems: 0.5, shareOfClicks: 0.25 });
	expect(bottom).toMatchObject({ shareOfItems: 0.5, shareOfClicks: 0.75 });
});

test('an item of two topics → half for each, and shares that sum to one', () => {
	const shares = supply(
		[
			{ topics: [0, 1], clickers: 10, expected: 10 },
			{ topics: [1], clickers: 10, expected: 10 },
			{ topics: [], clickers: 99, expected: 10 }
		],
		2
	);
	expect(shares.map(({ shareOfClicks }) => shareOfClicks)).toEqual([0.25, 0.75]);
	expect(shares.map(({ shareOfItems }) => shareOfItems)).toEqual([0.25, 0.75]);
});

test('four times the items → an interval half as wide', () => {
	const items = (n: number) =>
		Array.from({ length: n }, (_, i) => ({ topics: [i % 2], clickers: 5 + (i % 3), expected: 6 }));
	const width = (n: number) => supply(items(n), 2).map(({ low, high }) => high! - low!)[0]!;
	expect(width(600) / width(2400)).toBeCloseTo(2, 1);
});

test('topics of few items or many → nine intervals in ten hold their share in the long run', () => {
	const random = seeded(7);
	const normal = normals(random);
	const topics = 6;
	const held = { few: [0, 0], many: [0, 0] };
	for (let run = 0; run < 200; run++) {
		const often = Array.from({ length: topics }, () => 0.6 * normal());
		const lifts = often.map(() => 0.4 * normal());
		const wanted = often.map((one, topic) => Math.exp(one + lifts[topic]!));
		const all = wanted.reduce((sum, one) => sum + one, 0);
		const items = Array.from({ length: 40 }, () => {
			const topic = drawnFrom(often, random);
			const clickers = poisson(40 * Math.exp(lifts[topic]! + 0.4 * normal()), random);
			return { topics: [topic], clickers, expected: 40 };
		});
		supply(items, topics).forEach(({ low, high }, topic) => {
			const n = items.filter((item) => item.topics[0] === topic).length;
			const group = held[n < 5 ? 'few' : 'many'];
			const truth = wanted[topic]! / all;
			group[1]!++;
			if (low! <= truth && truth <= high!) group[0]!++;
		});
	}
	expect(held.few[0]! / held.few[1]!).toBeGreaterThan(0.84);
	expect(held.many[0]! / held.many[1]!).toBeGreaterThan(0.86);
});

test('no items → shares of zero', () => {
	expect(supply([], 1)).toEqual([
		{ shareOfItems: null, shareOfClicks: null, low: null, high: null }
	]);
});

const tired = Object.freeze({
	factor: 0.8,
	low: 0.7,
	high: 0.9,
	below: 1,
	slope: Object.freeze({ mean: Math.log(0.8), sd: 0.05 }),
	usual: 1
});

test('a topic clearly above usual → under-covered while one more item would clearly be above', () => {
	const lift = { mean: 0.3, sd: 0.1 };
	expect(coverage(lift, null, 5).covered).toBe('under');
	expect(coverage({ mean: 0.5, sd: 0.1 }, tired, 2).covered).toBe('under');
	expect(coverage(lift, tired, 2).covered).toBe(null);
	expect(coverage(lift, tired, 3).covered).toBe(null);
	expect(coverage(lift, tired, 3).next).toBeCloseTo(Math.exp(0.3) * 0.8 ** 2, 12);
});

test('a topic clearly below usual → over-covered; an unclear one → neither', () => {
	expect(coverage({ mean: -0.3, sd: 0.1 }, null, 1).covered).toBe('over');
	expect(coverage({ mean: -0.3, sd: 0.3 }, null, 1).covered).toBe(null);
});

test('advice on a topic → the interval of one more item lies on that side', () => {
	const logs = fc.double({ min: -2, max: 2, noNaN: true });
	const sds = fc.double({ min: 0, max: 0.5, noNaN: true });
	const slopes = fc.record({ mean: fc.double({ min: -0.5, max: 0.5, noNaN: true }), sd: sds });
	fc.assert(
		fc.property(logs, sds, slopes, fc.integer({ min: 0, max: 6 }), (mean, sd, slope, recent) => {
			const { covered, low, high } = coverage({ mean, sd }, { ...tired, slope }, recent);
			if (covered === 'under') expect(low).toBeGreaterThanOrEqual(1);
			if (covered === 'over') expect(high).toBeLessThanOrEqual(1);
		})
	);
});
