import { issueLabel } from '#lib/issue-label.ts';
import { createHash } from 'node:crypto';
import { isBlankChart } from '#lib/chart/blank.ts';
import type { KeyedTable, Table } from '#lib/columns/table.ts';
import { everything, type Filters, type Narrowed } from '#lib/filters/filters.ts';
import { filterLine, filterWords, filterPeriod } from '#lib/messages/filter-words.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { issueWithin } from '#lib/messages/issue-name.ts';
import { Trouble } from '#lib/trouble.ts';
import { annotationsOf } from '../figures/annotations.ts';
import { archiveOf, issuesIn } from '../figures/archive.ts';
import { filterChoices, type FilterChoices } from '../figures/choices.ts';
import { otherIssues } from '../figures/comparison.ts';
import { currentFilters } from '../figures/current-filters.ts';
import { cutUntil } from '../figures/cut-issues.ts';
import { newest } from '../figures/content/items.ts';
import type { Publication } from '../figures/publications.ts';
import { sponsorReceipt } from '../figures/sponsors/sponsor-receipt.ts';
import { rulesVersion } from '../figures/verdicts/verdicts.ts';
import type { ArchiveIssue } from '../store/rollups/archive.ts';
import type { Db } from '../store/sql/open.ts';
import { issueHeading } from './issue-heading.ts';
import { bodies } from './kinds/bodies.ts';
import {
	writingTools,
	type ReportRequest,
	type ReportBody,
	type ReportContext
} from './kinds/report-context.ts';
import { frozenLogo } from './logo.ts';
import { reportKind, type ReportKind } from '#lib/report-kinds.ts';
import type { ReportPart, Snapshot } from './snapshot.ts';

/**
 * Makes a report as of now: its numbers, its sentences, its charts, and what they rest on, all in
 * the language that was asked for.
 *
 * @throws {Trouble} noSuchIssue, noSuchPlacement, placementLost
 */
export async function makeReport(
	db: Db,
	publication: Publication,
	wanted: ReportRequest,
	now: number
): Promise<Snapshot> {
	const filters = await currentFilters(db, publication, wanted.filters);
	const asked = await ofItsIssue(db, publication, { ...wanted, filters });
	const context = await contextOf(db, publication, asked, now);
	const { issues } = context;
	const choices = await filterChoices(db, publication);
	const { setAside, compared, days = null, ...body } = await bodies[asked.kind](context);
	const period = periodWords(asked, choices, issues, days, context);

	const unsealed = {
		version: 1 as const,
		kind: asked.kind,
		name: asked.name ?? nameOf(asked, period, issues, context),
		locale: asked.locale,
		publication: {
			slug: publication.slug,
			name: publication.name,
			zone: publication.zone,
			currency: publication.currency,
			logo: await frozenLogo(db, publication)
		},
		asked: {
			filters: asked.filters,
			part: asked.part ?? null,
			placement: asked.placement ?? null,
			sponsor: asked.sponsor ?? null
		},
		period,
		compared,
		filters: filtersSaid(asked, choices, await cutUntil(db, publication), context),
		createdAt: now,
		dataUpTo: newest(issues),
		rules: await rulesVersion(db, publication),
		setAside,
		...body,
		sections: body.sections
			.map((section) => ({ ...section, figures: section.figures.flatMap(kept) }))
			.filter(({ figures }) => figures.length > 0)
	};
	return { ...unsealed, seal: sealOf(unsealed) };
}

/** What a report is made from: the issues that it is of, those it compares them with, and how it is written. */
async function contextOf(
	db: Db,
	publication: Publication,
	asked: ReportRequest,
	now: number
): Promise<ReportContext> {
	const archive = await archiveOf(db, publication);
	const { zone } = publication;
	const issues = issuesIn(archive, asked.filters, zone);
	const { issues: others, compared } = otherIssues(archive, issues, asked.filters, zone);
	const annotations = await annotationsOf(db, publication);
	const tools = writingTools(publication, asked.locale);
	return { db, publication, now, archive, asked, issues, others, compared, annotations, ...tools };
}

/** What a report is narrowed to, in words; of one issue its sponsor alone. */
function filtersSaid(
	asked: ReportRequest,
	choices: FilterChoices,
	cutUpTo: number | null,
	{ formats, options }: Tools
): string[] {
	const sponsor = asked.sponsor ? [`${m['table.sponsor']({}, options)} ${asked.sponsor}`] : [];
	if (isOfOneIssue(asked.kind)) return sponsor;
	const filters = filterWords(asked.filters, choices, formats, figuresIn(asked)).map(filterLine);
	if (cutUpTo === null) return [...sponsor, ...filters];
	const since = m['cutUntil.since']({ day: formats.day(cutUpTo) }, options);
	return [...sponsor, ...filters, `${m['cutUntil.fact']({}, options)} ${since}`];
}

/** A figure as a report keeps it: a chart of nothing goes, and all of it where no table says that there is nothing. */
function kept(figure: ReportBody['sections'][number]['figures'][number]) {
	const chart = figure.chart && isBlankChart(figure.chart) ? null : figure.chart;
	if (!chart && figure.shown.length === 0) return [];
	return [{ ...figure, chart, table: withoutKeys(figure.table) }];
}

/** A table as a report keeps it: read by people, under its heads. */
function withoutKeys({ columns, rows }: KeyedTable | Table): Table {
	return {
		columns: columns.map((column) => {
			const { key: _, ...head } = { key: '', ...column };
			return head;
		}),
		rows
	};
}

/** Of one issue, which is no filter then. */
function isOfOneIssue(kind: ReportKind): boolean {
	const { of } = reportKind(kind);
	return of === 'issue' || of === 'placement';
}

const figuresOfPart: Record<ReportPart, readonly Narrowed[]> = {
	topics: ['topics'],
	items: ['items'],
	sections: ['sections'],
	issues: ['overview', 'issues']
};

function figuresIn({ kind, part }: ReportRequest): readonly Narrowed[] {
	return part ? figuresOfPart[part] : reportKind(kind).narrows;
}

/** What is of one issue is of that alone, whatever else was asked for; a receipt of its place's. */
async function ofItsIssue(
	db: Db,
	publication: Publication,
	asked: ReportRequest
): Promise<ReportRequest> {
	const { of } = reportKind(asked.kind);
	if (of === 'issue') return { ...asked, filters: ofOne(asked.filters.issue) };
	if (of !== 'placement') return asked;
	const { placement } = await sponsorReceipt(db, publication, asked.placement ?? NaN);
	if (placement.unlocated !== null) throw new Trouble('placementLost', {});
	const filters = ofOne(placement.issueId);
	return { ...asked, filters, sponsor: placement.sponsor };
}

/** One issue is told from all others before it: it is compared with no other period. */
function ofOne(issue: number | null): Filters {
	return { ...everything, issue, compare: 'none' };
}

/** Eight characters that no other report is likely to bear. */
function sealOf(document: Omit<Snapshot, 'seal'>): string {
	return createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 8);
}

type Tools = ReturnType<typeof writingTools>;

/** From the first issue to the last. */
function rangeOf(issues: readonly ArchiveIssue[], { formats }: Tools): string {
	const dates = issues.flatMap(({ sentAt }) => sentAt ?? []);
	const [first, last] = [dates[0], dates.at(-1)];
	if (first === undefined || last === undefined) return '';
	return issues.length === 1 ? formats.day(first) : formats.period(first, last);
}

function periodWords(
	{ filters }: ReportRequest,
	choices: FilterChoices,
	issues: readonly ArchiveIssue[],
	days: string | null,
	tools: Tools
): string {
	if (issues.length === 0) return filterPeriod(filters, choices.issues, tools.formats).name;
	const { formats, options } = tools;
	const range = days ?? rangeOf(issues, tools);
	return m['report.issuesOf'](
		{ n: issues.length, issues: formats.number(issues.length), range },
		options
	);
}

function nameOf(
	{ kind, part, sponsor }: ReportRequest,
	period: string,
	[issue]: readonly ArchiveIssue[],
	{ formats, options }: Tools
): string {
	if (kind === 'receipt') {
		const at = issueWithin(issue ? issueLabel(issue) : '', formats);
		return m['report.name.receipt']({ sponsor: sponsor ?? '', issue: at }, options);
	}
	if (part) return m['report.name.part']({ part: m[`nav.${part}`]({}, options), period }, options);
	if (kind === 'sponsor' && sponsor)
		return m['report.name.sponsorOne']({ sponsor, period }, options);
	if (kind !== 'issue' || !issue)
		return m[`report.name.${kind === 'issue' ? 'editorial' : kind}`]({ period }, options);
	return issueHeading(issue, formats);
}
