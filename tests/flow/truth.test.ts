import { expect, test } from 'vitest';
import { topicsFinding } from '#lib/findings/topics.ts';
import { everything } from '#lib/filters/filters.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { simulate } from '../simulate/archive.ts';
import { PROXY } from '../simulate/columns.ts';
import { plainFiles, titleOf, type Plain } from '../simulate/plain-files.ts';
import { clickersByItem, kendall } from '../simulate/tally.ts';
import { newWorkspace } from './publication.ts';

const archive = simulate({ issues: 14, readers: 900, topics: 8, itemSd: 0.2, clickRate: 0.04 }, 5);
const planted = clickersByItem(archive);
const all: Plain = {
	as: 'events',
	deliveries: true,
	opens: true,
	resolution: 'second',
	subscribers: true
};

async function imported(plain: Partial<Plain>) {
	const workspace = await newWorkspace();
	await workspace.take(plainFiles(archive, { ...all, ...plain }));
	const now = await workspace.publication();
	const { topics } = await topicFigures(workspace.db, now, everything);
	const items = await workspace.items();
	const verdicts = await verdictFigures(workspace.db, now, everything);
	return { topics, items, verdicts };
}

type Imported = Awaited<ReturnType<typeof imported>>;

/** How far figures are from what was planted. */
function compared({ topics, items }: Imported) {
	const lift = new Map(archive.topics.map(({ name, lift }) => [name, lift]));
	const estimated = topics.filter(({ enough }) => enough);
	const clickers = new Map(archive.items.map((_, i) => [titleOf(i), planted[i]!]));
	const off = items.reduce(
		(n, { title, clickers: n2 }) => n + Math.abs(n2! - clickers.get(title)!),
		0
	);
	return {
		estimated: estimated.length,
		tau: kendall(
			estimated.map((topic) => topic.lift!),
			estimated.map(({ topic }) => lift.get(topic)!)
		),
		inside: estimated.filter(
			({ topic, low, high }) => low! <= lift.get(topic)! && lift.get(topic)! <= high!
		).length,
		// distance of all items' clickers from the planted ones, as a share of these
		off: off / planted.reduce((sum, n) => sum + n, 0),
		items: items.length
	};
}

const scanned = archive.clicks.maker.filter((maker) => maker !== 0).length;
const proxied = archive.opens.maker.filter((maker) => maker === PROXY).length;

test('an archive as one table of events → the planted effects', async () => {
	const result = await imported({});
	const { estimated, tau, inside, off, items } = compared(result);
	expect({ estimated, items }).toEqual({ estimated: 8, items: archive.items.length });
	expect(tau).toBeGreaterThan(0.7);
	expect(inside).toBeGreaterThanOrEqual(6);
	expect(off).toBeLessThan(0.03);

	const { clicks, opens } = result.verdicts;
	expect(clicks.machine / scanned).toBeCloseTo(1, 1);
	expect(opens.machine).toBeGreaterThan(0.4 * proxied);
});

test('clicks without deliveries, opens or instants of sending → the planted order as well', async () => {
	const result = await imported({ deliveries: false, opens: false, subscribers: false });
	const { estimated, tau, off } = compared(result);
	expect(estimated).toBe(8);
	expect(tau).toBeGreaterThan(0.7);
	expect(off).toBeLessThan(0.03);
	expect(result.items.every(({ basis }) => basis === 'unknown')).toBe(true);
	expect(result.verdicts.unassessed.map(({ rule }) => rule)).toContain('beforeReading');
});

test('a listmonk archive, without instants of sending → proxies are told by its first wave of opens', async () => {
	const { verdicts } = await imported({ as: 'listmonk', subscribers: false });
	const byProxy = verdicts.opens.reasons.find(({ reason }) => reason === 'privacyProxy');
	// not before the sixth issue
	expect(byProxy!.n).toBeGreaterThan(0.4 * proxied);
	expect(verdicts.unassessed.find(({ rule }) => rule === 'privacyProxy')?.why).toBe('fewSends');
});

test('an archive with days alone → scanners are found by what they cover, and nobody is taken for a proxy', async () => {
	const result = await imported({ resolution: 'day' });
	const { clicks, opens } = result.verdicts;
	expect(clicks.reasons.map(({ reason }) => reason).sort()).toEqual(['coverage', 'none']);
	expect(clicks.machine / scanned).toBeCloseTo(1, 1);
	expect(opens.reasons.map(({ reason }) => reason)).not.toContain('privacyProxy');
	expect(compared(result).off).toBeLessThan(0.1);
});

test('counts alone, with machines among them and no footer link → an order, and no lift', async () => {
	const { topics, items } = await imported({ as: 'counts', subscribers: false });
	const ranked = topics.filter(({ rank }) => rank !== null);
	expect(ranked).toHaveLength(8);
	for (const row of [...ranked, ...items]) {
		expect(row.why).toBe('unfiltered');
		expect([row.lift, row.low, row.high, row.above]).toEqual([null, null, null, null]);
	}
	expect(ranked.every(({ covered, change }) => covered === null && change === null)).toBe(true);
	expect(topicsFinding(topics)).toEqual({ key: 'finding.unfiltered.ranked', values: {} });

	const lift = new Map(archive.topics.map(({ name, lift }) => [name, lift]));
	expect(
		kendall(
			ranked.map((topic) => -topic.rank!),
			ranked.map(({ topic }) => lift.get(topic)!)
		)
	).toBeGreaterThan(0.6);
	expect(items.every(({ basis }) => basis === 'count')).toBe(true);
});
