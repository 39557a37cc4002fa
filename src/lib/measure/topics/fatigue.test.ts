import { expect, test } from 'vitest';
import { fatigue, recentItems } from './fatigue.ts';
import type { ObservedItem } from '../stats/observed.ts';
import { drawnFrom, fillNormal, normals, seeded } from '../stats/random.ts';

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

test('topics that tire differently in the same issues → nine intervals in ten hold, small ones too', () => {
	const random = seeded(6);
	const normal = normals(random);
	const [topics, issues, archives] = [6, 40, 40];
	let inside = 0;
	for (let run = 0; run < archives; run++) {
		// as wide as is held likely beforehand
		const spread = 0.1 * Math.abs(normal());
		const slopes = Array.from({ length: topics }, () => -0.05 + spread * normal());
		const effects = slopes.map(() => ({ mean: 0.3 * normal(), sd: 0.05 }));
		const heat = slopes.map(() => 0);
		const itemsOn = slopes.map(() => new Array<number>(issues).fill(0));
		const at = Array.from({ length: issues }, (_, issue) => issue * 7 * DAY);
		const items: ObservedItem[] = [];
		const recent: number[][] = [];
		for (let issue = 0; issue < issues; issue++) {
			heat.forEach((one, topic) => (heat[topic] = 0.7 * one + normal()));
			const before = itemsOn.map((own) => recentItems(at[issue]!, at, own));
			const drawn = Array.from({ length: 8 }, () => drawnFrom(heat, random));
			const bare = drawn.map((topic) => effects[topic]!.mean + slopes[topic]! * before[topic]!);
			// what an issue's items have in common is its own
			const usual = drawn.map((topic) => slopes[topic]! * before[topic]!);
			const level = usual.reduce((sum, one) => sum + one, 0) / usual.length;
			drawn.forEach((topic, i) => {
				itemsOn[topic]![issue]!++;
				recent.push([before[topic]!]);
				const observed = bare[i]! - level + 0.3 * normal();
				items.push({ at: at[issue]!, topics: [topic], observed, variance: 0.09 });
			});
		}
		fatigue(items, recent, effects).forEach((one, topic) => {
			if (Math.log(one!.low) < slopes[topic]! && slopes[topic]! < Math.log(one!.high)) inside++;
		});
	}
	expect(inside / (topics * archives)).toBeGreaterThan(0.85);
});

test('two topics of which one has as many more before as the other has fewer → an estimate that knows little', () => {
	const normal = normals(seeded(5));
	const rows = Array.from({ length: 40 }, (_, i) => ({ at: i >> 1, topic: i % 2 }));
	const items = rows.map(({ at, topic }) => ({
		at,
		topics: [topic],
		observed: 0.2 + 0.3 * normal(),
		variance: 0.09
	}));
	const recent = rows.map(({ at, topic }) => [topic === 0 ? at % 4 : 3 - (at % 4)]);
	for (const result of fatigue(items, recent, topics)) {
		expect(result!.low).toBeLessThan(1);
		expect(result!.high).toBeGreaterThan(1);
	}
});
