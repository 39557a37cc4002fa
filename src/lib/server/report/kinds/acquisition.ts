import { certainty, tone } from '#lib/findings/certainty.ts';
import { acquisitionStatements } from '#lib/findings/acquisition.ts';
import { statement } from '#lib/findings/statement.ts';
import { audienceStatements } from '#lib/findings/audience.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { audienceFigures, type AudienceFigures } from '../../figures/audience/audience.ts';
import type { ChannelRow } from '../../figures/money/channel-rows.ts';
import { channelFigures, type ChannelFigures } from '../../figures/money/channels.ts';
import { tableOf } from '#lib/columns/lay-out.ts';
import { channelTable } from '#lib/columns/tables/channels.ts';
import type { ReportFigure, ReportKeyFigure } from '../snapshot.ts';
import { placesOf } from '#lib/columns/table.ts';
import type { Body, Ground } from './asked.ts';
import { arrivalChannelFigure, audienceParts } from './audience-figures.ts';
import { forestOf, plain, type Words } from './figure-parts.ts';
import { comparedStatements, definitionsOf, filtersCompared, movedFrom } from './shared.ts';

/** More lines than this cannot be told apart. */
const LINES = 4;

/**
 * Who the readers are and what each channel cost and brought: readers, engaged readers, and money
 * within the window.
 */
export async function acquisitionReport(ground: Ground): Promise<Body> {
	const { db, publication, now, asked, state, o } = ground;
	const figures = await channelFigures(db, publication, asked.filters, now);
	const audience = await audienceFigures(db, publication, asked.filters, now);
	const isKnown = audience.asOf !== null;
	const before = await keysBefore(ground);
	const { channels, campaigns, cohorts, currency } = figures;
	const ofCohort = cohorts.filter(({ campaign, paid }) => campaign === null && paid);
	const list = (
		id: keyof typeof views,
		title: string,
		sub: string | null,
		rows: readonly ChannelRow[]
	) => (rows.length ? [channelFigure(id, title, sub, rows, figures, ground)] : []);

	const sections = [
		...(isKnown ? audienceParts(audience, ground) : []),
		{
			heading: m['nav.channels']({}, o),
			figures: [
				...arrivalChannelFigure(audience, ground),
				...list(
					'channels',
					m['channels.return']({}, o),
					m['channels.return.sub']({ n: figures.window }, o),
					channels
				),
				...costFigure(figures, ground)
			]
		},
		{
			heading: m['report.cohorts']({}, o),
			figures: [
				...list('cohorts', m['channels.cohorts']({}, o), null, ofCohort),
				...list('campaigns', m['report.campaigns']({}, o), null, campaigns)
			]
		}
	].filter(({ figures }) => figures.length > 0);

	const isEmpty = audience.noData === 'period' && channels.length === 0;
	return {
		findings: state(
			isEmpty
				? [statement('report.says.nothing', {})]
				: [
						...(audience.noData === 'period' ? [] : audienceStatements(audience.finding)),
						...acquisitionStatements(figures),
						...comparedStatements(ground)
					]
		),
		keyFigures: isEmpty
			? []
			: movedFrom([...readerKeys(audience, ground), ...keysOf(figures, currency, ground)], before),
		advice: [],
		sections,
		definitions: definitionsOf(ground, sections),
		setAside: null
	};
}

/** The key figures of the period that this one is held against. */
async function keysBefore(ground: Ground): Promise<ReportKeyFigure[] | null> {
	const filters = filtersCompared(ground);
	if (!filters) return null;
	const figures = await channelFigures(ground.db, ground.publication, filters, ground.now);
	const audience = await audienceFigures(ground.db, ground.publication, filters, ground.now);
	return [...readerKeys(audience, ground), ...keysOf(figures, figures.currency, ground)];
}

/** Who is there, and how many of them are engaged; nothing of engagement before the first click. */
function readerKeys(
	{ totals, tiers, clicksSince, noData }: AudienceFigures,
	{ o }: Words
): ReportKeyFigure[] {
	if (noData !== null) return [];
	const people = {
		kind: 'count' as const,
		people: true,
		...{ change: null, low: null, high: null }
	};
	return [
		{ label: m['report.readers.there']({}, o), ...people, value: totals.there },
		...(clicksSince === null
			? []
			: [{ label: m['table.engaged']({}, o), ...people, value: tiers[0]?.readers ?? null }])
	];
}

function keysOf(
	{ paid, joined }: ChannelFigures,
	currency: string,
	{ o }: Words
): ReportKeyFigure[] {
	const none = { change: null, low: null, high: null };
	const money = { kind: 'money' as const, currency, ...none };
	return [
		{
			label: m['table.joined']({}, o),
			kind: 'count',
			people: true,
			value: joined,
			...none
		},
		{ label: m['table.spend']({}, o), ...money, value: paid?.spend ?? null },
		{ label: m['table.costPerEngaged']({}, o), ...money, value: paid?.costPerEngaged ?? null },
		{ label: m['table.return']({}, o), kind: 'ratio', value: paid?.return ?? null, ...none }
	];
}

/** Which columns paper shows of each. */
const views = {
	channels: 'paper',
	campaigns: 'paperCampaigns',
	cohorts: 'paperCohorts'
} as const;

/** Channels, campaigns or months of joining, with the return of each beside its row. */
function channelFigure(
	id: keyof typeof views,
	title: string,
	sub: string | null,
	rows: readonly ChannelRow[],
	{ currency, window }: ChannelFigures,
	{ say, o }: Words
): ReportFigure {
	const table = tableOf(channelTable, rows, say, { currency });
	// months are not judged one by one
	const isJudged = rows.some(({ enough }) => enough);
	return {
		...plain,
		id,
		title,
		sub,
		about: m['def.return']({ n: window }, o),
		table,
		shown: placesOf(table, [
			...channelTable.views[views[id]],
			...(isJudged ? (['low', 'high'] as const) : [])
		]),
		most: id === 'channels' ? null : MOST,
		forest: isJudged
			? {
					...forestOf(table, 'buyers', 'return'),
					one: m['chart.moneyBack']({}, o),
					leaning: rows.flatMap(({ why }, i) => (why === 'uneven' ? i : []))
				}
			: null
	};
}

/** As many months and campaigns as paper shows; the files hold all. */
const MOST = 24;

/** What an active reader of each channel had cost, by days since joining. */
function costFigure({ channels, currency }: ChannelFigures, { say, o }: Words): ReportFigure[] {
	const rows = channels.filter(({ paid }) => paid).slice(0, LINES);
	const lines = rows
		.map((row) => ({
			name: row.channel,
			tone: tone(certainty({ ...row, lift: row.return })),
			points: row.activation
				.filter(({ cost }) => cost !== null)
				.map(({ day, cost, costLow: low, costHigh: high, n, of }) => ({
					...{ day, cost, low, high, n, of }
				}))
		}))
		.filter(({ points }) => points.length > 0);
	if (lines.length === 0) return [];
	return [
		{
			...plain,
			id: 'costs',
			title: m['channels.byAge']({}, o),
			sub: m['channels.byAge.sub']({}, o),
			about: m['def.costPerEngaged']({}, o),
			chart: { kind: 'costByAge', currency, lines },
			table: tableOf(channelTable, rows, say, { currency }),
			shown: []
		}
	];
}
