import { certainty } from '#lib/findings/certainty.ts';
import { liftChange, liftChanges } from '#lib/measure/lift/change-of-lift.ts';
import { fitLift } from '#lib/measure/lift/lift.ts';
import { within, withinEstimate } from '#lib/measure/lift/selection.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import { expect, test } from 'vitest';
import { dealt } from '../combinations.ts';
import { simulateCounts, type CountOptions } from './counts.ts';

/** The last so many issues, and so many before them, of which so many lie between. */
type Periods = { now: number; before: number; between?: number };

type Told = { verdict: string; truth: number; log: number; holds: boolean };

/** Archives of few topics, one of which changes. */
const few: Partial<CountOptions> = { topics: 3, changeEvery: 3, items: 8 };

/** What is said of each topic's change in one archive, with what was planted. */
function toldIn(options: Partial<CountOptions>, periods: Periods, seed: number): Told[] {
	const { input, effects } = simulateCounts(options, seed);
	const fit = fitLift(input, { seed: 1, draws: 10 });
	const from = input.issues - periods.now;
	const until = from - (periods.between ?? 0);
	const isOfPeriod = (issue: number) => issue >= from;
	const isOfOther = (issue: number) => issue < until && issue >= until - periods.before;
	const changes = liftChanges(fit, 'topics', { isOfPeriod, isOfOther, isAsked: null }, seeded(1));
	const [now, before] = [isOfPeriod, isOfOther].map((isOf) =>
		within(fit, 'topics', { isOfPeriod: isOf, isAsked: null, kindOf: () => -1 }, seeded(1))
	);
	const liftOf = (part: typeof now, topic: number) => withinEstimate(part!, topic).lift!;
	const meanOf = (topic: number, isIn: (issue: number) => boolean) => {
		const own = input.items.filter(({ topics, issue }) => topics[0] === topic && isIn(issue));
		return own.reduce((sum, { issue }) => sum + effects[topic]![issue]!, 0) / own.length;
	};
	return effects.flatMap((_, topic): Told[] => {
		const change = liftChange(changes, topic, liftOf(now, topic) / liftOf(before, topic));
		if (!change.enough) return [];
		const truth = meanOf(topic, isOfPeriod) - meanOf(topic, isOfOther);
		const [low, high] = [Math.log(change.low!), Math.log(change.high!)];
		return [
			{
				truth,
				log: Math.log(change.lift!),
				verdict: certainty(change).certainty,
				holds: low <= truth + 1e-9 && truth <= high + 1e-9
			}
		];
	});
}

const toldOf = (options: Partial<CountOptions>, periods: Periods, archives: number) =>
	Array.from({ length: archives }, (_, seed) => toldIn(options, periods, seed + 1)).flat();

const share = (told: readonly Told[], is: (one: Told) => boolean) =>
	told.filter(is).length / told.length;

const kinds: [string, Partial<CountOptions>, Periods, number][] = [
	['the last quarter of a year against the one before', {}, { now: 13, before: 13 }, 30],
	['against a year before', { issues: 120 }, { now: 13, before: 13, between: 39 }, 12],
	['few issues against few', { issues: 24, items: 20 }, { now: 4, before: 4 }, 40],
	['few issues against many', { issues: 60, items: 20 }, { now: 4, before: 40 }, 20],
	['all there is, in halves', { issues: 24 }, { now: 12, before: 12 }, 40],
	['where a quarter of topics rise', { change: 0.7 }, { now: 20, before: 20 }, 30],
	['a third of three topics rises', { ...few, change: 0.4 }, { now: 26, before: 26 }, 60],
	['where all issues rise', { ...few, rise: 0.5 }, { now: 26, before: 26 }, 40],
	['where only the layout changes', { layout: 0.6 }, { now: 30, before: 20 }, 20]
];

test.each(dealt(1, kinds, 2))(
	'%s → topics that did not change are called clear in a tenth at most',
	(_, ...asked) => {
		const told = toldOf(...asked);
		const still = told.filter(({ truth }) => Math.abs(truth) < 1e-9);
		expect(still.length).toBeGreaterThan(100);
		expect(share(still, ({ verdict }) => verdict === 'clear')).toBeLessThan(0.1);
	}
);

test.each([
	[1.65, 0.8],
	[2.7, 0.95]
])('a quarter of topics rise by %f → so many are called clear', (rise, least) => {
	const told = toldOf({ change: Math.log(rise), issues: 50 }, { now: 25, before: 25 }, 20);
	const rose = told.filter(({ truth }) => truth > 0.1);
	expect(share(rose, ({ verdict }) => verdict === 'clear')).toBeGreaterThan(least);
	expect(share(told, ({ holds }) => holds)).toBeGreaterThan(0.86);
});

test('all topics drift → 84 % of intervals and more hold how far they came', () => {
	const told = toldOf({ drift: 0.4, issues: 100 }, { now: 13, before: 13, between: 39 }, 15);
	expect(share(told, ({ holds }) => holds)).toBeGreaterThan(0.84);
});
