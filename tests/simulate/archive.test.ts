import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { simulate, type Archive } from './archive.ts';
import { HUMAN, PROXY, SCANNER } from './columns.ts';
import { clickersByItem, kendall, reachByIssue } from './tally.ts';

/** τ between the planted topic lifts and clickers over what `expect` says would be usual. */
function agreement(archive: Archive, usual: (item: number) => number): number {
	const clickers = clickersByItem(archive);
	const reach = reachByIssue(archive);
	const result = archive.topics.map((_, topic) => {
		let seen = 0;
		let expected = 0;
		archive.items.forEach(({ topics, issue }, i) => {
			if (!topics.includes(topic)) return;
			seen += clickers[i]!;
			expected += reach[issue]! * usual(i);
		});
		return seen / expected;
	});

	const planted = archive.topics.map(({ lift }) => lift);
	return kendall(result, planted);
}

function digest({ topics, issues, items, links, ...columns }: Archive): string {
	const hash = createHash('sha256').update(JSON.stringify({ topics, issues, items, links }));
	const { deliveries, opens, clicks, departures, readers } = columns;
	for (const part of [deliveries, opens, clicks, departures, readers]) {
		for (const column of Object.values(part)) {
			if (ArrayBuffer.isView(column)) hash.update(column as Uint8Array);
		}
	}
	return hash.digest('hex');
}

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

test('the same seed → the same archive; another seed → another', () => {
	const small = { issues: 12, readers: 400 };

	expect(digest(simulate(small, 1))).toBe(digest(simulate(small, 1)));
	expect(digest(simulate(small, 1))).not.toBe(digest(simulate(small, 2)));
});

test('clickers by topic → in the planted order once positions are known, far from it before', () => {
	const raw: number[] = [];
	const known: number[] = [];

	for (const seed of SEEDS) {
		const archive = simulate({}, seed);
		const { items, issues } = archive;
		raw.push(agreement(archive, () => 1));
		known.push(
			agreement(archive, (i) =>
				Math.exp(items[i]!.positionEffect + issues[items[i]!.issue]!.effect)
			)
		);
	}

	// the goal's own figures: raw rate about 0.4, a good model about 0.92
	expect(mean(raw)).toBeLessThan(0.55);
	expect(mean(known)).toBeGreaterThan(0.88);
});

test('shares of prompt people, scanners and proxies asked for → the shares there are', () => {
	const { readers, clicks, opens, deliveries } = simulate({}, 3);
	const share = (flags: Uint8Array) => flags.reduce((n, flag) => n + flag, 0) / flags.length;

	expect(share(readers.scanned)).toBeCloseTo(0.03, 1);
	expect(share(readers.proxied)).toBeCloseTo(0.45, 1);
	expect(share(readers.prompt)).toBeCloseTo(0.3, 1);

	const sentTo = (flags: Uint8Array) => deliveries.reader.filter((reader) => flags[reader]).length;
	const madeBy = ({ maker }: { maker: Uint8Array }, who: number) =>
		maker.filter((m) => m === who).length;

	// a scanner clicks each of the 15 links of nearly each mail; a proxy opens nearly each once
	expect(madeBy(clicks, SCANNER) / sentTo(readers.scanned) / 15).toBeCloseTo(0.97, 1);
	expect(madeBy(opens, PROXY) / sentTo(readers.proxied)).toBeCloseTo(0.97, 1);
});

test('equal topics with a favourite that leads → it has the most clicks, and every lift is 1', () => {
	const archive = simulate({ topicSd: 0, favouriteLeads: 0.8, twoTopics: 0 }, 5);
	const { items, topics } = archive;
	const clickers = clickersByItem(archive);
	const rate = topics.map((_, topic) => {
		const own = items.flatMap((item, i) => (item.topics.includes(topic) ? [clickers[i]!] : []));
		return mean(own);
	});

	expect(topics.every(({ lift }) => lift === 1)).toBe(true);
	expect(Math.max(...rate)).toBe(rate[0]);
	expect(items.some(({ position, topics: [topic] }) => topic === 0 && position > 6)).toBe(true);
});

test('a click, an open or a departure → not before its delivery, nor after the export', () => {
	const until = Date.UTC(2025, 2, 1);
	const { issues, clicks, opens, departures } = simulate({ issues: 8, readers: 500, until }, 9);

	for (const { issue, at } of [clicks, opens, departures]) {
		at.forEach((instant, i) => expect(instant).toBeGreaterThanOrEqual(issues[issue[i]!]!.sentAt));
	}
	for (const { at } of [clicks, opens, departures]) {
		at.forEach((instant) => expect(instant).toBeLessThanOrEqual(until));
	}
});

test('fast readers → most click three links within ten seconds, and all are people', () => {
	const { clicks, readers } = simulate({ issues: 10, fastShare: 0.2, scannerShare: 0 }, 4);
	const byReader = new Map<number, number[]>();
	clicks.reader.forEach((reader, i) => {
		if (readers.fast[reader])
			byReader.set(reader, [...(byReader.get(reader) ?? []), clicks.at[i]!]);
	});

	const bursts = [...byReader.values()].filter((times) => {
		times.sort((a, b) => a - b);
		return times.some((at, i) => times[i + 2]! - at <= 10_000);
	});
	expect(clicks.maker.every((maker) => maker === HUMAN)).toBe(true);
	expect(bursts.length / byReader.size).toBeGreaterThan(0.5);
});

function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
