import { beforeAll, expect, test } from 'vitest';
import { overview as overviewCommand } from '../../src/cli/overview.ts';
import type { Call } from '../../src/cli/command.ts';
import { keyRows } from '#lib/columns/key-figures.ts';
import { createFormats } from '#lib/messages/format.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import {
	keyedOf,
	keyedPages,
	type WithKeyFigures,
	type KeyedPage
} from '#lib/server/figures/keyed.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { localDate } from '#lib/server/local-date.ts';
import { makeReport } from '#lib/server/report/make.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import type { Publication } from '#lib/server/store/publications.ts';
import { exported } from '../../src/routes/p/[publication]/export.csv/exported.ts';
import { sampleDatabase } from './sample-database.ts';

// What the key figures of each page are compared with, and where they are not.

const NOW = Date.parse('2026-11-27T20:00:00Z');

let db: Db;
let publication: Publication;

beforeAll(async () => {
	const sample = await sampleDatabase();
	db = sample.db;
	publication = await publicationMeant(db, 'sample');
	return sample.close;
});

const asks = (page: KeyedPage, filters: Partial<Filters>) =>
	keyedOf(page, db, publication, { ...everything, ...filters }, NOW);
const rowsOf = ({ keyFigures, window = 0 }: WithKeyFigures) =>
	keyRows(keyFigures ?? {}, { window, currency: publication.currency }, createFormats('en', 'UTC'));

const comparisons = [null, 'before', 'year', 'none', '2026-01-05..2026-03-29'];

test.each(keyedPages)(
	'a change in %s → from what the other period says of itself',
	async (name) => {
		let changes = 0;
		for (const compare of comparisons) {
			const asked = await asks(name, { from: '2026-06-01', to: '2026-08-31', compare });
			const { compared } = asked;
			if (compared.from === null || compared.to === null) continue;
			const [from, to] = [compared.from, compared.to].map((at) => localDate(at, publication.zone));
			const other = await asks(name, { from: from!, to: to!, compare: 'none' });
			const own = new Map(rowsOf(other).map((row) => [row.figure, row.value]));
			for (const { figure, value, before, change, low, high, why, per } of rowsOf(asked)) {
				if (why !== null) expect([before, change, low, high]).toEqual([null, null, null, null]);
				if (before === null) continue;
				// who is engaged at the end of days of which the last has no issue is told by the audience
				// the other period by itself says its sums alone
				if (per === undefined && (name !== 'overview' || figure !== 'engaged'))
					expect([figure, before]).toEqual([figure, own.get(figure)]);
				changes++;
				expect(change).toBeCloseTo(value! - before, 9);
				if (low !== null) expect(low <= change! && change! <= high!).toBe(true);
			}
		}
		expect(changes).toBeGreaterThan(0);
	}
);

test('a figure on several pages → the same change', async () => {
	for (const compare of comparisons)
		for (const filters of [{ last: 12 }, { from: '2026-06-01', to: '2026-08-31' }]) {
			const asked = { ...filters, compare };
			const overview = await overviewFigures(db, publication, { ...everything, ...asked }, NOW);
			const issues = await issueListFigures(db, publication, { ...everything, ...asked });
			const audience = await audienceFigures(db, publication, { ...everything, ...asked }, NOW);
			const channels = await channelFigures(db, publication, { ...everything, ...asked }, NOW);
			const { engaged, ...shared } = overview.keyFigures;
			expect(issues.keyFigures).toEqual(shared);
			expect(engaged).toMatchObject(audience.keyFigures!.engaged!);
			expect(channels.keyFigures.joined).toEqual(audience.keyFigures!.joined);
		}
});

test.each([
	[{ compare: 'none', last: 12 }, null],
	[{}, 'first'],
	[{ compare: 'year' }, 'overlap'],
	[{ last: 12, compare: '2026-10-01..2026-10-31' }, 'overlap'],
	[{ last: 12, compare: '1999-01-01..1999-12-31' }, 'noOther'],
	[{ from: '2031-01-01' }, 'noData']
] as const)('%j → no figure has a change, and each says why: %s', async (filters, why) => {
	for (const name of keyedPages) {
		const asked = await asks(name, filters);
		for (const row of rowsOf(asked)) {
			expect([name, row.figure, row.change, row.before]).toEqual([name, row.figure, null, null]);
			expect([name, row.figure, row.why]).toEqual([
				name,
				row.figure,
				row.value === null ? null : why
			]);
		}
	}
});

test('a period after all data → no days of it are told', async () => {
	const beyond = { ...everything, from: '2031-01-01' };
	expect(await channelFigures(db, publication, beyond, NOW)).toMatchObject({
		noData: 'period',
		period: null
	});
	const { period } = await audienceFigures(db, publication, beyond, NOW);
	expect(period).toBeNull();
});

test('unequal numbers of issues → sums do not compare and say so, means still may', async () => {
	const filters = { ...everything, last: 3, compare: '2026-07-01..2026-08-31' };
	const { compared, keyFigures } = await topicFigures(db, publication, filters);
	expect(compared.issues).toBeGreaterThan(3);
	for (const { change, why } of [keyFigures.items, keyFigures.itemClickers, keyFigures.topics])
		expect([change, why]).toEqual([null, 'unequal']);
	expect(keyFigures.itemRate.why).not.toBe('unequal');
});

/** Two stretches of unequal numbers of issues. */
const eight = { from: '2026-07-01', to: '2026-08-31' };
const thirteen = { from: '2026-03-01', to: '2026-05-31' };
const asDates = ({ from, to }: typeof eight) => `${from}..${to}`;

test.each(['topics', 'items', 'sections', 'authors', 'sponsors', 'editorial', 'verdicts'] as const)(
	'unequal numbers of issues → %s say what their sums come to per issue, and the opposite the other way round',
	async (name) => {
		const now = await asks(name, { ...eight, compare: asDates(thirteen) });
		const then = await asks(name, { ...thirteen, compare: asDates(eight) });
		expect([now.compared.sums, then.compared.sums]).toEqual(['unequal', 'unequal']);
		const back = new Map(rowsOf(then).map((row) => [row.figure, row]));
		const rows = rowsOf(now);
		// every sum that does not compare has its mean, and nothing else has one
		const sums = rows.filter(({ why }) => why === 'unequal').map(({ figure }) => figure);
		const means = rows.filter(({ per }) => per !== undefined);
		expect(means.map(({ per }) => per)).toEqual(sums);
		expect(means.length).toBeGreaterThan(0);
		for (const { figure, per, value, before, change, low } of means) {
			const other = back.get(figure)!;
			expect([figure, before]).toEqual([figure, other.value]);
			expect(change).toBeCloseTo(-other.change!, 9);
			expect(low).toBeCloseTo(-other.high!, 9);
			// topics of an issue are not a part of those of all, and a mean of clickers is of those that are known
			if (!['items', 'placements', 'cost', 'value', 'fees'].includes(per!)) continue;
			const sum = rows.find((row) => row.figure === per)!.value!;
			expect(value).toBeCloseTo(sum / then.compared.issues!, 9);
		}
	}
);

test('sums that compare, and nothing to compare → nothing is said per issue', async () => {
	for (const compare of ['before', 'none'])
		for (const name of keyedPages) {
			const rows = rowsOf(await asks(name, { last: 12, compare }));
			expect([name, rows.filter(({ per }) => per !== undefined)]).toEqual([name, []]);
		}
});

test('what a sum comes to per issue → the same in a command, a file and a report as on its page', async () => {
	const formats = createFormats('en', publication.zone);
	const filters = { ...everything, ...eight, compare: asDates(thirteen) };
	const rows = rowsOf(await topicFigures(db, publication, filters)).filter(
		({ per }) => per !== undefined
	);
	expect(rows.map(({ figure, label }) => [figure, label])).toEqual([
		['topicsPerIssue', 'Topics, per issue'],
		['itemsPerIssue', 'Items, per issue'],
		['itemClickersPerIssue', 'Clickers of items, per issue']
	]);
	const options = { publication: 'sample', page: 'topics', ...eight, compare: asDates(thirteen) };
	const call = { args: [], options, locale: 'en', db: async () => db } as unknown as Call;
	const answer = (await overviewCommand.run(call))!.json as Record<string, unknown>[];
	expect(answer.filter(({ per }) => per !== undefined)).toMatchObject(
		rows.map(({ figure, value, before, change, low, high }) => ({
			figure,
			value,
			before,
			change,
			low,
			high
		}))
	);
	const { table } = await exported['topics-key-figures']!(db, publication, filters, NOW, formats);
	const made = { kind: 'editorial', part: 'topics', name: null, locale: 'en', filters } as const;
	const report = await makeReport(db, publication, made, NOW);
	for (const { label, value, change, low, high } of rows) {
		expect(table.rows.find(([what]) => what === label)!.slice(1, 5)).toEqual([
			value,
			change,
			low,
			high
		]);
		expect(report.keyFigures.find((one) => one.label === label)).toMatchObject({
			value,
			change,
			low,
			high
		});
	}
});

test('a year in which deliveries were counted otherwise → rates are not compared, and it says so', async () => {
	const { keyFigures } = await overviewFigures(
		db,
		publication,
		{ ...everything, last: 12, compare: 'year' },
		NOW
	);
	expect(keyFigures.delivered).toMatchObject({ change: null, before: null, why: 'basis' });
	expect(keyFigures.clickRate).toMatchObject({ change: null, before: null, why: 'basis' });
	// what readers who opened did does not rest on who was reached
	expect(keyFigures.clicksPerOpener.change).not.toBeNull();
	expect(keyFigures.clicksPerOpener.low).not.toBeNull();
	// clicks are known for less than ninety days then
	expect(keyFigures.engaged).toMatchObject({ change: null, why: 'window' });

	const asked = { kind: 'management', name: null, locale: 'en' } as const;
	const filters = { ...everything, last: 12, compare: 'year' };
	const { findings } = await makeReport(db, publication, { ...asked, filters }, NOW);
	expect(findings[0]).toContain('deliveries were counted differently');
});

test('key figures by command, file and report → those of the page', async () => {
	const formats = createFormats('en', publication.zone);
	for (const compare of comparisons) {
		const filters = { ...everything, last: 12, compare };
		const rows = rowsOf(await overviewFigures(db, publication, filters, NOW));
		const options = { publication: 'sample', last: '12', ...(compare && { compare }) };
		const call = { args: [], options, locale: 'en', db: async () => db } as unknown as Call;
		const answer = await overviewCommand.run(call);
		expect(answer!.json).toMatchObject(
			rows.map(({ figure, value, change, low, high, why }) => ({
				figure,
				value,
				change,
				low,
				high,
				why
			}))
		);
		const { table } = await exported['key-figures']!(db, publication, filters, NOW, formats);
		expect(table.rows.map(([what, value, change]) => [what, value, change])).toEqual(
			rows.map(({ label, value, change }) => [label, value, change])
		);
		const report = await makeReport(
			db,
			publication,
			{ kind: 'management', name: null, locale: 'en', filters },
			NOW
		);
		expect(report.keyFigures).toMatchObject(
			rows.map(({ label, value, change, low, high }) => ({ label, value, change, low, high }))
		);
	}
});
