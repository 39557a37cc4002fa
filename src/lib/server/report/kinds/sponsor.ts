import { oneSpelling, renamer } from '#lib/same-names.ts';
import { sponsorStatements } from '#lib/findings/sponsors.ts';
import { comparedWords } from '#lib/columns/key-figures.ts';
import { statement } from '#lib/findings/statement.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { notesLine, sponsorNotes } from '#lib/messages/money-notes.ts';
import {
	placedTotal,
	type Price,
	type SponsorTotal
} from '../../figures/sponsors/sponsor-league.ts';
import { keyFiguresOfSponsor } from '../../figures/sponsors/one-sponsor.ts';
import { sponsorFigures, type SponsorFigures } from '../../figures/sponsors/sponsors.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { priceTable } from '#lib/columns/tables/sponsor-prices.ts';
import { leagueTable } from '#lib/columns/tables/sponsors.ts';
import type { ReportFigure } from '../snapshot.ts';
import { placesOf } from '#lib/columns/table.ts';
import type { ReportBody, ReportContext } from './report-context.ts';
import { forestPlaces, isAdjusted, plainFigure, type FigureWords } from './figure-parts.ts';

import { placementFigure } from './placement-figures.ts';
import { comparedStatements, metricsUsed, keyFiguresIn } from './shared.ts';

/**
 * What a period's sponsors got, or one of them: that one may be handed its own, since nothing of the
 * others is in it.
 */
export async function sponsorSummary(context: ReportContext): Promise<ReportBody> {
	const { db, publication, asked, state, options } = context;
	const figures = await sponsorFigures(db, publication, asked.filters);
	const spelled = oneSpelling(figures.placements.map((row) => row.sponsor));
	const sponsor =
		asked.sponsor == null
			? null
			: spelled(renamer(publication.sameNames, 'sponsor')(asked.sponsor));
	const { placements, located, total } = placedOf(figures, sponsor);
	const { currency } = figures;
	const keys =
		sponsor === null
			? figures.keyFigures
			: await keyFiguresOfSponsor(db, publication, asked.filters, sponsor);
	const compared = comparedWords(figures.compared, context.formats);

	const isEmpty = context.issues.length === 0 && placements.length === 0;

	const sections = [
		{
			heading: m['sponsors.placements']({}, options),
			figures: located.length
				? [
						placementFigure(
							'placements',
							m['report.placements']({}, options),
							placements,
							currency,
							context,
							sponsor === null ? 'paper' : 'paperOne',
							sponsor === null,
							sponsor === null
								? notesLine(sponsorNotes(figures, context.formats), context.formats)
								: null
						)
					]
				: []
		},
		{
			heading: m['report.sponsors.together']({}, options),
			// prices are told from all issues: beside no place of the period they would be of another time
			figures:
				sponsor === null && !isEmpty
					? together(figures.league, figures.prices, currency, context)
					: []
		}
	].filter(({ figures }) => figures.length > 0);

	return {
		findings: state(
			isEmpty
				? [statement('report.says.nothing', {})]
				: [...sponsorStatements(placements, total, sponsor), ...comparedStatements(compared)]
		),
		keyFigures: isEmpty ? [] : keyFiguresIn(keys, context),
		advice: [],
		sections,
		definitions: metricsUsed(context, sections, ['delivered', 'clickers', 'interval', 'period']),
		setAside: total.setAside,
		compared
	};
}

/** The places of all sponsors, or of one, and what they came to. */
function placedOf(figures: SponsorFigures, sponsor: string | null) {
	const isAsked = (row: { sponsor: string }) => sponsor === null || row.sponsor === sponsor;
	const placements = figures.placements.filter(isAsked);
	const located = placements.filter(({ unlocated }) => unlocated === null);
	const total = sponsor === null ? figures.total : placedTotal(located, figures.currency);
	return { placements, located, total };
}

/** Sponsors beside each other, and what a position could be sold for: for the house alone. */
function together(
	league: readonly SponsorTotal[],
	prices: readonly Price[],
	currency: string,
	{ formats, options }: FigureWords
): ReportFigure[] {
	const sums = fileTable(leagueTable, league, formats, { currency });
	const priceList = fileTable(priceTable, prices, formats, { currency });
	return [
		...(league.length > 1
			? [
					{
						...plainFigure,
						id: 'league',
						title: m['sponsors.league']({}, options),
						about: m['def.sponsorLeague']({}, options),
						table: sums,
						shown: placesOf(sums, leagueTable.views.paper),
						forest: isAdjusted(league) ? forestPlaces(sums, league) : null
					}
				]
			: []),
		...(prices.length
			? [
					{
						...plainFigure,
						id: 'prices',
						title: m['sponsors.prices']({}, options),
						sub: [
							m['sponsors.prices.sub']({}, options),
							...reachOf(prices, { formats, options })
						].join(' · '),
						table: priceList,
						shown: placesOf(priceList, priceTable.views.paper)
					}
				]
			: [])
	];
}

/** How many the next issue reaches, for whom prices by reach are; none where no price is told. */
function reachOf(prices: readonly Price[], { formats, options }: FigureWords): string[] {
	const priced = prices.find(({ byDelivered }) => byDelivered !== null);
	if (!priced) return [];
	return [m['sponsors.prices.reach']({ n: formats.number(priced.delivered ?? 0) }, options)];
}
