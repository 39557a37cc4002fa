import { shareSetAside } from '#lib/findings/click-shares.ts';
import { itemStatements } from '#lib/findings/issue.ts';
import { versionsFinding } from '#lib/findings/versions.ts';
import { standStatements } from '#lib/findings/report.ts';
import { statement, type Statement } from '#lib/findings/statement.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { stated } from '#lib/messages/stated.ts';
import { Trouble } from '#lib/trouble.ts';
import { issueFigures, type IssueFigures } from '../../figures/content/issue.ts';
import { perOpener } from '../../figures/content/issue-keys.ts';
import { verdictFigures } from '../../figures/verdicts/verdicts.ts';
import type { ReportFigure, ReportKeyFigure } from '../snapshot.ts';
import { forestPlaces, isAdjusted, shownFigures } from './figure-parts.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { placesOf } from '#lib/columns/table.ts';
import { versionTable } from '#lib/columns/tables/versions.ts';
import { arrivalRows, arrivalTable, standTable } from '#lib/columns/tables/issue.ts';
import type { ReportBody, ReportContext } from './report-context.ts';
import { verdictFigure } from './issue-figures.ts';
import { itemFigure } from './item-figures.ts';
import { metricsUsed } from './shared.ts';

/**
 * One issue: how it did against its usual, and what each item got.
 *
 * @throws {Trouble} noSuchIssue, whichIssue
 */
export async function issueReport(context: ReportContext): Promise<ReportBody> {
	const { db, publication, asked, state, options } = context;
	const { issue: id } = asked.filters;
	if (id === null) throw new Trouble('whichIssue');
	const figures = await issueFigures(db, publication, id);
	const verdicts = await verdictFigures(db, publication, asked.filters);
	const { issue } = figures;
	const items = figures.sections.flatMap(({ items }) => items);

	const sections = [
		{
			heading: m['report.items']({}, options),
			figures: items.length
				? [
						itemFigure(
							'items',
							m['report.read']({}, options),
							isAdjusted(items)
								? m['issue.read.sub']({}, options)
								: m['issue.read.raw']({}, options),
							items,
							context,
							null
						)
					]
				: []
		},
		{
			heading: m['report.numbers']({}, options),
			figures: shownFigures(
				arrivalFigure(figures, context),
				standFigure(figures, context),
				versionFigure(figures, context)
			)
		},
		{
			heading: m['report.trust']({}, options),
			figures: shownFigures(verdictFigure(verdicts, context))
		}
	].filter(({ figures }) => figures.length > 0);

	return {
		findings: state([
			...basisStatements(figures),
			...(issue.clickers === null ? [] : standStatements(figures.stands)),
			...itemStatements(items)
		]),
		keyFigures: keyFiguresOf(figures, context),
		advice: [],
		sections,
		definitions: metricsUsed(context, sections),
		setAside: shareSetAside([issue]),
		compared: null
	};
}

function basisStatements({ issue }: IssueFigures): Statement[] {
	const { open, age } = issue;
	return [
		reachStatement(issue),
		...(open ? [statement('report.says.issue.open', { age: String(age ?? 0) })] : [])
	];
}

/** How many readers clicked, of how many, and when it was sent: as far as each is known. */
function reachStatement({
	sentAt,
	clickers,
	clicks,
	delivered,
	rate
}: IssueFigures['issue']): Statement {
	if (clickers === null)
		return statement(`report.says.issue.${clicks === null ? 'noClicks' : 'countsOnly'}`, {});
	const counted = { n: { n: clickers }, clickers: { count: clickers } };
	if (rate === null || delivered === null) return statement('report.says.issue.clickers', counted);
	const known = { ...counted, delivered: { count: delivered }, rate: { rate } };
	return sentAt === null
		? statement('report.says.issue.undated', known)
		: statement('report.says.issue.basis', { ...known, sent: { at: sentAt } });
}

function keyFiguresOf({ issue }: IssueFigures, { options }: ReportContext): ReportKeyFigure[] {
	const { delivered, clickers, rate } = issue;
	const none = { change: null, low: null, high: null, note: null };
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
		{
			label: m['overview.clicksPerOpener']({}, options),
			kind: 'rate',
			value: perOpener(issue),
			...none
		}
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
		table: fileTable(arrivalTable, arrivalRows({ arrival, usual }), formats),
		shown: [],
		most: null,
		forest: null,
		note: null,
		noted: null
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
		table: fileTable(standTable, stands, formats),
		shown: [0, 1, 2, 3, 4],
		most: null,
		forest: null,
		note: null,
		noted: null
	};
}

function versionFigure(
	{ versions }: IssueFigures,
	{ formats, options }: ReportContext
): ReportFigure | null {
	if (versions.length === 0) return null;
	const table = fileTable(versionTable, versions, formats);
	return {
		id: 'versions',
		title: stated(versionsFinding(versions), formats),
		sub: m['versions.sub']({}, options),
		about: m['def.versions']({}, options),
		chart: null,
		table,
		shown: placesOf(table, versionTable.views.paper),
		most: null,
		forest: isAdjusted(versions) ? forestPlaces(table, versions, { n: 'clickers' }) : null,
		note: null,
		noted: null
	};
}
