import { DAY } from '#lib/duration.ts';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { audience as audienceCommand } from '../../src/cli/audience.ts';
import { channels as channelsCommand } from '../../src/cli/channels.ts';
import type { Call, Command } from '../../src/cli/command.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import type { ChannelRow } from '#lib/server/figures/money/channel-rows.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { changePublication, type Publication } from '#lib/server/store/publications.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { below, pick, seeded } from '../simulate/random.ts';
import { anyFilters } from './any-filters.ts';
import { exported } from '../../src/routes/p/[publication]/export.csv/exported.ts';
import { issues as issuesCommand } from '../../src/cli/issues.ts';
import { createFormats } from '#lib/messages/format.ts';
import type { IssueRow } from '#lib/server/figures/content/rows.ts';
import { times } from '../combinations.ts';
import { crawl } from './crawl.ts';
import { newWorkspace } from './publication.ts';
import { Said } from './said.ts';
import { sampleDatabase } from './sample-database.ts';
import { tidesFiles } from './tides.ts';

// One name, one number: whatever pages, the API (which answers with the same figures), commands and
// reports say under one name of one period is collected here and held against each other.

const NOW = Date.parse('2026-11-27T20:00:00Z');

let sample: Awaited<ReturnType<typeof sampleDatabase>>;
beforeAll(async () => {
	sample = await sampleDatabase();
	return sample.close;
});

const sum = <Row>(rows: readonly Row[], pickOne: (row: Row) => number | null) =>
	rows.reduce((total, row) => total + (pickOne(row) ?? 0), 0);

async function json<Row>(db: Db, command: Command, publication: Publication, filters: Filters) {
	const { from, to, last, channel, window } = filters;
	const given = {
		publication: publication.slug,
		from,
		to,
		channel,
		last: last && String(last),
		window: window && String(window)
	};
	const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
	const call = { args: [], options, locale: 'en', db: async () => db } as unknown as Call;
	return (await command.run(call))!.json as Row[];
}

async function keyFigures(
	db: Db,
	publication: Publication,
	kind: 'acquisition' | 'management',
	filters: Filters,
	now: number
) {
	const asked = { kind, name: null, filters, locale: 'en' } as const;
	const { keyFigures } = await makeReport(db, publication, asked, now);
	return (label: string) => keyFigures.find((figure) => figure.label === label)?.value;
}

async function saidOf(db: Db, publication: Publication, filters: Filters, now = NOW) {
	const said = new Said();
	const audience = await audienceFigures(db, publication, filters, now);
	const channels = await channelFigures(db, publication, filters, now);
	const overview = await overviewFigures(db, publication, filters, now);
	const issues = await issueListFigures(db, publication, filters);
	const acquisition = await keyFigures(db, publication, 'acquisition', filters, now);
	const o = { locale: 'en' } as const;

	said.add('engaged', 'audience', audience.engagedReaders);
	if (audience.engagedReaders !== null) {
		said.add('engaged', 'audience tiers', audience.tiers[0]!.readers);
		said.add('engaged', 'audience line', audience.engaged.at(-1)?.engaged);
		said.add('engaged', 'audience months', audience.months.at(-1)?.engaged);
		// of few it is not told: then no sum is all of them
		if (audience.channels.every(({ engaged }) => engaged.readers !== null))
			said.add(
				'engaged',
				'audience channels',
				sum(audience.channels, ({ engaged }) => engaged.readers)
			);
		said.add('engaged', 'acquisition report', acquisition(m['table.engaged']({}, o)));
		// an overview is of all channels, and says so
		if (overview.keyFigures.engaged && filters.channel === null) {
			said.add('engaged', 'overview', overview.keyFigures.engaged.value);
			const management = await keyFigures(db, publication, 'management', filters, now);
			said.add(
				'engaged',
				'management report',
				management(m['overview.engaged']({ n: overview.window }, o))
			);
		}
	}

	said.add('joined', 'audience', audience.joined);
	said.add(
		'joined',
		'audience months',
		sum(audience.months, ({ joined }) => joined)
	);
	said.add(
		'joined',
		'audience channels',
		sum(audience.channels, ({ joined }) => joined)
	);
	said.add('joined', 'channels', channels.joined);
	said.add('joined', 'acquisition report', acquisition(m['table.joined']({}, o)));
	type Month = { joined: number };
	const months = await json<Month>(db, audienceCommand, publication, filters);
	said.add(
		'joined',
		'audience command',
		sum(months, ({ joined }) => joined)
	);
	if (audience.left !== null) {
		said.add('left', 'audience', audience.left);
		said.add(
			'left',
			'audience months',
			sum(audience.months, ({ left }) => left)
		);
		said.add(
			'left',
			'audience channels',
			sum(audience.channels, ({ left }) => left)
		);
	}

	const command = await json<ChannelRow>(db, channelsCommand, publication, filters);
	const wholes = command.filter(({ campaign, cohort }) => campaign === null && cohort === null);
	const { paid, organic } = channels;
	for (const name of ['spend', 'value'] as const) {
		said.add(
			name,
			'channels',
			sum(channels.channels, (row) => row[name])
		);
		said.add(name, 'all that cost, and the others', (paid?.[name] ?? 0) + (organic?.[name] ?? 0));
		said.add(
			name,
			'channels command',
			sum(wholes, (row) => row[name])
		);
	}
	if (paid?.spend != null) said.add('spend', 'report', acquisition(m['table.spend']({}, o)));
	for (const row of channels.channels) {
		const name = `joined by ${row.channel}`;
		said.add(name, 'channels', row.joined);
		const own = audience.channels.find(({ channel }) => channel === row.channel);
		said.add(name, 'audience', own?.joined ?? 0);
		said.add(name, 'command', wholes.find(({ channel }) => channel === row.channel)!.joined);
	}

	for (const [place, rows] of [
		['overview', overview.issues],
		['issues', issues.issues]
	] as const)
		for (const row of rows) {
			said.add(`clickers of issue ${row.id}`, place, row.clickers);
			said.add(`delivered of issue ${row.id}`, place, row.delivered);
		}
	return said;
}

const periods: Partial<Filters>[] = [
	{},
	{ from: '2026-10-22', to: '2026-11-19' },
	{ from: '2026-03-10' },
	{ to: '2026-06-17' },
	{ last: 4 }
];

test.each(periods)('the sample, %j → no two numbers of one name differ', async (period) => {
	const publication = await publicationMeant(sample.db, 'sample');
	const said = await saidOf(sample.db, publication, { ...everything, ...period });
	expect(said.contradictions).toEqual([]);
	expect(said.alone).toEqual([]);
});

test('probable lone checks by machines → a column of issues in files, the API and commands, as bot filtering has it', async () => {
	const publication = await publicationMeant(sample.db, 'sample');
	const asked = [sample.db, publication, { ...everything, last: 20 }, NOW] as const;
	const formats = createFormats('en', 'UTC');
	const heads = ['lone', 'loneLow', 'loneHigh'].map((key) =>
		m[`table.${key as 'lone' | 'loneLow' | 'loneHigh'}`]({}, { locale: 'en' })
	);
	const columnsOf = async (name: 'issues' | 'verdict-issues') => {
		const { columns, rows } = (await exported[name]!(...asked, formats)).table;
		const places = heads.map((head) => columns.findIndex((column) => column.head === head));
		return rows.map((row) => places.map((place) => row[place]!));
	};
	const issues = await columnsOf('issues');
	expect(issues.some(([, , high]) => (high as number) > 0)).toBe(true);
	expect(issues).toEqual(await columnsOf('verdict-issues'));
	const command = await json<IssueRow>(sample.db, issuesCommand, publication, asked[2]);
	expect(
		command.map(({ lone }) => [lone?.estimate ?? null, lone?.low ?? null, lone?.high ?? null])
	).toEqual(issues);
});

const CHANNELS = ['Salon', 'Site', 'Réseaux sociaux'];
const text = (lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const utc = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** Readers who join, click, buy and leave at any hour, as UTC instants. */
function world(seed: number) {
	const random = seeded(seed, 'one number');
	const start = Date.parse('2025-01-01T00:00:00Z');
	const at = (days: number) => start + Math.floor(random() * days * 86_400) * 1000;
	const readers = Array.from({ length: 160 }, (_, i) => {
		const joined = at(260);
		return {
			address: `reader${i}@example.org`,
			channel: pick(random, [...CHANNELS, '']),
			joined,
			left: random() < 0.3 ? joined + below(random, 90) * DAY : null
		};
	});
	const clicks = Array.from({ length: 700 }, () => ({ reader: below(random, 160), at: at(280) }));
	return { readers, clicks };
}

test.each(['Europe/Paris', 'America/Los_Angeles', 'Pacific/Auckland'])(
	'a simulated archive in %s under random periods → one number each, of the days of that zone',
	async (zone) => {
		const { readers, clicks } = world(zone.length);
		const workspace = await newWorkspace();
		const { id, slug, name } = await workspace.publication();
		await changePublication(workspace.db, id, {
			slug,
			name,
			language: 'fr',
			currency: 'EUR',
			zone
		});
		const files = {
			'abonnes.csv': text([
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
			]),
			'clics.csv': text([
				'Email,Date (UTC),Event,Link,Campaign',
				...clicks.map(
					({ reader, at }, i) =>
						`${readers[reader]!.address},${utc(at)},click,https://example.com/${i % 9},Letter ${Math.floor(at / DAY / 30)}`
				)
			]),
			'depenses.csv': text([
				'Canal;Du;Au;Dépense;Devise',
				'Salon;01/03/2025;31/03/2025;310,00;EUR',
				'Réseaux sociaux;15/01/2025;14/06/2025;777,77;EUR'
			])
		};
		await workspace.take(files);
		const publication = await workspace.publication();
		const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
		const dayOf = (at: number) => format.format(at);
		const random = seeded(3, zone);

		for (let round = 0; round < 4; round++) {
			const from = dayOf(Date.parse('2025-01-20') + below(random, 100) * DAY);
			const to = dayOf(Date.parse('2025-05-01') + below(random, 120) * DAY);
			const filters = { ...everything, from, to };
			const said = await saidOf(workspace.db, publication, filters);
			expect(said.contradictions).toEqual([]);

			const audience = await audienceFigures(workspace.db, publication, filters, NOW);
			const within = (at: number | null) => at !== null && dayOf(at) >= from && dayOf(at) <= to;
			expect(audience.joined).toBe(readers.filter(({ joined }) => within(joined)).length);
			expect(audience.left).toBe(readers.filter(({ left }) => within(left)).length);
			// whoever clicked is a reader then, whatever a list says later
			const clickers = new Set(
				clicks.filter(({ at }) => dayOf(at) <= to).map(({ reader }) => reader)
			);
			const there = readers.filter(
				({ joined, left }, reader) =>
					(dayOf(joined) <= to || clickers.has(reader)) && (left === null || dayOf(left) > to)
			);
			expect(audience.months.at(-1)!.there).toBe(there.length);
			const first = dayOf(Date.parse(to) - 89 * DAY + DAY / 2 - offsetOf(to, zone));
			const engaged = new Set(
				clicks
					.filter(({ at }) => dayOf(at) >= first && dayOf(at) <= to)
					.map(({ reader }) => reader)
					.filter((reader) => {
						const { left } = readers[reader]!;
						return left === null || dayOf(left) > to;
					})
			);
			expect(audience.engagedReaders).toBe(engaged.size);
			expect(audience.engagedReaders!).toBeLessThanOrEqual(there.length);
		}
	}
);

const selections = times(1, 60);

/** Crawls all there is, and random selections of it: what two places call by one name is one number. */
async function crawlAny(
	db: Db,
	publication: Publication,
	period: readonly [string, string],
	now: number
) {
	const all = await crawl({ db, publication, filters: everything, now });
	expect(all.contradictions).toEqual([]);
	await fc.assert(
		fc.asyncProperty(await anyFilters(db, publication, period), async (filters) => {
			const said = await crawl({ db, publication, filters, now });
			expect(said.contradictions).toEqual([]);
			const { from, to, last, channel, window } = filters;
			const ofDays = { ...everything, from, to, last, channel, window };
			expect((await saidOf(db, publication, ofDays, now)).contradictions).toEqual([]);
		}),
		{ numRuns: selections, seed: 14, endOnFailure: true }
	);
	return all.shared;
}

test('the sample under random filters → pages, files, commands and reports say the same', async () => {
	const publication = await publicationMeant(sample.db, 'sample');
	const shared = await crawlAny(sample.db, publication, ['2025-08-01', '2026-12-01'], NOW);
	expect(shared).toBeGreaterThan(10_000);
});

test('a simulated archive under random filters → pages, files, commands and reports say the same', async () => {
	const workspace = await newWorkspace();
	const { id, slug, name } = await workspace.publication();
	const zone = 'America/Los_Angeles';
	await changePublication(workspace.db, id, { slug, name, language: 'en', currency: 'TND', zone });
	const { files, period } = tidesFiles(4);
	await workspace.take(files);
	await crawlAny(workspace.db, await workspace.publication(), period, Date.parse(period[1]));
});

/** How far a zone's noon is from UTC's on a date, in milliseconds. */
function offsetOf(date: string, zone: string): number {
	const noon = Date.parse(`${date}T12:00:00Z`);
	const local = new Date(noon).toLocaleString('sv-SE', { timeZone: zone });
	return Date.parse(`${local.replace(' ', 'T')}Z`) - noon;
}
