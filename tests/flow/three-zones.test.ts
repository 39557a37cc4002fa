import { DAY } from '#lib/duration.ts';
import { expect, test } from 'vitest';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { changePublication } from '#lib/server/store/publications.ts';
import { below, pick, seeded } from '../simulate/random.ts';
import { newWorkspace } from './publication.ts';

// The same files in publications of three zones. Everything is reckoned again from the rows of the
// files, by `Intl` alone: each reader, each day and each cent has to agree.

const NOW = Date.parse('2025-07-01T00:00:00Z');
const CHANNELS = ['Salon', 'Site', 'Presse'];
const random = seeded(11, 'three zones');
const first = Date.parse('2025-01-15T00:00:00Z');
/** An instant, in full seconds, more often than not near a midnight of one of the zones. */
const at = (days: number) => first + below(random, days) * DAY + below(random, 86_400) * 1000;

const readers = Array.from({ length: 240 }, (_, i) => {
	const joined = at(110);
	return {
		address: `reader${i}@example.org`,
		channel: pick(random, [...CHANNELS, '']),
		joined,
		left: random() < 0.35 ? joined + 3 * DAY + below(random, 60 * 86_400) * 1000 : null
	};
});
type Reader = (typeof readers)[number];

/** Sent in the evening of UTC: on Saturday or Sunday, by the zone. */
const issues = Array.from({ length: 13 }, (_, i) => ({
	number: i + 1,
	sentAt: Date.parse('2025-01-18T23:20:00Z') + i * 7 * DAY
}));
const stays = ({ joined, left }: Reader, at: number) =>
	joined < at && (left === null || left > at + DAY);

/** One click a reader and issue, an hour or more after it: nothing that a rule could doubt. */
const clicks = issues.flatMap(({ number, sentAt }) =>
	readers.flatMap((reader) => {
		const when = sentAt + 3_600_000 + below(random, 60 * 3600) * 1000;
		if (!stays(reader, when) || random() > 0.3) return [];
		return [{ number, reader, at: when, path: pick(random, ['story', 'other', 'offer']) }];
	})
);
const sales = Array.from({ length: 80 }, () => {
	const reader = pick(random, readers);
	const when = reader.joined + 2 * DAY + below(random, 50 * 86_400) * 1000;
	return { reader, at: when, cents: 500 + below(random, 9000) };
});
const spending = CHANNELS.slice(0, 2).flatMap((channel) =>
	Array.from({ length: 5 }, (_, i) => {
		const from = first + i * 24 * DAY + below(random, 5) * DAY;
		return {
			channel,
			from: iso(from),
			to: iso(from + below(random, 18) * DAY),
			cents: 1000 + below(random, 30_000)
		};
	})
);
const placements = issues.map(({ number }) => ({
	number,
	sponsor: pick(random, ['Ondine', 'Ferro']),
	cents: 10_000 + below(random, 9999)
}));

function iso(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}
const utc = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const units = (cents: number) => (cents / 100).toFixed(2);
const file = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);

const files = {
	'subscribers.csv': file(
		'Email,Subscribed at (UTC),Unsubscribed at (UTC),Channel,Status',
		...readers.map(({ address, joined, left, channel }) =>
			[
				address,
				utc(joined),
				left ? utc(left) : '',
				channel,
				left ? 'unsubscribed' : 'active'
			].join()
		)
	),
	'campaigns.csv': file(
		'Campaign,Subject,Sent at (UTC),Delivered',
		...issues.map(({ number, sentAt }) => `Tide ${number},Tide ${number},${utc(sentAt)},200`)
	),
	'clicks.csv': file(
		'Email,Date (UTC),Event,Link,Campaign',
		...clicks.map(
			({ reader, at, number, path }) =>
				`${reader.address},${utc(at)},click,https://example.com/${number}/${path},Tide ${number}`
		)
	),
	...Object.fromEntries(
		issues.map(({ number }) => [
			`tide-${number}.md`,
			file(
				`---\ntitle: "Tide ${number}"\nnumber: ${number}\n---\n\n## News\n`,
				`### [A story of week ${number}](https://example.com/${number}/story)\n\nA word on it, and on the weather.\n`,
				`### [Another one of week ${number}](https://example.com/${number}/other)\n\nA word on it, and on the weather.\n`,
				`## Offer\n\n### [An offer of week ${number}](https://example.com/${number}/offer)\n\nIn partnership with a house.\n`
			)
		])
	),
	'spend.csv': file(
		'Channel,From,To,Spend,Currency',
		...spending.map(({ channel, from, to, cents }) =>
			[channel, from, to, units(cents), 'EUR'].join()
		)
	),
	'sales.csv': file(
		'Email,Date (UTC),Revenue,Currency',
		...sales.map(({ reader, at, cents }) => [reader.address, utc(at), units(cents), 'EUR'].join())
	),
	'placements.csv': file(
		'Sponsor,Issue,Link,Fee,Currency',
		...placements.map(({ sponsor, number, cents }) =>
			[sponsor, number, `https://example.com/${number}/offer`, units(cents), 'EUR'].join()
		)
	)
};

/** Days on which clocks change in one of the zones lie at the edges and within. */
const periods: [from: string, to: string][] = [
	['2025-02-01', '2025-03-08'],
	['2025-03-09', '2025-03-29'],
	['2025-03-30', '2025-04-13'],
	['2025-02-10', '2025-03-30'],
	['2025-03-10', '2025-03-10']
];

/** The cents of a statement that fall on days of a period, each day having its even share of all till then. */
function centsWithin(
	{ from, to, cents }: (typeof spending)[number],
	[first, last]: [string, string]
) {
	const days = (Date.parse(to) - Date.parse(from)) / DAY + 1;
	const until = (date: number) =>
		Math.floor((cents * Math.min(Math.max((date - Date.parse(from)) / DAY + 1, 0), days)) / days);
	return until(Date.parse(last)) - until(Date.parse(first) - DAY);
}

test.each(['Europe/Paris', 'America/Los_Angeles', 'Asia/Kolkata'])(
	'audience, channels and sponsors in %s → to the reader and the cent as reckoned from the rows',
	async (zone) => {
		const workspace = await newWorkspace();
		const { id, slug, name } = await workspace.publication();
		await changePublication(workspace.db, id, {
			slug,
			name,
			language: 'en',
			currency: 'EUR',
			zone
		});
		for (const receipt of await workspace.take(files))
			expect(receipt).toMatchObject({ rejected: 0 });
		const publication = await workspace.publication();
		const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
		const dayOf = (at: number) => format.format(at);

		for (const period of periods) {
			const [from, to] = period;
			const filters: Filters = { ...everything, from, to };
			const within = (at: number | null) => at !== null && dayOf(at) >= from && dayOf(at) <= to;

			const audience = await audienceFigures(workspace.db, publication, filters, NOW);
			expect(audience.joined).toBe(readers.filter(({ joined }) => within(joined)).length);
			expect(audience.left).toBe(readers.filter(({ left }) => within(left)).length);
			const firstDay = iso(Date.parse(to) - 89 * DAY);
			const engaged = new Set(
				clicks
					.filter(({ at }) => dayOf(at) >= firstDay && dayOf(at) <= to)
					.map(({ reader }) => reader)
					.filter(({ left }) => left === null || dayOf(left) > to)
			);
			expect(audience.engagedReaders).toBe(engaged.size);
			for (const { month, joined, left } of audience.months) {
				const of = (at: number | null) => within(at) && dayOf(at!).startsWith(month);
				expect([month, joined]).toEqual([month, readers.filter((one) => of(one.joined)).length]);
				expect([month, left]).toEqual([month, readers.filter((one) => of(one.left)).length]);
			}

			const { channels, asOf, spendSince, dataUpTo } = await channelFigures(
				workspace.db,
				publication,
				filters,
				NOW
			);
			const lastClick = clicks
				.map(({ at }) => dayOf(at))
				.sort()
				.at(-1);
			expect([asOf, dataUpTo].map((at) => dayOf(at!))).toEqual([lastClick, lastClick]);
			expect(dayOf(spendSince!)).toBe(spending.map(({ from }) => from).sort()[0]);
			for (const channel of CHANNELS) {
				const row = channels.find((one) => one.channel === channel);
				const own = readers.filter((one) => one.channel === channel && within(one.joined));
				const sold = sales.filter(({ reader, at }) => reader.channel === channel && within(at));
				const spent = spending
					.filter((one) => one.channel === channel)
					.reduce((sum, one) => sum + centsWithin(one, period), 0);
				expect([channel, row?.joined ?? 0, row?.value ?? 0, row?.spend ?? 0]).toEqual([
					channel,
					own.length,
					sold.reduce((sum, { cents }) => sum + cents, 0),
					spent
				]);
			}

			const sponsors = await sponsorFigures(workspace.db, publication, filters);
			const sent = issues.filter(({ sentAt }) => within(sentAt));
			const shown = placements.filter(({ number }) => sent.some((one) => one.number === number));
			expect(sponsors.placements.map((one) => [one.issue, one.fee, one.clickers]).sort()).toEqual(
				shown
					.map(({ number, cents }): [string, number, number] => {
						const own = clicks.filter((one) => one.number === number && one.path === 'offer');
						return [String(number), cents, own.length];
					})
					.sort()
			);
		}
	}
);
