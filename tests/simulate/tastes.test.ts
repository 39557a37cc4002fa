import { affinity } from '#lib/measure/topics/affinity.ts';
import { chosenIssues } from '#lib/measure/topics/clicked-items.ts';
import type { Effect } from '#lib/measure/stats/observed.ts';
import { Z90 } from '#lib/measure/stats/normal.ts';
import { overlaps } from '#lib/measure/topics/overlap.ts';
import { expect, test } from 'vitest';
import { simulate } from './archive.ts';
import { clickedItems } from './clicked.ts';
import type { Options } from './options.ts';

const clearly = ({ mean, sd }: Effect) => (mean > Z90 * sd ? 1 : mean < -Z90 * sd ? -1 : 0);

function affinitiesOf(changes: Partial<Options>, seed: number) {
	const archive = simulate(changes, seed);
	const { channel } = archive.readers;
	const { topics, channels } = archive.options;
	return affinity(chosenIssues(clickedItems(archive)), topics, channels, (r) => channel[r]!);
}

function overlapsOf(changes: Partial<Options>, seed: number) {
	const archive = simulate(changes, seed);
	return overlaps(
		chosenIssues(clickedItems(archive)),
		archive.topics.map((_, topic) => topic)
	);
}

test('channels without tastes of their own → hardly any seems to have one', () => {
	const effects = [1, 2].flatMap((seed) =>
		affinitiesOf({}, seed)
			.flat()
			.flatMap(({ effect }) => effect ?? [])
	);
	expect(effects.length).toBe(2 * 60);
	// one in ten, drawn towards none
	expect(effects.filter(clearly).length).toBeLessThanOrEqual(0.1 * effects.length);
});

test('a channel that likes a topic by half as much again → found, by about that much, and no other channel is', () => {
	const [first, ...others] = affinitiesOf({ channelTaste: Math.log(1.5) }, 1);
	const liked = first![0]!.effect!;
	expect(clearly(liked)).toBe(1);
	// against all readers, a fifth of whom are its own
	expect(Math.exp(liked.mean)).toBeGreaterThan(1.1);
	expect(Math.exp(liked.mean)).toBeLessThan(1.6);
	for (const other of others) expect(clearly(other[0]!.effect!)).toBeLessThanOrEqual(0);
});

test('topics liked independently → hardly any pair seems related, in issues that carry both', () => {
	const effects = [1, 2].flatMap((seed) =>
		overlapsOf({ taste: 0 }, seed).flatMap(({ effect }) => effect ?? [])
	);
	expect(effects.length).toBe(2 * 66);
	expect(effects.filter(clearly).length).toBeLessThanOrEqual(0.1 * effects.length);
	expect(effects.reduce((sum, { mean }) => sum + mean, 0) / effects.length).toBeCloseTo(0, 1);
});

test('two topics that the same readers like → clearly related, and more than any other pair', () => {
	const pairs = overlapsOf({ taste: 0.95, kin: true }, 1);
	const kin = pairs.find(({ topics }) => topics.join() === '0,1')!;
	expect(clearly(kin.effect!)).toBe(1);
	expect(Math.max(...pairs.map(({ effect }) => effect!.mean))).toBe(kin.effect!.mean);
});

test('topics clicked by four readers → no affinity and no overlap', () => {
	const items = [1, 2, 3].map((issue) => ({
		issue,
		topics: [issue % 2],
		readers: Int32Array.of(1, 2, 3, 4)
	}));
	const issues = chosenIssues(items);
	expect(affinity(issues, 2, 1, () => 0)[0]!.map(({ effect }) => effect)).toEqual([null, null]);
	expect(overlaps(issues, [0, 1]).map(({ effect }) => effect)).toEqual([null]);
});
