import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { WEEK } from '#lib/duration.ts';
import { createFormats } from '#lib/messages/format.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { bytes, table, type Files } from '../simulate/sample/table.ts';
import { nextFigures } from '#lib/server/forecast/next.ts';
import { keyWords, noteWords } from '#lib/columns/cell-words.ts';
import { keyLines } from '#lib/columns/key-figures.ts';
import { audienceLead } from '../../src/routes/p/[publication]/audience/lead.ts';
import { newWorkspace } from './publication.ts';

// Archives of which something is known for some issues, readers or placements, and nothing for the others:
// what is unknown is not none, and no sum falls where data end.

const sentAt = (issue: number) => Date.UTC(2026, 0, 8, 7) + issue * WEEK;
const written = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const campaign = (issue: number) => `Récif #${issue + 1}`;
const link = (issue: number, item: number) => `https://example.com/${issue + 1}/recif-${item + 1}`;
const reader = (i: number) => `r${i}@example.org`;
const newest = Date.UTC(2027, 0, 1);

const letters = (issues: number): Files =>
	Object.fromEntries(
		upTo(issues).map((issue) => [
			`${written(sentAt(issue)).slice(0, 10)}-recif-${issue + 1}.html`,
			bytes(
				`<!doctype html><html><head><title>${campaign(issue)}</title></head><body><h1>${campaign(issue)}</h1><h2>Sur le récif</h2>${upTo(
					4
				)
					.map(
						(item) =>
							`<h3>Histoire ${issue + 1}.${item + 1} du récif</h3><p>Ce que la marée a laissé là cette semaine. <a href="${link(issue, item)}">Lire</a></p>`
					)
					.join('')}</body></html>`
			)
		])
	);

/** Twenty readers to whom every issue is delivered, and who click each item until clicks end. */
const events = (issues: number, clicked: (issue: number) => boolean) =>
	bytes(
		table(
			['Email', 'Date', 'Event', 'Link', 'Campaign'],
			upTo(issues).flatMap((issue) =>
				upTo(20).flatMap((who) => {
					const at = (minutes: number) => written(sentAt(issue) + minutes * 60_000);
					return [
						[reader(who), at(0), 'delivered', '', campaign(issue)],
						[reader(who), at(30 + who), 'open', '', campaign(issue)],
						...(clicked(issue)
							? upTo(4).map((item) => [
									reader(who),
									at(60 + who * 11 + item * 3),
									'click',
									link(issue, item),
									campaign(issue)
								])
							: [])
					];
				})
			)
		)
	);

const places = (issues: number, priced: (issue: number) => boolean) =>
	bytes(
		table(
			['Sponsor', 'Issue', 'Link', 'Price', 'Currency', 'Guaranteed clicks'],
			upTo(issues).map((issue) => [
				'Lune',
				issue + 1,
				link(issue, 2),
				priced(issue) ? 150 : '',
				'EUR',
				30
			])
		)
	);

describe('clicks that end in the middle of a period', () => {
	let db: Db;
	let publication: Publication;
	const atEnd: (() => void)[] = [];
	/** Issues 5 to 8, of which the first two were clicked, beside 1 to 4, of which all were. */
	const filters = { ...everything, from: '2026-02-05', to: '2026-02-27' };

	beforeAll(async () => {
		const workspace = await newWorkspace((end) => atEnd.push(end));
		await workspace.take({
			'evenements.csv': events(9, (issue) => issue < 6),
			'tarifs.csv': places(8, (issue) => issue !== 6),
			...letters(9)
		});
		({ db } = workspace);
		publication = await workspace.publication();
	});
	afterAll(() => atEnd.reverse().forEach((end) => end()));

	test('sums of clickers and clicks → are not compared, but for their means per issue', async () => {
		const { keyFigures } = await itemFigures(db, publication, filters);
		expect(keyFigures.itemClickers).toMatchObject({ change: null, why: 'incomplete' });
		expect(keyFigures.itemClickers.perIssue).toMatchObject({ why: null });
		expect(keyFigures.itemClickers.perIssue!.change).toBeCloseTo(0);
		const verdicts = await verdictFigures(db, publication, filters);
		for (const figure of [verdicts.keyFigures.clicks, verdicts.keyFigures.humanClicks]) {
			expect(figure).toMatchObject({ value: 160, change: null, why: 'incomplete' });
			expect(figure.perIssue).toMatchObject({ value: 80, before: 80, change: 0 });
		}
	});

	test('clickers and fees of placements → are not compared either, while a clicker’s cost is', async () => {
		const { keyFigures } = await sponsorFigures(db, publication, filters);
		expect(keyFigures.sponsorClickers).toMatchObject({
			value: 40,
			change: null,
			why: 'incomplete'
		});
		expect(keyFigures.sponsorClickers.perIssue).toMatchObject({ value: 20, before: 20, change: 0 });
		expect(keyFigures.fees).toMatchObject({ value: 45_000, change: null, why: 'incomplete' });
		expect(keyFigures.fees.perIssue).toMatchObject({ value: 15_000, before: 15_000, change: 0 });
		expect(keyFigures.perClicker).toMatchObject({ before: 750, change: 0, why: null });
	});

	test('guarantees of placements whose clicks are unknown → may fall short, and it is said of how many', async () => {
		const next = await nextFigures(db, publication);
		// of twenty readers none clicks twice: each of six placements lacks ten of thirty clicks
		expect(next.owed).toMatchObject([{ placements: 6, owed: 60 }]);
		expect(next.untold).toBe(2);
	});

	test('as many unknown issues in both periods → the sums are compared', async () => {
		const asked = { ...everything, from: '2026-02-12', to: '2026-02-13' };
		const { keyFigures } = await itemFigures(db, publication, asked);
		expect(keyFigures.itemClickers).toMatchObject({ change: 0, why: null });
	});
});

test('totals of whole issues alone → no click is counted as judged, nor as on no page of its issue', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'campagnes.csv': bytes(
			table(
				['Campaign Name', 'Send Time', 'Total Recipients', 'Unique Clicks', 'Total Clicks'],
				upTo(6).map((issue) => [campaign(issue), written(sentAt(issue)), 400, 40, 60])
			)
		),
		...letters(6)
	});
	const [db, publication] = [workspace.db, await workspace.publication()];
	const { quality } = await overviewFigures(db, publication, everything, newest);
	expect(quality).toMatchObject({ issuesRead: 6, matchedShare: null });
	const { issues } = await issueListFigures(db, publication, everything);
	expect(issues.map(({ clickers, matchedClicks }) => [clickers, matchedClicks])).toEqual(
		upTo(6).map(() => [40, null])
	);
	const { keyFigures } = await verdictFigures(db, publication, everything);
	expect(keyFigures.clicks.value).toBe(null);
	expect(keyFigures.humanClicks.value).toBe(null);
	// positions are known: it is which item was clicked that is not
	expect((await nextFigures(db, publication)).notYet).toBe('noPages');
});

test('events of some issues and totals of the others → an overview rests on those of its topics’ lifts', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'evenements.csv': events(6, () => true),
		'liens.csv': bytes(
			table(
				['Campaign', 'URL', 'Total clicks', 'Unique clicks'],
				upTo(3).flatMap((n) => upTo(4).map((item) => [campaign(6 + n), link(6 + n, item), 9, 7]))
			)
		),
		...letters(9)
	});
	const { items, counted } = await overviewFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		newest
	);
	expect([items, counted]).toEqual([36, { items: 24, issues: 6 }]);
});

describe('lists of readers', () => {
	const joined = (i: number) => written(sentAt(0) - (40 - i) * 86_400_000);
	const audienceOf = async (rows: (string | number)[][], filters: Partial<Filters> = {}) => {
		const workspace = await newWorkspace();
		await workspace.take({
			'abonnes.csv': bytes(table(['Email', 'Joined', 'Unsubscribed at', 'Channel'], rows)),
			'evenements.csv': events(12, () => true),
			...letters(1)
		});
		return audienceFigures(
			workspace.db,
			await workspace.publication(),
			{ ...everything, ...filters },
			newest
		);
	};

	test('the first departure after some issues → nobody is said to have stayed after these', async () => {
		const figures = await audienceOf(
			upTo(20).map((i) => [
				reader(i),
				joined(i),
				// one leaves after each issue from the sixth on
				i < 7 ? written(sentAt(5 + i) + 3_600_000) : '',
				'Site'
			])
		);
		const { issues, months } = figures;
		expect(months.map(({ month, left }) => [month, left])).toEqual([
			['2025-11', null],
			['2025-12', null],
			['2026-01', null],
			['2026-02', 3],
			['2026-03', 4]
		]);
		const left = [...issues].reverse();
		expect(left.map(({ left }) => left)).toEqual([
			...upTo(5).map(() => null),
			...upTo(7).map(() => 1)
		]);
		expect(left.slice(0, 5).every(({ share }) => share === null)).toBe(true);
		// nor how many more joined than left
		expect(figures.finding.key).toBe('finding.audience.survivors');
		expect(audienceLead(figures, createFormats('en', 'UTC'))).toBe(
			'20 readers joined and 7 left in 4 months. Departures are known from 12 Feb 2026 on.'
		);
	});

	test('departures known in all of the period → how many more joined than left', async () => {
		const { finding, months } = await audienceOf(
			upTo(20).map((i) => [reader(i), joined(i), i < 11 ? written(sentAt(i + 1)) : '', 'Site']),
			{ from: '2026-01-10' }
		);
		expect(months.every(({ net }) => net !== null)).toBe(true);
		expect(finding).toMatchObject({ key: 'finding.audience.fewer', values: { n: { n: 11 } } });
	});

	test('departures of nobody, or of a time after the period → are unknown by channel, too, not none', async () => {
		const current = upTo(20).map((i) => [reader(i), joined(i), '', 'Site']);
		const survivors = await audienceOf(current);
		expect(survivors.channels).toMatchObject([{ channel: 'Site', joined: 20, left: null }]);
		const later = await audienceOf(
			current.map((row, i) => (i < 3 ? [row[0]!, row[1]!, written(sentAt(9)), row[3]!] : row)),
			{ to: '2026-01-31' }
		);
		expect(later.channels).toMatchObject([{ channel: 'Site', joined: 20, left: null }]);
	});

	test('clicks that end before the lists do → at least so many are engaged', async () => {
		const workspace = await newWorkspace();
		await workspace.take({
			'abonnes.csv': bytes(
				table(
					['Email', 'Joined'],
					// the last joined two months after the last click
					upTo(40).map((i) => [reader(i), written(sentAt(12) + (i - 37) * 30 * 86_400_000)])
				)
			),
			'evenements.csv': events(12, () => true)
		});
		const publication = await workspace.publication();
		const { finding, clicksUntil, keyFigures } = await audienceFigures(
			workspace.db,
			publication,
			everything,
			newest
		);
		expect(clicksUntil).not.toBe(null);
		expect(finding).toMatchObject({
			key: 'finding.audience.atLeast',
			values: { share: { share: 20 / 40 } }
		});
		const formats = createFormats('en', publication.zone);
		const lines = keyLines(keyFigures!, { window: 90, currency: 'EUR' }, formats);
		const engaged = lines.find(({ label }) => label === 'Engaged readers, 90 d')!;
		expect(keyWords(engaged, formats).value).toBe('≥\u00a020');
		expect(noteWords(engaged, formats)).toBe(
			'at least: clicks are known for only part of these days'
		);
		expect(lines.filter(({ atLeast }) => atLeast)).toEqual([engaged]);
	});

	test('clicks known for fewer days than count → at least so many are engaged, unless all are', async () => {
		const weeks = 8;
		const workspace = await newWorkspace();
		await workspace.take({
			'abonnes.csv': bytes(
				table(
					['Email', 'Joined'],
					upTo(40).map((i) => [reader(i), joined(0)])
				)
			),
			'evenements.csv': events(weeks, () => true)
		});
		const publication = await workspace.publication();
		const within = (window: number) =>
			audienceFigures(workspace.db, publication, { ...everything, window }, newest);
		const young = await within(90);
		expect(young).toMatchObject({
			clicksUntil: null,
			finding: { key: 'finding.audience.atLeast' }
		});
		expect(young.keyFigures!.engaged).toMatchObject({ value: 20, atLeast: true });
		const known = await within(30);
		expect(known.finding.key).not.toBe('finding.audience.atLeast');
		expect(known.keyFigures!.engaged).not.toHaveProperty('atLeast');
	});

	test('only readers who left → who joined, who is still there and how many stay is unknown', async () => {
		const workspace = await newWorkspace();
		await workspace.take({
			'desabonnes.csv': bytes(
				table(
					['Email', 'Joined', 'Unsubscribed at', 'Channel'],
					upTo(30).map((i) => [reader(i), joined(i % 20), written(sentAt(i % 10)), 'Site'])
				)
			)
		});
		const publication = await workspace.publication();
		const figures = await audienceFigures(workspace.db, publication, everything, newest);
		expect(figures).toMatchObject({ leavers: 'gone', joined: null, left: 30 });
		expect(figures).toMatchObject({ cohorts: [], curves: [], tenure: [] });
		expect(figures.finding.key).toBe('finding.audience.gone');
		expect(figures.keyFigures!.there.value).toBe(null);
		expect(figures.keyFigures!.joined.value).toBe(null);
		expect(figures.channels).toMatchObject([
			{ channel: 'Site', joined: null, left: 30, there: null, engaged: { share: null } }
		]);
		const known = figures.months.filter(({ left }) => left !== null);
		expect(known.reduce((sum, { left }) => sum + left!, 0)).toBe(30);
		expect(known.every(({ joined, net, there }) => (joined ?? net ?? there) === null)).toBe(true);
		expect(audienceLead(figures, createFormats('fr', publication.zone))).toBe(
			'Les listes ne contiennent que des lecteurs partis\u00a0: croissance et rétention se calculent avec une liste qui comprend les lecteurs actuels.'
		);
		const channels = await channelFigures(workspace.db, publication, everything, newest);
		expect(channels).toMatchObject({ joined: null, seesLeavers: false, known: { readers: false } });
	});

	test('no date of joining → no line of noughts by month', async () => {
		const { channels } = await audienceOf(upTo(20).map((i) => [reader(i), '', '', 'Site']));
		expect(channels).toMatchObject([{ channel: 'Site', joined: null, joinedByMonth: [] }]);
	});
});
