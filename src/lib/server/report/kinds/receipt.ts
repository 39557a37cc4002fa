import { shareSetAside } from '#lib/findings/click-shares.ts';
import { receiptStatements } from '#lib/findings/receipt.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { sponsorReceipt, type SponsorReceipt } from '../../figures/sponsors/sponsor-receipt.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { placesOf } from '#lib/columns/table.ts';
import { asideRows, asideTable, usualRows, usualTable } from '#lib/columns/tables/receipt.ts';
import { sponsorTable } from '#lib/columns/tables/sponsors.ts';
import type { ReportFigure, ReportKeyFigure } from '../snapshot.ts';
import type { ReportBody, ReportContext } from './report-context.ts';
import { plainFigure, type FigureWords } from './figure-parts.ts';
import { issueWithin } from '#lib/messages/issue-name.ts';
import { placementFigure } from './placement-figures.ts';
import { metricsUsed } from './shared.ts';

/**
 * One sponsor's place in one issue, to be handed to the sponsor: nothing of other sponsors in it
 * that could be told apart, and nothing of readers.
 *
 * @throws {Trouble} noSuchPlacement; placementLost where no item of it was found
 */
export async function receiptReport(context: ReportContext): Promise<ReportBody> {
	const { db, publication, asked, state } = context;
	const receipt = await sponsorReceipt(db, publication, asked.placement ?? NaN);
	const { placement } = receipt;
	const sections = sectionsOf(receipt, context);

	return {
		findings: state(
			receiptStatements(
				receipt,
				placement.issue === null ? '–' : issueWithin(placement.issue, context.formats)
			)
		),
		keyFigures: keyFiguresOf(receipt, context),
		advice: [],
		sections,
		definitions: metricsUsed(context, sections, ['delivered', 'clickers', 'interval']),
		setAside: shareSetAside([placement]),
		compared: null
	};
}

function keyFiguresOf({ placement }: SponsorReceipt, { options }: FigureWords): ReportKeyFigure[] {
	const { delivered, clickers, rate, fee, perClicker, currency } = placement;
	const none = { change: null, low: null, high: null, note: null };
	const people = { kind: 'count' as const, people: true, ...none };
	return [
		{ label: m['table.delivered']({}, options), ...people, value: delivered },
		{ label: m['table.clickers']({}, options), ...people, value: clickers },
		{ label: m['table.rawRate']({}, options), kind: 'rate', value: rate, ...none },
		...(fee === null
			? []
			: [
					{
						label: m['table.perClicker']({}, options),
						kind: 'money' as const,
						currency,
						value: perClicker,
						...none
					}
				])
	];
}

// eslint-disable-next-line max-lines-per-function -- one report from top to bottom: what stands where is read in one place
function sectionsOf(receipt: SponsorReceipt, context: ReportContext) {
	const { formats, options } = context;
	const { placement, own } = receipt;
	const table = fileTable(sponsorTable, [placement], formats, { currency: placement.currency });
	const usualRates = fileTable(usualTable, usualRows(receipt, formats), formats);
	const clicks = fileTable(asideTable, asideRows(receipt), formats);
	const place: ReportFigure = {
		...plainFigure,
		id: 'place',
		title: m['report.receipt.place']({}, options),
		table,
		shown: placesOf(table, sponsorTable.views.paperPlace)
	};
	const price: ReportFigure = {
		...plainFigure,
		id: 'price',
		title: m['report.receipt.price']({}, options),
		about: m['def.sponsors']({}, options),
		table,
		shown: placesOf(
			table,
			sponsorTable.views.paperPrice.filter(
				(key) => key !== 'guaranteed' || placement.guaranteed !== null
			)
		)
	};
	const usual: ReportFigure = {
		...plainFigure,
		id: 'usual',
		title: m['report.receipt.usual']({}, options),
		sub: m['report.receipt.usual.sub']({}, options),
		about: m['def.usualRate']({}, options),
		table: usualRates,
		shown: usualRates.columns.map((_, place) => place)
	};
	const aside: ReportFigure[] = clicks.rows.length
		? [
				{
					...plainFigure,
					id: 'aside',
					title: m['report.receipt.aside']({}, options),
					about: m['def.verdicts']({}, options),
					table: clicks,
					shown: clicks.columns.map((_, place) => place)
				}
			]
		: [];
	const history: ReportFigure[] =
		own.length > 1
			? [
					placementFigure(
						'own',
						m['report.receipt.own']({ sponsor: placement.sponsor }, options),
						own,
						placement.currency,
						context,
						'paperOwn',
						false
					)
				]
			: [];
	return [
		{
			heading: m['report.receipt.numbers']({}, options),
			figures: [place, ...(placement.fee === null ? [] : [price]), usual]
		},
		{ heading: m['report.trust']({}, options), figures: aside },
		{ heading: m['report.receipt.before']({}, options), figures: history }
	].filter(({ figures }) => figures.length > 0);
}
