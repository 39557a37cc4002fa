import { afterAll, beforeAll, expect, test } from 'vitest';
import { clearSide } from '#lib/findings/certainty.ts';
import { happenings } from '#lib/server/alerts/happenings.ts';
import { annotationsOf } from '#lib/server/figures/annotations.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { everything } from '#lib/filters/filters.ts';
import { publicationOf, type Publication } from '#lib/server/figures/publications.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { forecastFigures } from '#lib/server/forecast/forecasts.ts';
import { lookBackFigures } from '#lib/server/forecast/look-back.ts';
import { nextFigures } from '#lib/server/forecast/next.ts';
import { SUBJECT_TESTS } from '../simulate/sample/subject-tests.ts';
import { sampleTruth } from '../simulate/sample-truth.ts';
import { sampleDatabase } from './sample-database.ts';

// What the sample tells on its pages is what was planted in it.

let sample: Awaited<ReturnType<typeof sampleDatabase>>;
let publication: Publication;
const truth = sampleTruth();

beforeAll(async () => {
	sample = await sampleDatabase();
	publication = await publicationOf(sample.db, 'sample');
});
afterAll(() => sample.close());

test('clicks by bots → a share that people believe', async () => {
	const { clicks } = await verdictFigures(sample.db, publication, everything);
	expect(clicks.machine / clicks.all).toBeGreaterThan(0.15);
	expect(clicks.machine / clicks.all).toBeLessThan(0.25);
});

test('two authors, one of whom is clicked more → in that order, and clearly', async () => {
	const { authors } = await authorFigures(sample.db, publication, everything);
	expect(authors.map(({ author }) => author)).toEqual(truth.authors.map(({ author }) => author));
	const [first, second] = authors;
	expect(first!.low!).toBeGreaterThan(second!.high!);
});

test('a topic that rose with a new hand → its lift since then is that much above the one before', async () => {
	const { topic, since, factor } = truth.changing;
	const lift = async (filters: object) => {
		const { topics } = await topicFigures(sample.db, publication, { ...everything, ...filters });
		return topics.find((one) => one.topic === topic)!.lift!;
	};
	const rise = (await lift({ from: since })) / (await lift({ to: since }));
	expect(rise).toBeGreaterThan(factor / 1.3);
	expect(rise).toBeLessThan(factor * 1.3);

	// advice is of now: what held before the change is no reason to cover it less
	const { topics } = await topicFigures(sample.db, publication, { ...everything, from: since });
	const now = topics.find((one) => one.topic === topic)!;
	expect(now.covered).not.toBe('over');
	expect(now.next!).toBeGreaterThan(1.1);
});

test('advice on the coming issue → what one more item may get lies on that side', async () => {
	const { topics } = await nextFigures(sample.db, publication);
	const advised = topics.filter(({ covered }) => covered !== null);
	expect(advised.length).toBeGreaterThan(0);
	for (const { covered, nextLow, nextHigh } of advised)
		expect(covered === 'under' ? nextLow! > 1 : nextHigh! < 1).toBe(true);
});

test('the latest twelve issues → a line of each topic that moves, not a point', async () => {
	const { rolling } = await topicFigures(sample.db, publication, { ...everything, last: 12 });
	const drawn = rolling.map(({ points }) => points.filter(({ value }) => value !== null).length);
	expect(Math.max(...drawn)).toBeGreaterThanOrEqual(4);
});

test('readers of one channel who like a topic more → first among its groups, and clearly', async () => {
	const { topic, channel } = truth.changing;
	const { affinities } = await topicReaderFigures(sample.db, publication, everything);
	const groups = affinities.filter((row) => row.by === 'channel' && row.topic === topic);
	const best = groups.toSorted((a, b) => (b.lift ?? 0) - (a.lift ?? 0))[0]!;
	expect(best.group).toBe(channel);
	expect(best.low!).toBeGreaterThan(1);
});

test('notes of what changed → there from the first start, on its days', async () => {
	const notes = await annotationsOf(sample.db, publication);
	expect(notes.map(({ date }) => date)).toContain(truth.changing.since);
	expect(notes.length).toBe(4);
});

test('subjects tried in two versions → the better one clearly ahead, and no other', async () => {
	const { versions } = await issueListFigures(sample.db, publication, everything);
	expect(versions).toHaveLength(2 * SUBJECT_TESTS.length);
	for (const { number, factor, other } of SUBJECT_TESTS) {
		const second = versions.find((one) => one.number === number && one.subject?.endsWith(other))!;
		expect(clearSide(second)).toBe(factor > 1 ? 'above' : null);
		expect(second.lift!).toBeGreaterThan(factor / 1.25);
		expect(second.lift!).toBeLessThan(factor * 1.25);
	}
});

test('a sponsor behind its guarantee → among what deserves attention', async () => {
	const happened = await happenings(sample.db, publication, Date.UTC(2026, 10, 23));
	expect(happened.map(({ kind }) => kind)).toContain('guaranteeBehind');
	// clicks were guaranteed, and clicks are what the page of sponsors holds against them
	const { placements } = await sponsorFigures(sample.db, publication, everything);
	for (const { kind, facts, path } of happened)
		if (kind === 'guaranteeBehind') {
			const row = placements.find(({ id }) => path === `/sponsors/${id}`)!;
			expect(facts.clicks).toBe(row.clicks);
			expect(row.clicks!).toBeLessThan(row.guaranteed!);
		}
});

test('forecasts looked back upon → 90% intervals that hold for nine items in ten', async () => {
	const { items } = await lookBackFigures(sample.db, publication);
	expect(items!.n).toBeGreaterThan(100);
	expect(items!.within90).toBeGreaterThan(0.82);
	expect(items!.within90).toBeLessThan(0.97);
});

test('the draft of the next issue → a forecast that is kept, for each item and in all', async () => {
	const { forecasts } = await forecastFigures(sample.db, publication);
	expect(forecasts).toMatchObject([{ number: 178, outcome: null, hindsight: false }]);
	const [{ items, total }] = forecasts as [(typeof forecasts)[number]];
	expect(items).toHaveLength(8);
	expect(items.filter(({ role }) => role === 'sponsor')).toHaveLength(1);
	for (const { low, expected, high } of items) {
		expect(low!).toBeLessThan(expected!);
		expect(expected!).toBeLessThan(high!);
	}
	expect(total.expected!).toBeGreaterThan(400);
	expect(total.low!).toBeLessThan(total.high!);
});
