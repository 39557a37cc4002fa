import { certainty, tone } from '#lib/findings/certainty.ts';
import { acquisitionStatements } from '#lib/findings/acquisition.ts';
import { comparedWords } from '#lib/columns/key-figures.ts';
import { statement } from '#lib/findings/statement.ts';
import { audienceStatements } from '#lib/findings/audience.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { daysWords } from '#lib/messages/filter-words.ts';
import { channelNotesOnPaper, notesLine } from '#lib/messages/money-notes.ts';
import { audienceFigures } from '../../figures/audience/audience.ts';
import type { ChannelRow } from '../../figures/money/channel-rows.ts';
import { channelFigures, type ChannelFigures } from '../../figures/money/channels.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { isJudged, returnSub, returnTitle } from '#lib/columns/tables/channel-figure.ts';
import { channelTable } from '#lib/columns/tables/channels.ts';
import { isFew } from '#lib/small-cells.ts';
import type { ReportFigure } from '../snapshot.ts';
import { placesIn } from '#lib/columns/table.ts';
import type { ReportBody, ReportContext } from './report-context.ts';
import { arrivalChannelFigure, audienceParts } from './audience-figures.ts';
import { forestPlaces, plainFigure, type FigureWords } from './figure-parts.ts';
import { comparedStatements, metricsUsed, keyFiguresIn } from './shared.ts';

/** More lines than this cannot be told apart. */
const LINES = 4;

/**
 * Who the readers are and what each channel cost and brought: readers, engaged readers, and money
 * within the window.
 */
export async function acquisitionReport(context: ReportContext): Promise<ReportBody> {
	const { db, publication, now, asked, state, options } = context;
	const figures = await channelFigures(db, publication, asked.filters, now);
	const audience = await audienceFigures(db, publication, asked.filters, now);
	const compared = comparedWords(figures.compared, context.formats);
	const isKnown = audience.asOf !== null;
	const { channels, campaigns, cohorts } = figures;
	const ofCohort = cohorts.filter(({ campaign, paid }) => campaign === null && paid);
	const list = (
		id: keyof typeof views,
		title: string,
		sub: string | null,
		rows: readonly ChannelRow[]
	) => (rows.length ? [channelFigure(id, title, sub, rows, figures, context)] : []);

	const sections = [
		...(isKnown ? audienceParts(audience, context) : []),
		{
			heading: m['nav.channels']({}, options),
			figures: [
				...arrivalChannelFigure(audience, context),
				...list(
					'channels',
					returnTitle('channels', channels, options),
					returnSub(channels, figures.window, options),
					channels
				),
				...costFigure(figures, context)
			]
		},
		{
			heading: m['report.cohorts']({}, options),
			figures: [
				...list('cohorts', m['channels.cohorts']({}, options), null, ofCohort),
				...list('campaigns', m['report.campaigns']({}, options), null, campaigns)
			]
		}
	].filter(({ figures }) => figures.length > 0);

	const isEmpty = audience.noData === 'period' && channels.length === 0;
	return {
		// readers joined and money was spent before the first issue as well, where no day to begin with is asked for
		days: figures.period && daysWords(figures.period, context.formats),
		findings: state(
			isEmpty
				? [statement('report.says.nothing', {})]
				: [
						...(audience.noData === 'period' ? [] : audienceStatements(audience.finding)),
						...acquisitionStatements(figures),
						...comparedStatements(compared)
					]
		),
		keyFigures: isEmpty
			? []
			: keyFiguresIn({ ...audience.keyFigures, ...figures.keyFigures }, context),
		advice: [],
		sections,
		definitions: metricsUsed(context, sections),
		setAside: null,
		compared
	};
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
	figures: ChannelFigures,
	{ formats, options }: FigureWords
): ReportFigure {
	const { currency, window } = figures;
	const table = fileTable(channelTable, rows, formats, { currency });
	// months are not judged one by one
	const isDrawn = isJudged(rows);
	return {
		...plainFigure,
		id,
		title,
		sub,
		about: m['def.return']({ n: window }, options),
		table,
		shown: placesIn(table, [
			...channelTable.views[views[id]],
			...(isDrawn ? (['low', 'high'] as const) : [])
		]),
		most: id === 'channels' ? null : MOST,
		note:
			id === 'channels' ? notesLine(channelNotesOnPaper(figures, formats, isFew), formats) : null,
		forest: isDrawn
			? {
					...forestPlaces(table, rows, { n: 'buyers', lift: 'return' }),
					of: 'return' as const,
					one: m['chart.moneyBack']({}, options)
				}
			: null
	};
}

/** As many months and campaigns as paper shows; the files hold all. */
const MOST = 24;

/** What an active reader of each channel had cost, by days since joining. */
function costFigure(
	{ channels, currency }: ChannelFigures,
	{ formats, options }: FigureWords
): ReportFigure[] {
	const rows = channels.filter(({ paid }) => paid).slice(0, LINES);
	const lines = rows
		.map((row) => ({
			name: row.channel,
			tone: tone(certainty({ ...row, lift: row.return })),
			points: row.activation
				.filter(({ cost }) => cost !== null)
				.map(({ day, cost, costLow: low, costHigh: high, n, of }) => ({
					day,
					cost,
					low,
					high,
					n: n ?? 0,
					of
				}))
		}))
		.filter(({ points }) => points.length > 0);
	if (lines.length === 0) return [];
	return [
		{
			...plainFigure,
			id: 'costs',
			title: m['channels.byAge']({}, options),
			sub: m['channels.byAge.sub']({}, options),
			about: m['def.costPerEngaged']({}, options),
			chart: { kind: 'costByAge', currency, lines },
			table: fileTable(channelTable, rows, formats, { currency }),
			shown: []
		}
	];
}
