import { expect, test } from 'vitest';
import { Z90 } from '../stats/normal.ts';
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

test('all topics drift, their means over all time taken out → most intervals hold where they are now', () => {
	let inside = 0;
	for (let seed = 1; seed <= 40; seed++) {
		const normal = normals(seeded(seed + 100));
		const levels = Array.from({ length: TOPICS }, () => {
			let level = 0;
			const walk = Array.from({ length: ISSUES + 1 }, () => (level += 0.05 * normal()));
			const usual = walk.slice(0, ISSUES).reduce((sum, one) => sum + one, 0) / ISSUES;
			return walk.map((one) => one - usual);
		});
		const { mean, variance } = drifted((topic, issue) => levels[topic]![issue]!, seed);
		levels.forEach((own, topic) => {
			const off = Math.abs(own[ISSUES]! - mean[topic]!);
			if (off < Z90 * Math.sqrt(variance[topic]!)) inside++;
		});
	}
	expect(inside / (40 * TOPICS)).toBeGreaterThan(0.84);
});
