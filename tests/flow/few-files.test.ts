import { expect, test } from 'vitest';
import { tableOf } from '#lib/columns/render-table.ts';
import { engagedTable } from '#lib/columns/tables/audience-readers.ts';
import { channelsFinding } from '#lib/findings/channels.ts';
import { createFormats } from '#lib/messages/format.ts';
import { returnWhy } from '#lib/messages/why-words.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { everything } from '#lib/server/figures/filters.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { bytes, table } from '../simulate/sample/table.ts';
import { newWorkspace, type Workspace } from './publication.ts';

// Archives of which one kind of file is there and another is not, as people bring them at first: what
// nobody knows is unknown, with the reason that is true of this archive, and never nought.

const DAY = 86_400_000;
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
	const { rows } = tableOf(engagedTable, engaged, formats);
	expect(rows.at(-1)![0]).toBe(formats.date(asOf!));
});
