import { expect, test } from 'vitest';
import { fillNormal, seeded } from './random.ts';
import { topicTrend } from './trend.ts';

const topics = Object.freeze([
	{ mean: 0.3, sd: 0.05 },
	{ mean: -0.3, sd: 0.05 }
]);
const quarters = Object.freeze([0, 1, 2, 3].map((from) => ({ from, to: from + 1 })));

/** Twenty items a topic and quarter, whose topic 0 moves by `step` a quarter. */
function items(step: number) {
	const noise = new Float64Array(160);
	fillNormal(noise, seeded(3));
	return Array.from(noise, (z, i) => {
		const topic = i % 2;
		const at = Math.floor(i / 40);
		const mean = topics[topic]!.mean + (topic === 0 ? step * (at - 1.5) : 0);
		return { at, topics: [topic], observed: mean + 0.3 * z, variance: 0.09 };
	});
}

test('a topic that rises is seen to rise', () => {
	const [rising] = topicTrend(items(0.4), topics, quarters);
	const lifts = rising!.map(({ lift }) => Math.log(lift!));

	expect(lifts[3]! - lifts[0]!).toBeCloseTo(1.2, 0);
	expect(rising![0]!.high!).toBeLessThan(rising![3]!.low!);
});

test('topics that stand still are drawn as standing still', () => {
	for (const line of topicTrend(items(0), topics, quarters))
		for (const { lift } of line) expect(Math.log(lift! / line[0]!.lift!)).toBeCloseTo(0, 0.8);
});

test('a window with one item says nothing', () => {
	const [first] = topicTrend(items(0).slice(0, 1), topics, quarters);
	expect(first!.map(({ why }) => why)).toEqual(Array(4).fill('fewItems'));
	expect(first![0]!.items).toBe(1);
});
