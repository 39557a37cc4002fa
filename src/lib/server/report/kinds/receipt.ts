import { receiptStatements } from '#lib/findings/receipt.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { sponsorReceipt, type SponsorReceipt } from '../../figures/sponsors/sponsor-receipt.ts';
import { receiptTables } from '../tables/receipt-tables.ts';
import { sponsorTable } from '../tables/money-tables.ts';
import type { ReportFigure, ReportKeyFigure } from '../snapshot.ts';
import type { Body, Ground } from './asked.ts';
import { plain, type Words } from './figure-parts.ts';
import { issueWords, oneRowFigure, placementFigure } from './placement-figures.ts';
import { definitionsOf } from './shared.ts';

/**
 * One sponsor's place in one issue, to be handed to the sponsor: nothing of other sponsors in it
 * that could be told apart, and nothing of readers.
 *
 * @throws {Trouble} noSuchPlacement; placementLost where no item of it was found
 */
export async function receiptReport(ground: Ground): Promise<Body> {
	const { db, publication, asked, state } = ground;
	const receipt = await sponsorReceipt(db, publication, asked.placement ?? NaN);
	const { placement } = receipt;
	const sections = sectionsOf(receipt, ground);
	const { clicks, allClicks } = placement;

	return {
		findings: state(receiptStatements(receipt, issueWords(placement.issue, ground))),
		keyFigures: keyFiguresOf(receipt, ground),
		advice: [],
		sections,
		definitions: definitionsOf(ground, sections, ['delivered', 'clickers', 'interval']),
		setAside: clicks !== null && allClicks ? (allClicks - clicks) / allClicks : null
	};
}

function keyFiguresOf({ placement }: SponsorReceipt, { o }: Words): ReportKeyFigure[] {
	const { delivered, clickers, rate, fee, perClicker, currency } = placement;
	const none = { change: null, low: null, high: null };
	const people = { kind: 'count' as const, people: true, ...none };
	return [
		{ label: m['table.delivered']({}, o), ...people, value: delivered },
		{ label: m['table.clickers']({}, o), ...people, value: clickers },
		{ label: m['table.rawRate']({}, o), kind: 'rate', value: rate, ...none },
		...(fee === null
			? []
			: [
					{
						label: m['table.perClicker']({}, o),
						kind: 'money' as const,
						currency,
						value: perClicker,
						...none
					}
				])
	];
}

function sectionsOf(receipt: SponsorReceipt, ground: Ground) {
	const { o } = ground;
	const { placement, own } = receipt;
	const table = sponsorTable([placement], placement.currency, o.locale);
	const tables = receiptTables(receipt, o.locale);
	const place = oneRowFigure('place', m['report.receipt.place']({}, o), null, table, [
		m['table.issue']({}, o),
		m['table.item']({}, o),
		m['table.slot']({}, o),
		m['table.delivered']({}, o),
		m['table.clickers']({}, o),
		m['table.humanClicks']({}, o),
		m['table.allClicks']({}, o),
		m['table.rawRate']({}, o)
	]);
	const price = oneRowFigure(
		'price',
		m['report.receipt.price']({}, o),
		m['def.sponsors']({}, o),
		table,
		[
			m['table.fee']({}, o),
			m['table.perClicker']({}, o),
			m['table.perThousandDelivered']({}, o),
			m['table.perThousandOpeners']({}, o),
			...(placement.guaranteed === null ? [] : [m['table.guaranteed']({}, o)])
		]
	);
	const usual: ReportFigure = {
		...plain,
		id: 'usual',
		title: m['report.receipt.usual']({}, o),
		sub: m['report.receipt.usual.sub']({}, o),
		about: m['def.usualRate']({}, o),
		table: tables.usual,
		shown: tables.usual.columns.map((_, place) => place)
	};
	const aside: ReportFigure[] = tables.aside.rows.length
		? [
				{
					...plain,
					id: 'aside',
					title: m['report.receipt.aside']({}, o),
					about: m['def.verdicts']({}, o),
					table: tables.aside,
					shown: tables.aside.columns.map((_, place) => place)
				}
			]
		: [];
	const history: ReportFigure[] =
		own.length > 1
			? [
					placementFigure(
						'own',
						m['report.receipt.own']({ sponsor: placement.sponsor }, o),
						own,
						placement.currency,
						ground,
						[
							m['table.issue']({}, o),
							m['table.slot']({}, o),
							m['table.delivered']({}, o),
							m['table.clickers']({}, o),
							m['table.rawRate']({}, o),
							m['table.lift']({}, o),
							m['table.low']({}, o),
							m['table.high']({}, o)
						],
						false
					)
				]
			: [];
	return [
		{
			heading: m['report.receipt.numbers']({}, o),
			figures: [place, ...(placement.fee === null ? [] : [price]), usual]
		},
		{ heading: m['report.trust']({}, o), figures: aside },
		{ heading: m['report.receipt.before']({}, o), figures: history }
	].filter(({ figures }) => figures.length > 0);
}
