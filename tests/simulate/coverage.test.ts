import { fitLift } from '#lib/measure/lift/lift.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import {
	chosenAmounts,
	deviationHabits,
	deviations,
	groupEvidence,
	selectedEstimates
} from '#lib/measure/lift/selection.ts';
import { expect, test } from 'vitest';
import { simulateCounts, type Counts, type CountOptions } from './counts.ts';
import { kendall } from './tally.ts';

type Interval = { enough: boolean; low: number | null; high: number | null };

const holds = ({ low, high }: Interval, log: number) =>
	low! <= Math.exp(log) && Math.exp(log) <= high!;

/** Mean log effect of a topic over its items from one issue to before another, against usual. */
function truthOf({ input, effects, usual }: Counts, topic: number, from: number, to: number) {
	const own = input.items.filter(
		({ topics, issue }) => topics[0] === topic && issue >= from && issue < to
	);
	return own.reduce((sum, { issue }) => sum + effects[topic]![issue]!, 0) / own.length - usual;
}

/** The share of intervals that hold the truth: of topics, of items, and of topics in the last issues. */
function coverage(changes: Partial<CountOptions>, archives: number, last: number) {
	const held = { topics: [0, 0], items: [0, 0], last: [0, 0] };
	let [within, always] = [0, 0];
	const tell = (of: keyof typeof held, inside: boolean) => {
		held[of][0]! += inside ? 1 : 0;
		held[of][1]!++;
	};

	for (let seed = 1; seed <= archives; seed++) {
		const counts = simulateCounts(changes, seed);
		const { input } = counts;
		const fit = fitLift(input, { seed: 1, draws: 10 });
		fit.topics.forEach((one, topic) => {
			if (one.enough) tell('topics', holds(one, truthOf(counts, topic, 0, input.issues)));
		});
		fit.items.forEach((one, i) => one.enough && tell('items', holds(one, counts.items[i]!)));

		const evidence = groupEvidence(
			Int32Array.from(input.items, ({ issue }) => issue),
			fit,
			input.topics,
			(item) => input.items[item]!.topics
		);
		const stretch = (to: number) => (issue: number) => issue >= to - last && issue < to;
		const alike = Array.from({ length: Math.floor(input.issues / last) }, (_, i) =>
			stretch(input.issues - i * last)
		);
		const chosen = stretch(input.issues);
		const estimates = selectedEstimates(
			fit.effects.topics,
			deviations(evidence, chosen, deviationHabits(evidence, alike)),
			chosenAmounts(evidence, chosen),
			fit.topics.map(({ why }) => why),
			seeded(1),
			10
		);
		const told = estimates.flatMap(({ enough }, topic) => (enough ? [topic] : []));
		const truths = told.map((topic) => truthOf(counts, topic, input.issues - last, input.issues));
		told.forEach((topic, i) => tell('last', holds(estimates[topic]!, truths[i]!)));
		within += kendall(
			told.map((topic) => estimates[topic]!.lift!),
			truths
		);
		always += kendall(
			told.map((topic) => fit.topics[topic]!.lift!),
			truths
		);
	}
	const share = (of: keyof typeof held) => held[of][0]! / held[of][1]!;
	return { topics: share('topics'), items: share('items'), last: share('last'), within, always };
}

test.each([
	['a usual archive', {}, 20, 13],
	['8 issues', { issues: 8 }, 40, 4],
	['5 items an issue', { items: 5, issues: 100 }, 20, 26],
	['60 items an issue', { items: 60, issues: 24, reach: 6000 }, 6, 8],
	['200 issues with a change of layout', { issues: 200, layout: 0.6 }, 4, 26]
])('%s → nine in ten intervals hold the truth', (_, changes, archives, last) => {
	const found = coverage(changes, archives, last);
	expect(found.topics).toBeGreaterThan(0.83);
	expect(found.topics).toBeLessThan(0.97);
	expect(found.items).toBeGreaterThan(0.86);
	expect(found.items).toBeLessThan(0.93);
	expect(found.last).toBeGreaterThan(0.83);
});

test('topics that change → told of the last quarter better than by all of history', () => {
	const found = coverage({ change: 0.7, issues: 100 }, 10, 13);
	expect(found.last).toBeGreaterThan(0.8);
	expect(found.within).toBeGreaterThan(found.always);
});
