import { expect, test } from 'vitest';
import { fatigue, recentItems } from './fatigue.ts';
import { fillNormal, seeded } from '../stats/random.ts';

const DAY = 86_400_000;
const weekly = Object.freeze([0, 7, 14, 21, 28].map((day) => day * DAY));

test('recent items → those of the last two issues, or of 14 days where these are more', () => {
	const itemsOn = [1, 10, 100, 1000, 10_000];
	expect(recentItems(28 * DAY, weekly, itemsOn)).toBe(1100);
	expect(recentItems(0, weekly, itemsOn)).toBe(0);

	const daily = [0, 1, 2, 3].map((day) => day * DAY);
	expect(recentItems(4 * DAY, daily, [1, 1, 1, 1])).toBe(4);

	const monthly = [0, 30, 60].map((day) => day * DAY);
	expect(recentItems(90 * DAY, monthly, [1, 1, 1])).toBe(2);
});

/** Two topics, 200 items each, whose effect falls by `slope` for each recent item. */
function archive(slope: number) {
	const noise = new Float64Array(400);
	fillNormal(noise, seeded(2));
	const recent = Array.from(noise, (_, i) => [i % 5]);
	const items = Array.from(noise, (z, i) => {
		const observed = 0.2 + slope * recent[i]![0]! + 0.3 * z;
		return { at: Math.floor(i / 5) % 40, topics: [i < 200 ? 0 : 1], observed, variance: 0.09 };
	});
	return { items, recent };
}

const topics = Object.freeze([
	{ mean: 0.2, sd: 0.1 },
	{ mean: 0.2, sd: 0.1 }
]);

test('planted fatigue → inside its interval, which lies clearly below 1', () => {
	const { items, recent } = archive(-0.1);
	for (const result of fatigue(items, recent, topics)) {
		expect(result!.low).toBeLessThan(Math.exp(-0.1));
		expect(result!.high).toBeGreaterThan(Math.exp(-0.1));
		expect(result!.below).toBeGreaterThan(0.99);
		expect(result!.usual).toBeCloseTo(2, 6);
	}
});

test('no planted fatigue → an interval that reaches above 1', () => {
	const { items, recent } = archive(0);
	for (const result of fatigue(items, recent, topics)) expect(result!.high).toBeGreaterThan(1);
});

test('recent items that never vary → no estimate of fatigue', () => {
	const { items } = archive(0);
	expect(
		fatigue(
			items,
			items.map(() => [1]),
			topics
		)
	).toEqual([null, null]);
});
