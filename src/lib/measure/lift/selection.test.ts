import { expect, test } from 'vitest';
import { liftChange, liftChanges } from './change-of-lift.ts';
import { cutOf } from './cuts.ts';
import type { Estimate } from './estimate.ts';
import { fitLift } from './lift.ts';
import type { LiftItem } from './lift-input.ts';
import { selectedEstimates, within, withinEstimate } from './selection.ts';
import { fillNormal, poisson, seeded } from '../stats/random.ts';

const ISSUES = 40;

/**
 * Eight items an issue, two of each of four topics; items differ by 0.2, topics as planted.
 *
 * @param isKnown whether the items of an issue are
 */
function archive(
	planted: (topic: number, issue: number) => number,
	isKnown: (issue: number) => boolean = () => true
) {
	const random = seeded(5);
	const own = new Float64Array(ISSUES * 8);
	fillNormal(own, random);
	const items = Array.from({ length: ISSUES * 8 }, (_, i): LiftItem => {
		const issue = Math.floor(i / 8);
		// each topic stands in every position
		const topic = (i + issue) % 4;
		return {
			issue,
			reach: 4000,
			position: (i % 8) + 1,
			format: 'brief',
			pages: 1,
			section: -1,
			topics: [topic],
			authors: [],
			clickers: poisson(100 * Math.exp(planted(topic, issue) + 0.2 * own[i]!), random)
		};
	});
	const known = items.filter(({ issue }) => isKnown(issue));
	const input = { items: known, issues: ISSUES, sections: 0, topics: 4, authors: 0 };
	return fitLift(input, { seed: 1, draws: 100 });
}

const period = (from: number, to: number) => ({
	isOfPeriod: (issue: number) => issue >= from && issue < to,
	isAsked: null,
	kindOf: () => -1
});

const inside = (fit: ReturnType<typeof archive>, from: number, to: number) =>
	within(fit, 'topics', period(from, to), seeded(1));
const log = (lift: number | null) => Math.log(lift!);

test('a topic that rose → its rise, in the period; the others do not seem to fall', () => {
	const fit = archive((topic, issue) => (topic === 0 && issue >= 20 ? 0.8 : 0));
	const late = inside(fit, 30, 40);
	const early = inside(fit, 0, 10);
	const rise = log(withinEstimate(late, 0).lift) - log(withinEstimate(early, 0).lift);
	expect(rise).toBeGreaterThan(0.7);
	expect(rise).toBeLessThan(0.9);
	for (const topic of [1, 2, 3])
		expect(
			Math.abs(log(withinEstimate(late, topic).lift) - log(withinEstimate(early, topic).lift))
		).toBeLessThan(0.1);
});

test('no topic that moved → the estimate of a period is that of all time, hardly less certain', () => {
	const fit = archive((topic) => topic / 4);
	const part = inside(fit, 30, 40);
	fit.topics.forEach(({ lift, low, high }, topic) => {
		const result = withinEstimate(part, topic);
		expect(Math.abs(log(result.lift) - log(lift))).toBeLessThan(0.1);
		expect(log(result.high) - log(result.low)).toBeLessThan(2 * (log(high) - log(low)));
	});
});

test('a topic that rose → its rise is not noise of the items; none that rose → all of it is', () => {
	const noiseOf = (rise: number) =>
		inside(
			archive((topic, issue) => (topic === 0 && issue >= 20 ? rise : 0)),
			30,
			40
		).noise;
	expect(noiseOf(0)).toBeCloseTo(1, 1);
	// items of a topic that rose by 0.8 scattered by 0.4 around its mean, and others by 0.2 and chance
	expect(noiseOf(0.8)).toBeLessThan(0.7);
	expect(noiseOf(0.8)).toBeGreaterThan(0.4);
});

test('a selection of everything → no deviation, and the digits of all time', () => {
	const fit = archive((topic, issue) => (topic === 0 && issue >= 20 ? 0.8 : 0));
	const whole = inside(fit, 0, ISSUES);
	expect(whole.added).toBeNull();
	fit.topics.forEach(({ lift, low, high }, topic) =>
		expect(withinEstimate(whole, topic)).toMatchObject({ lift, low, high })
	);
});

test('the same selection → the same digits', () => {
	const fit = archive((topic, issue) => (topic === 0 && issue >= 20 ? 0.8 : 0));
	expect(withinEstimate(inside(fit, 30, 40), 0)).toEqual(withinEstimate(inside(fit, 30, 40), 0));
});

test('a period without items → too few items, of every topic', () => {
	const fit = archive((topic) => topic / 4);
	const why = fit.topics.map(({ why }) => why);
	const estimates = selectedEstimates(inside(fit, 50, 60), why, seeded(1), 100);
	expect(estimates.map(({ why }) => why)).toEqual(Array(4).fill('fewItems'));
});

const cut = (selected: Partial<Parameters<typeof cutOf>[0]>, most = 8) =>
	cutOf(
		{
			issue: Int32Array.from({ length: 40 }, (_, item) => item),
			issues: 40,
			isOfPeriod: () => true,
			isAsked: null,
			kindOf: () => -1,
			...selected
		},
		most
	);

test('a period → history is cut where it begins and ends, and about as long elsewhere', () => {
	const result = cut(period(20, 30))!;
	expect([...result.partOf].filter((part) => part === 0)).toHaveLength(10);
	expect(new Set(result.partOf).size).toBe(4);
	expect(result.unions).toEqual([[2, 0, 3], [0, 3], [3]]);
});

test('a section → each of the others may differ by itself; all of them → no cut at all', () => {
	const isAsked = (item: number) => item % 4 === 0;
	const result = cut({ isAsked, kindOf: (item) => item % 4 })!;
	expect(result.unions).toEqual([[0], [1], [2], [3]]);
	expect(cut({ isAsked: () => true })).toBeNull();
});

test('a section within a period → a deviation of its own over all time, and one more in the period', () => {
	const isAsked = (item: number) => item % 2 === 0;
	const result = cut({ ...period(20, 40), isAsked })!;
	expect(result.unions.slice(0, 2)).toEqual([[0], [0, 1]]);
	const asked = [...result.partOf].flatMap((part, item) => (part === 0 ? [item] : []));
	expect(asked).toEqual([20, 22, 24, 26, 28, 30, 32, 34, 36, 38]);
});

const isNumber = ({ enough, lift, low, high, low50, high50, above }: Estimate) =>
	!enough || [lift, low, high, low50, high50, above].every(Number.isFinite);

test.each<[string, (issue: number) => boolean]>([
	['all issues', () => true],
	['all but the last seven', (issue) => issue < 33],
	['all but the first five and the last', (issue) => issue > 4 && issue < 39],
	['every fifth missing', (issue) => issue % 5 > 0],
	['half a year missing', (issue) => issue < 10 || issue > 30]
])('items of %s, any selection → estimates and changes are numbers', (_, isKnown) => {
	const fit = archive((topic, issue) => (topic === 0 && issue >= 20 ? 0.8 : 0), isKnown);
	const why = fit.topics.map(({ why }) => why);
	const random = seeded(3);
	const below = (n: number) => Math.floor(random() * n);
	const spans = Array.from({ length: 8 }, () => [below(41), below(41), below(41), below(41)]);
	spans.push([0, 40, 0, 40], [1, 40, 0, 1], [39, 40, 38, 39], [40, 40, 0, 40], [0, 1, 1, 40]);
	for (const [from, to, start, end] of spans)
		for (const isAsked of [null, (item: number) => item % 3 === 0, () => false]) {
			const selected = { ...period(from!, to!), isAsked, kindOf: (item: number) => item % 3 };
			const part = within(fit, 'topics', selected, seeded(1));
			const estimates = selectedEstimates(part, why, seeded(1), 20);
			const points = estimates.map((_, topic) => withinEstimate(part, topic));
			const isOfOther = (issue: number) => issue >= start! && issue < end!;
			const changes = liftChanges(fit, 'topics', { ...selected, isOfOther }, seeded(1));
			const moved = estimates.map((_, topic) => liftChange(changes, topic, 1.2));
			expect([...estimates, ...points, ...moved].every(isNumber)).toBe(true);
		}
});
