import { createHash } from 'node:crypto';
import { filterWords, periodOf } from '#lib/messages/filter-words.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { archiveOf, issuesIn } from '../figures/archive.ts';
import { filterChoices, type FilterChoices } from '../figures/choices.ts';
import { comparedTo } from '../figures/comparison.ts';
import { newest } from '../figures/items.ts';
import type { Publication } from '../figures/publications.ts';
import { rulesVersion } from '../figures/verdicts.ts';
import type { ArchiveIssue } from '../store/archive.ts';
import type { Db } from '../store/open.ts';
import { penOf, type Asked, type Body, type Ground } from './kinds/asked.ts';
import { acquisitionReport } from './kinds/acquisition.ts';
import { editorialReview } from './kinds/editorial.ts';
import { issueReport } from './kinds/issue.ts';
import { managementSummary } from './kinds/management.ts';
import type { ReportKind, Snapshot } from './snapshot.ts';

const bodies: Record<ReportKind, (ground: Ground) => Promise<Body>> = {
	editorial: editorialReview,
	issue: issueReport,
	acquisition: acquisitionReport,
	management: managementSummary
};

/**
 * Makes a report as of now: its numbers, its sentences, its charts, and what they rest on, all in
 * the language that was asked for.
 *
 * @throws {Trouble} noSuchIssue
 */
export async function makeReport(
	db: Db,
	publication: Publication,
	asked: Asked,
	now: number
): Promise<Snapshot> {
	const archive = await archiveOf(db, publication);
	const choices = await filterChoices(db, publication);
	const issues = issuesIn(archive, asked.filters, publication.zone);
	const compared =
		asked.kind === 'issue' || asked.kind === 'acquisition'
			? []
			: comparedTo(archive, issues, asked.comparison, publication.zone);
	const pen = penOf(publication, asked.locale);
	const { say, o } = pen;

	const comparedWords = compared.length
		? m[`report.compared.${asked.comparison === 'year' ? 'year' : 'before'}`](
				{
					n: compared.length,
					issues: say.number(compared.length),
					range: rangeOf(compared, pen)
				},
				o
			)
		: null;
	const ground = { db, publication, archive, asked, issues, compared, comparedWords, ...pen };
	const { setAside, ...body } = await bodies[asked.kind](ground);
	const period = periodWords(asked, choices, issues, pen);

	const unsealed = {
		version: 1 as const,
		kind: asked.kind,
		name: asked.name ?? nameOf(asked.kind, period, issues, pen),
		locale: asked.locale,
		publication: {
			slug: publication.slug,
			name: publication.name,
			zone: publication.zone,
			currency: publication.currency
		},
		asked: { filters: asked.filters, comparison: asked.comparison },
		period,
		compared: comparedWords,
		filters: filterWords(asked.filters, choices, say)
			.filter(({ key }) => asked.kind !== 'issue' || key !== 'issue')
			.map(({ kind, value }) => `${kind} ${value}`),
		createdAt: now,
		dataUpTo: newest(issues),
		rules: await rulesVersion(db, publication),
		setAside,
		...body
	};
	return { ...unsealed, seal: sealOf(unsealed) };
}

/** Eight characters that no other report is likely to bear. */
function sealOf(document: Omit<Snapshot, 'seal'>): string {
	return createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 8);
}

type Pen = ReturnType<typeof penOf>;

/** From the first issue to the last. */
function rangeOf(issues: readonly ArchiveIssue[], { say }: Pen): string {
	const dates = issues.flatMap(({ sentAt }) => sentAt ?? []);
	const [first, last] = [dates[0], dates.at(-1)];
	if (first === undefined || last === undefined) return '';
	return issues.length === 1 ? say.day(first) : say.period(first, last);
}

function periodWords(
	{ filters }: Asked,
	choices: FilterChoices,
	issues: readonly ArchiveIssue[],
	pen: Pen
): string {
	if (issues.length === 0) return periodOf(filters, choices.issues, pen.say).name;
	const { say, o } = pen;
	const range = rangeOf(issues, pen);
	return m['report.issuesOf']({ n: issues.length, issues: say.number(issues.length), range }, o);
}

function nameOf(
	kind: ReportKind,
	period: string,
	[issue]: readonly ArchiveIssue[],
	{ say, o }: Pen
): string {
	if (kind !== 'issue' || !issue)
		return m[`report.name.${kind === 'issue' ? 'editorial' : kind}`]({ period }, o);
	return issue.number === null
		? issue.title
		: m['report.name.issue']({ issue: say.issue(issue.number), title: issue.title }, o);
}
