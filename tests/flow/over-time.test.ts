import { expect, test } from 'vitest';
import { everything } from '#lib/filters/filters.ts';
import { issueFigures } from '#lib/server/figures/content/issue.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { topicFigures, type TopicFigures } from '#lib/server/figures/content/topics.ts';
import { simulate } from '../simulate/archive.ts';
import { plainFiles } from '../simulate/plain-files.ts';
import { newWorkspace } from './publication.ts';

// lift is against the publication's usual: of few topics, one that rises lets the others fall
// topic 1 rises to two and a half times halfway, from files alone
const archive = simulate(
	{ issues: 40, items: 8, readers: 500, topics: 9, clickRate: 0.05, itemSd: 0.2, change: 0.9 },
	11
);
const plain = {
	as: 'events',
	deliveries: true,
	opens: false,
	resolution: 'second',
	subscribers: false
} as const;

let figures: TopicFigures;
let stands: Awaited<ReturnType<typeof issueFigures>>['stands'];
let first: typeof stands;

test('an archive of events → forty issues', async () => {
	const workspace = await newWorkspace();
	await workspace.take(plainFiles(archive, plain));
	const publication = await workspace.publication();
	figures = await topicFigures(workspace.db, publication, everything);
	const { issues } = await issueListFigures(workspace.db, publication, everything);
	({ stands } = await issueFigures(workspace.db, publication, issues[0]!.id));
	expect(issues).toHaveLength(40);
	({ stands: first } = await issueFigures(workspace.db, publication, issues.at(-1)!.id));
});

test('a topic that rose halfway → said to have risen, when and by how much, and no other', () => {
	const changed = figures.topics.filter(({ change }) => change);
	expect(changed.map(({ topic }) => topic)).toEqual(['Topic 1']);

	const { at, factor, low, high } = changed[0]!.change!;
	const planted = archive.issues[20]!.sentAt;
	expect(Math.abs(at - planted)).toBeLessThan(4 * 7 * 86_400_000);
	expect(low).toBeLessThan(factor);
	expect(factor).toBeGreaterThan(1.5);
	expect(high).toBeLessThan(3.5);
});

test('a topic that rose → its lines rise, by quarter and over twelve weeks', () => {
	for (const lines of [figures.lines, figures.rolling]) {
		const points = lines.find(({ topic }) => topic === 'Topic 1')!.points;
		const known = points.filter(({ value }) => value !== null);
		expect(known.length).toBeGreaterThanOrEqual(3);
		expect(known.at(-1)!.value!).toBeGreaterThan(1.3 * known[0]!.value!);
		for (const { low, value, high } of known) {
			expect(low!).toBeLessThan(value!);
			expect(value!).toBeLessThan(high!);
		}
	}
});

test('a topic before the next issue → its items in the last two are counted', () => {
	const last = archive.items.filter(({ issue }) => issue >= 38);
	for (const { topic, before } of figures.topics) {
		const index = archive.topics.findIndex(({ name }) => name === topic);
		expect(before).toBe(last.filter(({ topics }) => topics.includes(index)).length);
	}
});

test('a topic clearly above average → under-covered; one clearly below → over-covered', () => {
	for (const { covered, low, high, nextLow, nextHigh } of figures.topics) {
		if (covered === 'under') expect(Math.min(low!, nextLow!)).toBeGreaterThan(1);
		if (covered === 'over') expect(Math.max(high!, nextHigh!)).toBeLessThan(1);
	}
	expect(figures.topics.some(({ covered }) => covered !== null)).toBe(true);
});

test('an issue’s clickers → explained by parts that multiply to them', () => {
	const factor = (name: string) => stands.find(({ of }) => of === name)!.factor;
	const parts = factor('reach') * factor('positions') * factor('topics') * factor('rest');
	expect(parts).toBeCloseTo(factor('clickers'), 6);
	for (const { factor, low, high, within } of stands) {
		expect(low).toBeLessThan(1);
		expect(high).toBeGreaterThan(1);
		expect(within).toBe(factor >= low && factor <= high);
	}
});

test('the first issue → nothing to compare it with', () => {
	expect(first).toEqual([]);
});
