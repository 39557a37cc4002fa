import { DAY } from '#lib/duration.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plainFiles, addressOf, titleOf } from '../simulate/plain-files.ts';
import { simulate } from '../simulate/archive.ts';
import { below, pick, seeded } from '../simulate/random.ts';
import { folder } from './program.ts';

const CHANNELS = ['Site', 'Partner', 'Search', 'Fair'];
const bytes = (lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
const utc = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/**
 * A simulated archive as exports, with all that figures may differ about: readers who came back, or by no
 * channel, authors, placements, spend and sales of three decimals, refunds.
 */
export function tidesFiles(seed: number) {
	const archive = simulate(
		{
			issues: 14,
			items: 7,
			fewer: 1,
			readers: 400,
			topics: 5,
			sponsorEvery: 2,
			channels: CHANNELS.length,
			foundingShare: 0.5,
			leaving: 0.015,
			clickRate: 0.06
		},
		seed
	);
	const { issues, items, links, readers } = archive;
	const random = seeded(seed, 'tides');
	const first = issues[0]!.sentAt;
	const last = issues.at(-1)!.sentAt;
	const files = plainFiles(archive, {
		as: 'events',
		deliveries: true,
		opens: true,
		resolution: 'second',
		subscribers: false
	});

	const list: string[] = [];
	for (let reader = 0; reader < readers.count; reader++) {
		const [joined, left] = [readers.joined[reader]!, readers.left[reader]!];
		const channel = random() < 0.15 ? '' : CHANNELS[readers.channel[reader]!];
		const row = (from: number, to: number) =>
			list.push(
				[
					addressOf(archive, reader),
					Number.isNaN(to) ? 'Active' : 'Unsubscribed',
					utc(from),
					Number.isNaN(to) ? '' : utc(to),
					channel
				].join()
			);
		row(joined, left);
		const back = left + (3 + below(random, 20)) * DAY;
		if (back < last && random() < 0.5) row(back, NaN);
	}

	const placed = items.flatMap(({ role, issue }, item) =>
		role === 'sponsor'
			? [
					`${pick(random, ['Ondine', 'Ferro'])},${issue + 1},${titleOf(item)},${below(random, 900)}.250`
				]
			: []
	);
	const spend = CHANNELS.slice(1).flatMap((channel) =>
		Array.from({ length: 4 }, (_, i) => {
			const from = first + (i * 25 + below(random, 9)) * DAY;
			return `${channel},${day(from)},${day(from + below(random, 24) * DAY)},${50 + below(random, 300)}.${100 + below(random, 900)}`;
		})
	);
	const sales = Array.from({ length: 90 }, (_, i) => {
		const reader = below(random, readers.count);
		const at = first + below(random, Math.floor((last - first) / DAY)) * DAY;
		const amount = `${i % 9 === 8 ? '-' : ''}${5 + below(random, 60)}.${100 + below(random, 900)}`;
		return `${addressOf(archive, reader)},${day(at)},${amount}`;
	});

	return {
		period: [day(first - 20 * DAY), day(last + 20 * DAY)] as const,
		files: {
			...files,
			'subscribers.csv': bytes(['Email,Status,Subscribed at,Unsubscribed at,Source', ...list]),
			'authors.csv': bytes([
				'url,author',
				...items.map(
					({ links: [link] }) =>
						`${links[link!]!.url},${pick(random, ['Ana Mar', 'Ben Roy', 'Cleo Sand'])}`
				)
			]),
			'placements.csv': bytes(['Sponsor,Issue,Item,Fee', ...placed]),
			'spend.csv': bytes(['Channel,From,To,Spend', ...spend]),
			'sales.csv': bytes(['Email,Date,Revenue', ...sales])
		}
	};
}

/** An inbox that holds them, with what `publication.json` says: small, for who opens many pages of it. */
export function tidesInbox(slug: string, described: object = {}): string {
	const path = folder();
	const words = { language: 'en', currency: 'TND', zone: 'Africa/Tunis' };
	const files = {
		...tidesFiles(4).files,
		'publication.json': JSON.stringify({ slug, name: 'Tides', ...words, ...described })
	};
	for (const [name, content] of Object.entries(files)) {
		const file = join(path, slug, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	return path;
}
