import { expect, test } from 'vitest';
import { Z90 } from '../stats/normal.ts';
import { drawnFrom, normals, seeded } from '../stats/random.ts';
import { affinity } from './affinity.ts';
import { chosenIssues } from './clicked-items.ts';

const [TOPICS, ITEMS, ISSUES] = [5, 6, 16];

/** Groups of readers with tastes of their own, each of whom clicks one item of every other issue. */
function archive(sizes: readonly number[], taste: number, seed: number) {
	const random = seeded(seed);
	const normal = normals(random);
	const tastes = sizes.map(() => Array.from({ length: TOPICS }, () => taste * normal()));
	const groups = sizes.flatMap((size, group) => Array<number>(size).fill(group));
	const came = sizes.map(() => new Float64Array(TOPICS));
	const items = Array.from({ length: ISSUES }, (_, issue) => {
		const topics = Array.from({ length: ITEMS }, () => Math.floor(TOPICS * random()));
		const readers = topics.map((): number[] => []);
		groups.forEach((group, reader) => {
			if (random() < 0.5)
				readers[
					drawnFrom(
						topics.map((topic) => tastes[group]![topic]!),
						random
					)
				]!.push(reader);
		});
		sizes.forEach((_, group) => {
			const weights = topics.map((topic) => Math.exp(tastes[group]![topic]!));
			const all = weights.reduce((sum, one) => sum + one, 0);
			topics.forEach((topic, i) => (came[group]![topic]! += weights[i]! / all));
		});
		return topics.map((topic, i) => ({ issue, topics: [topic], readers: readers[i]! }));
	}).flat();
	const truth = sizes.map((_, group) =>
		Array.from({ length: TOPICS }, (_, topic) => {
			const usual = sizes.reduce((sum, size, at) => sum + size * came[at]![topic]!, 0);
			return Math.log((came[group]![topic]! * groups.length) / usual);
		})
	);
	const effects = affinity(chosenIssues(items), TOPICS, sizes.length, (reader) => groups[reader]!);
	return effects.flatMap((own, group) =>
		own.flatMap(({ effect }, topic) => (effect ? { ...effect, truth: truth[group]![topic]! } : []))
	);
}

test.each([
	[[60, 30, 15, 15], 0.2],
	[[200, 60, 40, 20, 20], 0.2],
	[[40, 40, 40, 40], 0.4]
] as const)(
	'groups of %j readers whose tastes differ → more than eight intervals in ten hold',
	(sizes, taste) => {
		const cells = Array.from({ length: 60 }, (_, seed) => archive(sizes, taste, seed + 1)).flat();
		const inside = cells.filter(({ mean, sd, truth }) => Math.abs(mean - truth) < Z90 * sd);
		expect(inside.length / cells.length).toBeGreaterThan(0.805);
	}
);

test('a group of all readers → chooses what all choose', () => {
	for (const { mean, sd } of archive([80], 0.5, 1)) {
		expect(mean).toBeCloseTo(0, 2);
		expect(sd).toBeLessThan(0.01);
	}
});
