import { expect, test } from 'vitest';
import { normals, seeded } from '../stats/random.ts';
import { topicDrift } from './topic-drift.ts';

const ISSUES = 60;
const TOPICS = 14;
const SD = 0.3;

/** What is left of an item a topic and issue: noise, and what moved of the topics that did. */
function drifted(moved: (topic: number, issue: number) => number, seed: number) {
	const normal = normals(seeded(seed));
	const items = Array.from({ length: ISSUES * TOPICS }, (_, i) => ({
		issue: Math.floor(i / TOPICS),
		topics: [i % TOPICS],
		section: null,
		authors: [],
		position: 1,
		lead: false,
		clickers: 0,
		reach: 1
	}));
	const residual = Float64Array.from(
		items,
		({ issue, topics: [topic] }) => moved(topic!, issue) + SD * normal()
	);
	const precision = new Float64Array(items.length).fill(1 / SD ** 2);
	return topicDrift(items as never, residual, precision, { topics: TOPICS, issues: ISSUES });
}

test('topics that stand still → none is said to have moved', () => {
	for (let seed = 1; seed <= 10; seed++) {
		const { mean, variance } = drifted(() => 0, seed);
		for (const one of mean) expect(Math.abs(one)).toBeLessThan(0.12);
		for (const one of variance) expect(Math.sqrt(one)).toBeLessThan(0.12);
	}
});

test('one topic of fourteen that changed for good → followed, the others left where they are', () => {
	const result = Array.from({ length: 10 }, (_, seed) =>
		// half a step up and half a step down, as what a fit over all time leaves of it
		drifted((topic, issue) => (topic === 3 ? (issue < ISSUES / 2 ? -0.35 : 0.35) : 0), seed + 1)
	);
	const followed = result.map(({ mean }) => mean[3]!);
	expect(followed.reduce((sum, one) => sum + one, 0) / followed.length).toBeGreaterThan(0.2);
	for (const { mean, variance } of result) {
		expect(Math.abs(mean[3]! - 0.35) / Math.sqrt(variance[3]!)).toBeLessThan(3);
		const others = [...mean].filter((_, topic) => topic !== 3);
		for (const one of others) expect(Math.abs(one)).toBeLessThan(0.15);
	}
});
