import { DAY } from '#lib/duration.ts';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderTable, fileTable } from '#lib/columns/render-table.ts';
import { topicTable } from '#lib/columns/tables/topics.ts';
import { engagedTable } from '#lib/columns/tables/audience-readers.ts';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { channelsFinding } from '#lib/findings/channels.ts';
import { sponsorsFinding } from '#lib/findings/sponsors.ts';
import { groupsFinding } from '#lib/findings/leagues.ts';
import { topicsFinding } from '#lib/findings/topics.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { issueFigures } from '#lib/server/figures/content/issue.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { sponsorReceipt } from '#lib/server/figures/sponsors/sponsor-receipt.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import { rankedTopics, viewOf } from '../../src/routes/p/[publication]/ranked-topics.ts';
import { createFormats } from '#lib/messages/format.ts';
import { returnWhy, whyWords } from '#lib/messages/why-words.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { everything } from '#lib/filters/filters.ts';
import { editorialFigures } from '#lib/server/figures/money/editorial.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { bytes, table } from '../simulate/sample/table.ts';
import { newWorkspace, written, type Workspace } from './publication.ts';

// Archives of which one kind of file is there and another is not, as people bring them at first: what
// nobody knows is unknown, with the reason that is true of this archive, and never nought.

const START = Date.UTC(2026, 0, 5, 9);
const NOW = Date.UTC(2026, 10, 29, 12);
const iso = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const day = (at: number) => iso(at).slice(0, 10);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const addressOf = (reader: number) => `reader${reader}@example.org`;

/** Forty readers, half of them by an advertisement, over twenty days. */
const list = bytes(
	table(
		['Email', 'Status', 'Subscribed at', 'Source'],
		upTo(40).map((r) => [
			addressOf(r),
			'Active',
			iso(START + r * 12 * 3_600_000),
			r % 2 ? 'Ads' : 'Site'
		])
	)
);
const spend = bytes(
	table(['channel', 'from', 'to', 'spend'], [['Ads', '2026-01-01', '2026-01-31', 500]])
);
const sales = (rows: [reader: number, after: number, amount: number][]) =>
	bytes(
		table(
			['Email', 'Sale date', 'Revenue'],
			rows.map(([reader, after, amount]) => [
				addressOf(reader),
				day(START + reader * 12 * 3_600_000 + after * DAY),
				amount
			])
		)
	);
const clicksFrom = (at: number) =>
	bytes(
		table(
			['Email', 'Clicked at', 'URL', 'Campaign'],
			upTo(30).map((r) => [
				addressOf(r),
				iso(at + r * 3_600_000),
				'https://example.com/story',
				'Letter #1'
			])
		)
	);

const letter = (n: number) =>
	bytes(
		[
			['---', `title: "Letter #${n}"`, `number: ${n}`, `date: ${day(START + n * 7 * DAY)}`, '---'],
			[`# Letter #${n}`, '', '## Stories', ''],
			...upTo(5).map((i) => [
				`### Story ${n}.${i}`,
				'',
				`By ${['Ada Moss', 'Ben Reed'][(n + i) % 2]}`,
				'',
				`A few words on it. [Read on](https://example.com/${n}/${i})`,
				''
			])
		]
			.flat()
			.join('\n')
	);
const letters = (n: number) =>
	Object.fromEntries(upTo(n).map((i) => [`letter-${i + 1}.md`, letter(i + 1)]));
const topicsOf = (n: number) =>
	bytes(
		table(
			['url', 'topic'],
			upTo(n).flatMap((issue) =>
				upTo(5).map((i) => [
					`https://example.com/${issue + 1}/${i}`,
					['Bread', 'Rivers', 'Bicycles', 'Gardens'][(issue + 1 + i) % 4]!
				])
			)
		)
	);

async function channelsOf(workspace: Workspace) {
	const figures = await channelFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		NOW
	);
	const ads = figures.channels.find(({ channel }) => channel === 'Ads')!;
	return { figures, ads, finding: channelsFinding(figures).key };
}

test('readers, spend and sales, and no click → returns are given all the same, and engagement is unknown', async () => {
	const workspace = await newWorkspace();
	const sold = upTo(8).map((i): [number, number, number] => [1 + 2 * i, 20, 100]);
	await workspace.take({
		'list.csv': list,
		'spend.csv': spend,
		'sales.csv': sales([...sold, [2, 290, 30]])
	});
	const { figures, ads } = await channelsOf(workspace);
	expect(ads).toMatchObject({ return: 1.6, buyers: 8, mature: true, engaged: null });
	expect(figures.keyFigures.return.value).toBeCloseTo(1.6, 12);
	expect(figures.keyFigures.costPerEngaged).toMatchObject({ value: null, missing: 'clicks' });
});

test('all purchases came after the window and were refunded → not that there were none yet', async () => {
	const workspace = await newWorkspace();
	const late = upTo(6).flatMap((i): [number, number, number][] => [
		[1 + 2 * i, 120, 100],
		[1 + 2 * i, 150, -100]
	]);
	await workspace.take({ 'list.csv': list, 'spend.csv': spend, 'sales.csv': sales(late) });
	const { ads } = await channelsOf(workspace);
	expect(ads).toMatchObject({ return: 0, buyers: 0, why: 'refundedLater' });
	expect(returnWhy(ads, 'en')).toBe('nobody within 90 days; later purchases were refunded');
	expect(returnWhy(ads, 'fr')).toBe('personne en 90 jours ; achats ultérieurs remboursés');
});

test('spend alone → signups are unknown: neither too recent, nor nought', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'spend.csv': spend });
	const { figures, ads, finding } = await channelsOf(workspace);
	expect(ads).toMatchObject({ joined: null, costPerReader: null, why: 'noReaders' });
	expect(ads).toMatchObject({ value: null, valueToDate: null, return: null });
	expect([figures.joined, figures.keyFigures.joined.value]).toEqual([null, null]);
	expect(finding).toBe('finding.channels.noReaders');
	expect(figures.keyFigures.return.missing).toBe('readers');
});

test('months of signups are old enough, but no value was brought → value is unknown, and no return of 0', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'list.csv': list,
		'spend.csv': spend,
		'clicks.csv': clicksFrom(START + 2 * DAY),
		'later.csv': clicksFrom(START + 200 * DAY)
	});
	const { figures, ads, finding } = await channelsOf(workspace);
	expect(ads).toMatchObject({ mature: true, valueToDate: null, return: null, why: 'valueUnknown' });
	expect(finding).toBe('finding.channels.noValue');
	expect(figures.keyFigures.return.missing).toBe('value');
});

test('everybody joined before the first click that is known → said so, and not that they are too recent', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'list.csv': list,
		'spend.csv': spend,
		'clicks.csv': clicksFrom(START + 200 * DAY)
	});
	const { figures, ads, finding } = await channelsOf(workspace);
	expect([ads.why, finding]).toEqual(['early', 'finding.channels.early']);
	expect(figures.keyFigures.return.missing).toBe('early');
});

test('clicks alone → when their readers joined is unknown, in every table', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'clicks.csv': clicksFrom(START) });
	const publication = await workspace.publication();
	const figures = await audienceFigures(workspace.db, publication, everything, NOW);
	expect(figures.totals).toMatchObject({ there: 30, unlisted: 30 });
	expect(figures.finding.key).toBe('finding.audience.unlisted');
	expect(figures.keyFigures!.joined.value).toBeNull();
	expect([figures.joined, figures.tenure]).toEqual([null, []]);
	expect(figures.months.map(({ joined }) => joined)).toEqual([null]);
	expect(figures.channels.map(({ joined }) => joined)).toEqual([null]);
});

test('a publication west of Greenwich → engaged readers are dated as its own days are', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'list.csv': list, 'clicks.csv': clicksFrom(START) });
	const publication = { ...(await workspace.publication()), zone: 'America/New_York' };
	const { asOf, engaged } = await audienceFigures(workspace.db, publication, everything, NOW);
	const formats = createFormats('en', publication.zone);
	const { rows } = fileTable(engagedTable, engaged, formats);
	expect(rows.at(-1)![0]).toBe(formats.date(asOf!));
});

/** Who clicked which of the stories, some hours after each letter: `last` has so many hours of data. */
const clicksOf = (n: number, last = 80) =>
	bytes(
		table(
			['Email', 'Clicked at', 'URL', 'Campaign'],
			upTo(n).flatMap((issue) =>
				upTo(40).flatMap((r) => {
					const after = 1 + ((r * 7) % (issue === n - 1 ? last : 80));
					return upTo(5)
						.filter((i) => (r * 5 + i * 3 + issue) % 4 === 0)
						.map((i) => [
							addressOf(r),
							iso(START - 9 * 3_600_000 + (issue + 1) * 7 * DAY + after * 3_600_000),
							`https://example.com/${issue + 1}/${i}`,
							`Letter #${issue + 1}`
						]);
				})
			)
		)
	);

test('totals of links alone → who clicked, how many were reached and what bots made of it are unknown', async () => {
	const workspace = await newWorkspace();
	const counts = upTo(8).flatMap((issue) =>
		upTo(5).map((i) => [
			`Letter #${issue + 1}`,
			`https://example.com/${issue + 1}/${i}`,
			90 + 40 * (5 - i),
			60 + 30 * (5 - i) + 3 * ((issue + i) % 4)
		])
	);
	await workspace.take({
		...letters(8),
		'links.csv': bytes(table(['Campaign', 'URL', 'Total clicks', 'Unique clicks'], counts)),
		'topics.csv': topicsOf(8)
	});
	const { db } = workspace;
	const publication = await workspace.publication();
	const { topics } = await topicFigures(db, publication, everything);
	expect(topics).toHaveLength(4);
	for (const row of topics) expect(row).toMatchObject({ readers: null, delivered: null });
	const { quality } = await overviewFigures(db, publication, everything, NOW);
	expect(quality).toMatchObject({ matchedShare: 1, setAsideShare: null });
	const asked = { name: null, filters: everything, locale: 'en' } as const;
	const review = await makeReport(db, publication, { ...asked, kind: 'editorial' }, NOW);
	expect(review.setAside).toBeNull();
	expect(review.findings.join(' ')).not.toContain('filtered out');
	const [advice, cannot] = review.advice;
	expect(advice!.lines).toEqual(['There is not enough data yet to recommend a change.']);
	expect(cannot!.lines.join(' ')).not.toContain('fewer than five items');
	expect(cannot!.lines.join(' ')).toContain(
		'ranking only: totals do not separate bots from readers'
	);
	const [letterRow] = (await issueListFigures(db, publication, everything)).issues;
	const ofIssue = { ...everything, issue: letterRow!.id };
	const one = await makeReport(db, publication, { ...asked, kind: 'issue', filters: ofIssue }, NOW);
	expect(one.findings).toEqual([
		'Clicks of this issue are known only as totals of links: how many readers clicked is not.'
	]);
	// topics are ranked, sections are not: each page says what it shows
	expect(topics.every(({ rankLow }) => rankLow !== null)).toBe(true);
	expect(topicsFinding(topics).key).toBe('finding.unfiltered.ranked');
	expect(viewOf(topics, true)).toBe('figureRanked');
	expect(rankedTopics(topics).map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
	const { columns, rows } = renderTable(topicTable, 'page', topics, createFormats('en', 'UTC'));
	const sure = rows[0]!.cells[columns.findIndex(({ key }) => key === 'sure')]!;
	expect(sure.text).toBe('ranking only: totals do not separate bots from readers');
	expect(sure.mark ?? null).toBeNull();
	const { sections } = await sectionFigures(db, publication, everything);
	const named = sections.map((row) => ({ ...row, name: row.section }));
	expect(groupsFinding('sections', named)?.key).toBe('finding.unfiltered.unranked');
});

test('the data of the last issue end early → nothing is said of it against issues that are whole', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ ...letters(8), 'clicks.csv': clicksOf(8, 5), 'topics.csv': topicsOf(8) });
	const [last, ...others] = (await workspace.issues()).filter(({ clickers }) => clickers !== null);
	expect(last).toMatchObject({ open: true, lift: null, enough: false, why: 'open' });
	expect(others.some(({ lift }) => lift !== null)).toBe(true);
	// the line of its clicks ends where its number does
	const { arrival } = await issueFigures(workspace.db, await workspace.publication(), last!.id);
	expect(arrival.at(-1)!.clickers).toBe(last!.clickers);
	expect(arrival.at(-1)!.at).toBeGreaterThan(arrival.at(-2)!.at);
	expect(whyWords(last!.why!, 'en')).toBe('fewer than 72 hours of data');
});

test('authors who have topics of their own → cannot be told from these, and many items are not few', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ ...letters(8), 'clicks.csv': clicksOf(8), 'topics.csv': topicsOf(8) });
	const { authors } = await authorFigures(workspace.db, await workspace.publication(), everything);
	expect(authors.map(({ items, why }) => [items, why])).toEqual([
		[20, 'sameTopics'],
		[20, 'sameTopics']
	]);
	expect(whyWords('sameTopics', 'en')).toBe(
		'always with the same topics: the two cannot be told apart'
	);
});

test('opens are known, and no proxy can be told among them yet → that is why, and not that opens are missing', async () => {
	const workspace = await newWorkspace();
	const opens = upTo(30).map((r) => [
		addressOf(r),
		iso(START + 7 * DAY + r * 600_000),
		'Letter #1'
	]);
	await workspace.take({
		...letters(1),
		'clicks.csv': clicksOf(1),
		'opens.csv': bytes(table(['Email', 'Opened at', 'Campaign'], opens))
	});
	const { keyFigures, issues } = await issueListFigures(
		workspace.db,
		await workspace.publication(),
		everything
	);
	expect(issues[0]).toMatchObject({ allOpeners: 30, humanOpeners: null });
	expect(keyFigures.clicksPerOpener).toMatchObject({ value: null, missing: 'proxies' });
});

test('a sponsor of every issue, the last of which is not whole → held against others alone, and against nothing yet', async () => {
	const workspace = await newWorkspace();
	const placed = upTo(8).map((i) => [
		'Wet Boots',
		i + 1,
		`Story ${i + 1}.4`,
		250,
		i === 7 ? 60 : ''
	]);
	await workspace.take({
		...letters(8),
		'clicks.csv': clicksOf(8, 5),
		'sponsors.csv': bytes(table(['sponsor', 'issue', 'item', 'fee', 'guaranteed clicks'], placed))
	});
	const publication = await workspace.publication();
	const { placements } = await sponsorFigures(workspace.db, publication, everything);
	const [last] = placements;
	expect(last).toMatchObject({ open: true, lift: null, why: 'open' });
	// a guarantee of an issue that still collects clicks is not missed yet
	expect(sponsorsFinding(placements).key).not.toBe('finding.sponsors.missed');
	const receipt = await sponsorReceipt(workspace.db, publication, placements.at(-1)!.id);
	expect(receipt.own).toHaveLength(1);
	expect(receipt.usualOfAll).toBeNull();
	const asked = { kind: 'sponsor', name: null, filters: everything, locale: 'en' } as const;
	const { sections } = await makeReport(workspace.db, publication, asked, NOW);
	const note = sections[0]!.figures[0]!.note!;
	expect(note).toContain('No lift for 1 placement: fewer than 72 hours of data.');
	// that there is not enough of it is in their rows
	expect(note).not.toContain('not enough');
});

test('no line of value is of an item → what items brought is unknown, with what it needs, and not 0.00', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ ...letters(3), 'clicks.csv': clicksOf(3), 'topics.csv': topicsOf(3) });
	const figures = await editorialFigures(workspace.db, await workspace.publication(), everything);
	const unknown = { value: null, valuePerItem: null, conversions: null };
	expect([figures.all, ...figures.topics, ...figures.sections]).toEqual(
		figures.topics.concat(figures.sections, figures.all).map(() => expect.objectContaining(unknown))
	);
	expect(figures.keyFigures.value.value).toBeNull();
});

test('a file waits with a question, and --yes is said of it → it is read, and does not ask for --yes again', async () => {
	const workspace = await newWorkspace();
	const folder = written({ 'clicks.csv': clicksFrom(NOW + 40 * DAY) });
	const file = join(folder, 'clicks.csv');
	const spool = spoolFolder(workspace.data);
	const now = () => NOW;
	const taken = async (about?: { yes: boolean }) => {
		const context = await workspace.context({ spool, now, ...(about && { about }) });
		return (await importPaths(context, [file])).map(({ state, accepted }) => [state, accepted]);
	};
	expect(await taken()).toEqual([['question', 0]]);
	expect(await taken()).toEqual([['question', 0]]);
	expect(await taken({ yes: true })).toEqual([['done', 30]]);
});

test('a shop marks orders as refunded, and a column says how much → subtracted, and nothing is asked of the word', async () => {
	const workspace = await newWorkspace();
	const head = [
		'Customer email',
		'Order date',
		'Order total',
		'Currency',
		'Order status',
		'Refunded'
	];
	const orders = (refunded: boolean) =>
		upTo(12).map((i) => {
			const isBack = i % 3 === 0;
			return [
				addressOf(1 + 2 * i),
				iso(START + (i + 20) * DAY),
				'45.00',
				'EUR',
				isBack ? 'refunded' : 'completed',
				...(refunded ? [isBack ? '45.00' : '0.00'] : [])
			];
		});
	const folder = written({
		'list.csv': list,
		'orders.csv': bytes(table(head, orders(true))),
		'unsaid.csv': bytes(table(head.slice(0, 5), orders(false)))
	});
	const context = await workspace.context({ spool: spoolFolder(workspace.data), now: () => NOW });
	const files = ['list.csv', 'orders.csv', 'unsaid.csv'].map((name) => join(folder, name));
	const receipts = await importPaths(context, files);
	// without such a column nobody knows what became of the amount
	expect(receipts.map(({ state }) => state)).toEqual(['done', 'done', 'question']);
	expect(receipts[1]!.doubts.filter(({ waits }) => waits)).toEqual([]);
	const { ads } = await channelsOf(workspace);
	expect(ads.valueToDate).toBe(8 * 4500);

	const whyOf = async (rows: string[][]) => {
		const other = await newWorkspace();
		await other.take({
			'list.csv': list,
			'spend.csv': spend,
			'orders.csv': bytes(table(head, rows)),
			'sales.csv': sales([[2, 290, 30]])
		});
		const { ads } = await channelsOf(other);
		expect(ads).toMatchObject({ return: 0, buyers: 0 });
		return [ads.why, returnWhy(ads, 'en')];
	};
	const said = (total: string, ...back: [string, string]) =>
		whyOf(orders(true).map(([who, on, , ...row]) => [who!, on!, total, row[0]!, ...back]));
	expect(await said('45.00', 'refunded', '45.00')).toEqual([
		'refunded',
		'refunds equal or exceed purchases'
	]);
	// nothing was paid, so that nothing was paid back
	expect(await said('0.00', 'completed', '0.00')).toEqual([
		'zero',
		'purchases come to 0, no refund known'
	]);
});

test('readers clicked before the signup date of a list, or have none → counted as readers then, under every period', async () => {
	const workspace = await newWorkspace();
	const rows = upTo(40).map((r) => [
		addressOf(r),
		r < 4 ? 'unsubscribed' : 'active',
		// the list was brought over from another service in March; of ten nobody knows since when
		r < 10 ? '' : '2026-03-02 08:00:00',
		r < 4 ? '2026-04-0' + (1 + r) + ' 08:00:00' : ''
	]);
	await workspace.take({
		'list.csv': bytes(table(['Email', 'Status', 'Subscribed at', 'Unsubscribed at'], rows)),
		'clicks.csv': clicksFrom(START)
	});
	const publication = await workspace.publication();
	const of = (to: string | null) =>
		audienceFigures(workspace.db, publication, { ...everything, to }, NOW);
	const whole = await of(null);
	const months = new Map(whole.months.map((row) => [row.month, row]));
	for (const [month, to] of [
		['2026-01', '2026-01-31'],
		['2026-02', '2026-02-28'],
		['2026-03', '2026-03-31']
	] as const) {
		const { totals, engagedReaders } = await of(to);
		const row = months.get(month);
		if (row) expect(row).toMatchObject({ there: totals.there, engaged: engagedReaders });
		expect(engagedReaders!).toBeLessThanOrEqual(totals.there);
	}
	// thirty clicked in January: twenty of them are in the list of March, ten more have no date
	expect((await of('2026-01-31')).totals).toMatchObject({ there: 30, undated: 30, left: 0 });
	expect((await of('2026-01-31')).engagedReaders).toBe(30);
	expect((await of('2026-03-31')).totals).toMatchObject({ there: 40, undated: 10 });
	// who left in April is known, though not yet gone in March
	expect(await of('2026-03-31')).toMatchObject({
		leavers: 'survivors',
		leavingSince: Date.UTC(2026, 3, 1, 8)
	});
	// when they joined is what lists say
	expect((await of('2026-01-31')).joined).toBe(0);
	expect((await of('2026-03-31')).joined).toBe(30);
	expect(whole.months.at(-1)!.there).toBe(whole.totals.there);
	expect(whole.totals.there).toBe(36);
});

test('an issue is dated later than all imports → delivered to nobody yet; one of the past to who was on the list then', async () => {
	const workspace = await newWorkspace();
	const rows = upTo(40).map((r) => [
		addressOf(r),
		r < 4 ? 'unsubscribed' : 'active',
		'2026-01-01 08:00:00',
		r < 4 ? '2026-02-01 08:00:00' : ''
	]);
	const coming = letter(3)
		.toString()
		.replace(/^date: .*$/m, 'date: 2099-06-01');
	await workspace.take({
		'list.csv': bytes(table(['Email', 'Status', 'Subscribed at', 'Unsubscribed at'], rows)),
		...letters(2),
		'letter-3.md': Buffer.from(coming)
	});
	const publication = await workspace.publication();
	const { issues } = await issueListFigures(workspace.db, publication, everything);
	const told = issues.map(({ number, delivered, basis }) => [number, delivered, basis]);
	expect(told.sort()).toEqual([
		[1, 40, 'subscribers'],
		[2, 40, 'subscribers'],
		[3, null, 'unknown']
	]);
	expect(await workspace.differences()).toEqual([]);
});

test('one issue without topics, or clicks alone → figures say how many issues were read, so that pages ask for what is missing', async () => {
	const readOf = async (files: Record<string, Buffer | Uint8Array>) => {
		const workspace = await newWorkspace();
		await workspace.take(files);
		const publication = await workspace.publication();
		const topics = await topicFigures(workspace.db, publication, everything);
		const sections = await sectionFigures(workspace.db, publication, everything);
		expect(sections.totals.issuesRead).toBe(topics.totals.issuesRead);
		return [topics.totals.issues, topics.totals.issuesRead];
	};
	expect(await readOf(letters(1))).toEqual([1, 1]);
	expect(await readOf({ 'clicks.csv': clicksOf(1) })).toEqual([1, 0]);
});
