import { expect, test } from 'vitest';
import { seeded } from '#lib/measure/stats/random.ts';
import type { FitFacts } from './archive.ts';
import { fitLeague, prepared } from './kept-fit.ts';

// Archives of which only totals of links are known, with machines planted that click every link of a mail.

const topics = [0.6, 0.8, 0.9, 1.1, 1.25, 1.5];
const issues = 40;
const itemsOfIssue = 8;

/** A number drawn around a mean: Poisson, by a normal distribution where it is large. */
function poisson(mean: number, random: () => number): number {
	if (mean > 60) {
		const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
		return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
	}
	let n = -1;
	for (let product = 1; product > Math.exp(-mean); n++) product *= random();
	return n;
}

/** @param share of all clicks that are machines' @param footer links outside stories that the export counts */
function planted(share: number, footer: number, seed: number): FitFacts {
	const random = seeded(seed);
	const facts = {
		issues: [],
		items: [],
		authors: [],
		topics: topics.map((_, id) => ({ id: id + 1, names: { en: `t${id}` } })),
		topicsOfItem: new Map(),
		authorsOfItem: new Map(),
		pagesOfItem: new Map(),
		countsOfIssue: new Map()
	} as unknown as FitFacts;
	for (let issue = 1; issue <= issues; issue++) {
		// shares of machines vary from issue to issue, as queues of scanners do
		const machines = Math.round((60 * share * (0.5 + random())) / (1 - share));
		facts.issues.push({
			id: issue,
			sentAt: issue,
			title: `n${issue}`,
			rollup: { layer: 'urls', delivered: 4000 }
		} as unknown as FitFacts['issues'][number]);
		for (let position = 1; position <= itemsOfIssue; position++) {
			const id = issue * 100 + position;
			const topic = Math.floor(random() * topics.length);
			const own = Math.exp(0.15 * (random() + random() + random() - 1.5) * 2);
			const people = poisson((100 / position ** 0.5) * topics[topic]! * own, random);
			facts.items.push({
				id,
				issueId: issue,
				position,
				format: 'brief',
				role: 'editorial',
				links: 1,
				pages: 1,
				sectionId: null,
				title: `i${id}`,
				rollup: { clickers: people + machines, clicks: people + machines, shared: 0, reach: null }
			} as unknown as FitFacts['items'][number]);
			facts.topicsOfItem.set(id, [topic + 1]);
		}
		facts.countsOfIssue.set(
			issue,
			Array.from({ length: footer }, () => {
				const count = machines + poisson(-2 * Math.log(1 - random()), random);
				return { issueId: issue, clickers: count, clicks: count, outside: 1 };
			})
		);
	}
	return facts;
}

/** How many of the topics' intervals hold the planted ratio to the mean, over some archives. */
function held(share: number, footer: number) {
	const mean = topics.reduce((sum, lift) => sum + Math.log(lift), 0) / topics.length;
	let inside = 0;
	let measured = 0;
	const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
	for (const seed of seeds) {
		const kept = fitLeague(prepared(planted(share, footer, seed), 'editorial'));
		measured += Number(kept.measured);
		kept.fit!.topics.forEach(({ low, high }, topic) => {
			const truth = Math.exp(Math.log(topics[topic]!) - mean);
			if (low! <= truth && truth <= high!) inside++;
		});
	}
	return { inside: inside / (seeds.length * topics.length), measured: measured / seeds.length };
}

test.each([0.05, 0.25, 0.63])(
	'machines make %s of the clicks and footer links are counted → intervals hold the planted lifts',
	(share) => {
		const result = held(share, 6);
		expect(result.measured).toBe(1);
		expect(result.inside).toBeGreaterThan(0.8);
	}
);

test('no link but those of stories is counted, machines are many → ranks alone, and no lift', () => {
	expect(held(0.63, 0).measured).toBe(0);
});
