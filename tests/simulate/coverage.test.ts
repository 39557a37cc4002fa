import { fitLift, type LiftFit } from '#lib/measure/lift/lift.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import { selectedEstimates, within } from '#lib/measure/lift/selection.ts';
import { expect, test } from 'vitest';
import { dealt } from '../combinations.ts';
import { simulateCounts, type Counts, type CountOptions } from './counts.ts';
import { heldIn, type Case } from './held.ts';
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

/** What is said of topics in issues from one to before another. */
function estimatesIn(fit: LiftFit, from: number, to: number) {
	const period = {
		isOfPeriod: (issue: number) => issue >= from && issue < to,
		isAsked: null,
		kindOf: () => -1
	};
	const why = fit.topics.map(({ why }) => why);
	return selectedEstimates(within(fit, 'topics', period, seeded(1)), why, seeded(1), 10);
}

/** The share of intervals that hold the truth: of topics, of items, and of topics in the last issues. */
function coverage(changes: Partial<CountOptions>, archives: number, last: number) {
	const held = { topics: [0, 0], items: [0, 0], last: [0, 0] };
	let [narrowed, always] = [0, 0];
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

		const estimates = estimatesIn(fit, input.issues - last, input.issues);
		const estimated = estimates.flatMap(({ enough }, topic) => (enough ? [topic] : []));
		const truths = estimated.map((topic) =>
			truthOf(counts, topic, input.issues - last, input.issues)
		);
		estimated.forEach((topic, i) => tell('last', holds(estimates[topic]!, truths[i]!)));
		narrowed += kendall(
			estimated.map((topic) => estimates[topic]!.lift!),
			truths
		);
		always += kendall(
			estimated.map((topic) => fit.topics[topic]!.lift!),
			truths
		);
	}
	const share = (of: keyof typeof held) => held[of][0]! / held[of][1]!;
	return { topics: share('topics'), items: share('items'), last: share('last'), narrowed, always };
}

test.each([
	['a usual archive', {}, 20, 13],
	['8 issues', { issues: 8 }, 40, 4],
	['5 items an issue', { items: 5, issues: 100 }, 20, 26],
	['60 items an issue', { items: 60, issues: 24, reach: 6000 }, 6, 8],
	['200 issues with a change of layout', { issues: 200, layout: 0.6 }, 4, 26]
])('%s → nine in ten intervals hold the truth', (_, changes, archives, last) => {
	const result = coverage(changes, archives, last);
	expect(result.topics).toBeGreaterThan(0.83);
	expect(result.topics).toBeLessThan(0.97);
	expect(result.items).toBeGreaterThan(0.86);
	expect(result.items).toBeLessThan(0.93);
	expect(result.last).toBeGreaterThan(0.83);
});

const long = { issues: 100 };
const sectioned = { issues: 80, topicSd: 0.3 };

test.each([
	['a quarter of topics', { change: 0.7 }, 0.88],
	['half of all topics', { change: 1, changeEvery: 2 }, 0.88],
	['all of them slowly', { drift: 0.4 }, 0.85]
])(
	'%s change → told of the last issues, and better than by all of history',
	(_, changes, least) => {
		const result = coverage({ ...changes, issues: 100 }, 20, 13);
		expect(result.last).toBeGreaterThan(least);
		expect(result.narrowed).toBeGreaterThan(result.always);
	}
);

// small, fixed versions of `tests/bench/coverage.ts`
const changes: [string, Case, number, number][] = [
	['no topic', { options: { issues: 60 }, last: 13 }, 12, 0.88],
	[
		'no topic, but how readily all issues are clicked,',
		{ options: { rise: 0.5, topics: 3, changeEvery: 3 }, last: 13 },
		30,
		0.88
	],
	[
		'a quarter of topics, and how readily all issues are clicked,',
		{ options: { ...long, rise: 0.5, change: 0.4 }, last: 13 },
		12,
		0.88
	],
	[
		'half of all topics, much',
		{ options: { ...long, change: 1, changeEvery: 2 }, last: 13 },
		20,
		0.85
	],
	[
		'half of all topics, a little',
		{ options: { ...long, change: 0.4, changeEvery: 2 }, last: 13 },
		20,
		0.87
	],
	['all of them, slowly', { options: { ...long, drift: 0.4 }, last: 13 }, 30, 0.86],
	['all of them, hardly', { options: { ...long, drift: 0.2 }, last: 13 }, 30, 0.86],
	['all of them, in few issues', { options: { issues: 12, drift: 0.4 }, last: 4 }, 60, 0.86],
	[
		'all of them, in many issues',
		{ options: { issues: 350, items: 8, drift: 0.4 }, last: 26 },
		60,
		0.85
	],
	['one topic in a section', { options: sectioned, sections: { more: 0.6, topics: 1 } }, 12, 0.86],
	['all topics in a section', { options: sectioned, sections: { spread: 0.3 } }, 24, 0.86],
	// less than its items can tell: docs/method.md, limits
	[
		'all topics in a section, a little',
		{ options: sectioned, sections: { spread: 0.15 } },
		40,
		0.8
	],
	[
		'all topics in every section',
		{ options: sectioned, sections: { spread: 0.3, everywhere: true } },
		12,
		0.86
	]
];

test.each(dealt(1, changes, 2))(
	'%s changed → about nine in ten intervals hold the truth',
	(_, one, archives, least) => {
		const result = Array.from({ length: archives }, (_, seed) => heldIn(one, seed + 1)).flat();
		const inside = result.filter(({ low, high, truth }) => low <= truth && truth <= high);
		expect(inside.length / result.length).toBeGreaterThan(least);
	}
);

test('no topic changes → a period of a long history is told hardly less surely than all of it', () => {
	const options = { issues: 350, items: 8 };
	const widthOf = (one: Case) => {
		const result = Array.from({ length: 6 }, (_, seed) => heldIn(one, seed + 1)).flat();
		return result.reduce((sum, { low, high }) => sum + high - low, 0) / result.length;
	};
	expect(widthOf({ options, last: 26 })).toBeLessThan(1.4 * widthOf({ options }));
});

test('a topic that does better in one section → told of it there, and of no other', () => {
	const one = { options: sectioned, sections: { more: 0.6, topics: 1 } };
	const apart = Array.from({ length: 8 }, (_, seed) => {
		const [there, elsewhere] = [0, 1].map((asked) =>
			heldIn({ ...one, asked }, seed + 1).find(({ topic }) => topic === 0)!
		);
		return there!.mean - elsewhere!.mean;
	});
	const mean = apart.reduce((sum, one) => sum + one, 0) / apart.length;
	expect(mean).toBeGreaterThan(0.4);
	expect(mean).toBeLessThan(0.7);
});

test('all issues are clicked more by half for good → lifts of issues say so, and no layout changed', () => {
	const logOf = ({ lift }: { lift: number | null }) => Math.log(lift!);
	const mean = (logs: readonly number[]) => logs.reduce((sum, one) => sum + one, 0) / logs.length;
	const rises = Array.from({ length: 8 }, (_, seed) => {
		const fit = fitLift(simulateCounts({ rise: 0.5 }, seed + 1).input, { seed: 1, draws: 10 });
		expect(new Set(fit.layouts).size).toBe(1);
		const logs = fit.issues.map(logOf);
		return mean(logs.slice(30)) - mean(logs.slice(0, 30));
	});
	expect(mean(rises)).toBeGreaterThan(0.4);
	expect(mean(rises)).toBeLessThan(0.55);
});

test('few items of ten clickers each, all alike → no interval claims to know them to a few per cent', () => {
	const options = { issues: 26, items: 1, topics: 2, topicSd: 0, itemSd: 0, reach: 500 };
	const widths = Array.from({ length: 20 }, (_, seed) => {
		const fit = fitLift(simulateCounts(options, seed + 1).input, { seed: 1, draws: 10 });
		return Math.min(...fit.items.map(({ low, high }) => Math.log(high! / low!)));
	});
	expect(Math.min(...widths)).toBeGreaterThan(0.3);
});
