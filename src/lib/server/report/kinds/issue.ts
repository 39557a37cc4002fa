import { certainty, clearOf } from '#lib/findings/certainty.ts';
import { versionsFinding } from '#lib/findings/versions.ts';
import { standStatements } from '#lib/findings/report.ts';
import { statement, type Statement } from '#lib/findings/statement.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { stated } from '#lib/messages/stated.ts';
import { Trouble } from '#lib/trouble.ts';
import { issueFigures, type IssueFigures, type IssueItem } from '../../figures/content/issue.ts';
import { verdictFigures } from '../../figures/verdicts/verdicts.ts';
import type { ReportFigure, ReportKeyFigure } from '../snapshot.ts';
import { tableOf } from '#lib/columns/render-table.ts';
import { placesOf } from '#lib/columns/table.ts';
import { versionTable } from '#lib/columns/tables/versions.ts';
import { arrivalRows, arrivalTable, standTable } from '#lib/columns/tables/issue.ts';
import type { ReportBody, ReportContext } from './report-context.ts';
import { verdictFigure } from './issue-figures.ts';
import { itemFigure } from './item-figures.ts';
import { definitionsOf } from './shared.ts';

/**
 * One issue: how it did against its usual, and what each item got.
 *
 * @throws {Trouble} noSuchIssue
 */
export async function issueReport(context: ReportContext): Promise<ReportBody> {
	const { db, publication, asked, state, options } = context;
	const { issue: id } = asked.filters;
	if (id === null) throw new Trouble('noSuchIssue', { id: '' });
	const figures = await issueFigures(db, publication, id);
	const verdicts = await verdictFigures(db, publication, asked.filters);
	const { issue } = figures;
	const items = figures.sections.flatMap(({ items }) => items);
	const found = (figure: ReportFigure | null) => (figure ? [figure] : []);

	const sections = [
		{
			heading: m['report.items']({}, options),
			figures: items.length
				? [
						itemFigure(
							'items',
							m['report.read']({}, options),
							m['issue.read.sub']({}, options),
							items,
							context,
							null
						)
					]
				: []
		},
		{
			heading: m['report.numbers']({}, options),
			figures: [
				...found(arrivalFigure(figures, context)),
				...found(standFigure(figures, context)),
				...found(versionFigure(figures, context))
			]
		},
		{ heading: m['report.trust']({}, options), figures: found(verdictFigure(verdicts, context)) }
	].filter(({ figures }) => figures.length > 0);

	return {
		findings: state([
			...basisStatements(figures),
			...standStatements(figures.stands),
			...itemStatements(items)
		]),
		keyFigures: keyFiguresOf(figures, context),
		advice: [],
		sections,
		definitions: definitionsOf(context, sections),
		setAside: issue.allClicks ? (issue.allClicks - (issue.clicks ?? 0)) / issue.allClicks : null,
		compared: null
	};
}

function basisStatements({ issue }: IssueFigures): Statement[] {
	const { sentAt, clickers, delivered, rate, open, age } = issue;
	const count = (value: number | null) => ({ count: value ?? 0 });
	const n = { n: clickers ?? 0 };
	return [
		rate === null || sentAt === null
			? statement('report.says.issue.clickers', { n, clickers: count(clickers) })
			: statement('report.says.issue.basis', {
					sent: { at: sentAt },
					n,
					clickers: count(clickers),
					delivered: count(delivered),
					rate: { rate }
				}),
		...(open ? [statement('report.says.issue.open', { age: String(age ?? 0) })] : [])
	];
}

/** How many items are clearly above and below their slots, and the furthest of each. */
function itemStatements(items: readonly IssueItem[]): Statement[] {
	const estimated = items
		.filter((item) => certainty(item).certainty === 'clear')
		.sort((a, b) => b.lift! - a.lift!);
	const values = ({ title, lift, low, high }: IssueItem) => ({
		item: { quoted: title },
		lift: { lift: lift! },
		between: { low: low!, high: high!, of: 'lift' as const }
	});
	const [above, below] = [clearOf(items, 'above'), clearOf(items, 'below')];
	const best = above ? estimated[0] : undefined;
	const worst = below ? estimated.at(-1) : undefined;
	if (!best && !worst)
		return items.some(({ lift }) => lift !== null)
			? [statement('report.says.issue.noneClear', {})]
			: [];
	return [
		statement('report.says.issue.counts', { above: { count: above }, below: { count: below } }),
		...(best ? [statement('report.says.issue.best', values(best))] : []),
		...(worst ? [statement('report.says.issue.under', values(worst))] : [])
	];
}

function keyFiguresOf({ issue }: IssueFigures, { options }: ReportContext): ReportKeyFigure[] {
	const { delivered, clickers, rate, openClickers, humanOpeners } = issue;
	const none = { change: null, low: null, high: null, note: null };
	const perOpener = openClickers !== null && humanOpeners ? openClickers / humanOpeners : null;
	return [
		{
			label: m['table.delivered']({}, options),
			kind: 'count',
			people: true,
			value: delivered,
			...none
		},
		{
			label: m['table.clickers']({}, options),
			kind: 'count',
			people: true,
			value: clickers,
			...none
		},
		{ label: m['overview.clickRate']({}, options), kind: 'rate', value: rate, ...none },
		{ label: m['overview.clicksPerOpener']({}, options), kind: 'rate', value: perOpener, ...none }
	];
}

function arrivalFigure({ issue, arrival, usual }: IssueFigures, context: ReportContext) {
	if (arrival.length < 2) return null;
	const { formats, options } = context;
	const name = issue.number === null ? m['table.issue']({}, options) : formats.issue(issue.number);
	const figure: ReportFigure = {
		id: 'arrival',
		title: m['issue.arrival']({}, options),
		sub: m['issue.arrival.sub']({}, options),
		about: m['def.arrival']({}, options),
		chart: {
			kind: 'arrival',
			label: formats.labelled(name, formats.number(arrival.at(-1)!.clickers)),
			arrived: arrival,
			usual
		},
		table: tableOf(arrivalTable, arrivalRows({ arrival, usual }), formats),
		shown: [],
		most: null,
		forest: null,
		note: null
	};
	return figure;
}

function standFigure(
	{ stands }: IssueFigures,
	{ formats, options }: ReportContext
): ReportFigure | null {
	if (stands.length === 0) return null;
	return {
		id: 'stand',
		title: m['issue.stand']({}, options),
		sub: m['issue.stand.sub']({}, options),
		about: m['def.stand']({}, options),
		chart: null,
		table: tableOf(standTable, stands, formats),
		shown: [0, 1, 2, 3, 4],
		most: null,
		forest: null,
		note: null
	};
}

function versionFigure(
	{ versions }: IssueFigures,
	{ formats, options }: ReportContext
): ReportFigure | null {
	if (versions.length === 0) return null;
	const table = tableOf(versionTable, versions, formats);
	return {
		id: 'versions',
		title: stated(versionsFinding(versions), formats),
		sub: m['versions.sub']({}, options),
		about: m['def.versions']({}, options),
		chart: null,
		table,
		shown: placesOf(table, versionTable.views.paper),
		most: null,
		forest: null,
		note: null
	};
}
