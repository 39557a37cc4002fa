import type { LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';
import { changeOfMeans } from '#lib/measure/stats/change-of-means.ts';
import { clearIn, itemsFinding } from '#lib/findings/leagues.ts';
import { overviewFinding } from '#lib/findings/overview.ts';
import { statement, type Statement } from '#lib/findings/statement.ts';
import type { ArchiveIssue } from '../store/rollups/archive.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { beside } from './beside.ts';
import { archiveOf, issuesIn } from './archive.ts';
import { comparedTo } from './comparison.ts';
import { engagedOf } from './audience/engaged.ts';
import { engagedDays, type Filters } from './filters.ts';
import { chosenBy } from './content/chosen.ts';
import { issueRows } from './content/issues.ts';
import { newest } from './content/items.ts';
import type { IssueRow, TopicRow } from './content/rows.ts';
import { leagueOf } from './content/league.ts';
import { askedTopics, topicRows } from './content/topics.ts';
import { loneIn } from './content/lone.ts';

/** A figure issue by issue: its mean over the period, and how that moved from the same number before. */
export type Series = {
	value: number | null;
	change: number | null;
	/** ends of the change's 90 % interval, over issues */
	low: number | null;
	high: number | null;
	points: { at: number; label: string; value: number | null }[];
};

export type KeyFigures = {
	delivered: Series;
	clickRate: Series;
	clicksPerOpener: Series;
	engaged: Series | null;
};

export type OverviewFigures = {
	quality: {
		dataUpTo: number | null;
		issuesRead: number;
		issuesAll: number;
		/** clicks whose page the issue's document names, of all clicks */
		matchedShare: number | null;
		/** clicks set aside as machines' or suspect, of all clicks */
		setAsideShare: number | null;
		openIssue: { label: string; age: number | null } | null;
	};
	finding: Statement;
	keyFigures: KeyFigures;
	/** days within which a click makes a reader engaged */
	window: number;
	/** of the sections, topics and authors asked for; so are `finding` and `items`, and nothing else */
	topics: TopicRow[];
	issues: IssueRow[];
	/** of their clicks that count, probably lone checks by machines; null where it cannot be told */
	lone: LoneChecks | null;
	items: number;
	dataUpTo: number | null;
};

const ofItems = ['sections', 'topics', 'authors'] as const;

/** What happened, on one page: how far it can be trusted, what changed, which topics and issues did well. */
export const overviewFigures = beside('overview', makeOverviewFigures);

async function makeOverviewFigures(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
): Promise<OverviewFigures> {
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, filters, publication.zone);
	const rows = issueRows(archive, issues);
	const compared = comparedTo(archive, issues, 'before', publication.zone);
	const before = issueRows(archive, compared);
	const chosen = chosenBy(archive, filters, publication.zone, ['sections', 'authors']);
	const topics = askedTopics(topicRows(db, publication, archive, chosen), filters);
	const { items, isAsked } = chosenBy(archive, filters, publication.zone, ofItems);
	const league = leagueOf(archive, 'editorial');

	return {
		quality: qualityOf(issues, rows),
		finding: findingOf({
			isEmptyPeriod: issues.length === 0 && archive.issues.length > 0,
			isEmptyChoice: isAsked !== null && items.length === 0,
			...{ topics, issues: issues.length, items: items.length },
			instead: itemsFinding(clearIn(items.flatMap(({ id }) => league.item(id) ?? [])))
		}),
		keyFigures: await keyFiguresOf(db, publication, { filters, now }, rows, before),
		window: filters.window ?? engagedDays,
		topics,
		issues: rows,
		lone: loneIn(archive, issues),
		items: items.length,
		dataUpTo: newest(issues)
	};
}

/** What the page opens with; of a period or a choice without anything that there is nothing. */
function findingOf({
	isEmptyPeriod,
	isEmptyChoice,
	...told
}: Parameters<typeof overviewFinding>[0] & Record<'isEmptyPeriod' | 'isEmptyChoice', boolean>) {
	if (isEmptyPeriod) return statement('empty.period', {});
	return isEmptyChoice ? statement('empty.match', {}) : overviewFinding(told);
}

/** What a period's issues came to, and how that moved from the issues they are compared to. */
export async function keyFiguresOf(
	db: Db,
	publication: Publication,
	asked: { filters: Filters; now: number },
	rows: readonly IssueRow[],
	before: readonly IssueRow[]
): Promise<KeyFigures> {
	return {
		delivered: series(rows, before, ({ delivered }) => delivered),
		clickRate: series(rows, before, ({ rate }) => rate),
		clicksPerOpener: series(rows, before, ({ openClickers, humanOpeners }) =>
			openClickers !== null && humanOpeners ? openClickers / humanOpeners : null
		),
		engaged: await engagedReaders(db, publication, asked, rows, before)
	};
}

function qualityOf(
	issues: readonly ArchiveIssue[],
	rows: readonly IssueRow[]
): OverviewFigures['quality'] {
	const sum = (pick: (row: IssueRow) => number | null) =>
		rows.reduce((n, row) => n + (pick(row) ?? 0), 0);
	const all = sum(({ allClicks }) => allClicks);
	const open = rows.find((row) => row.open);
	return {
		dataUpTo: newest(issues),
		issuesRead: issues.filter(({ documentId }) => documentId !== null).length,
		issuesAll: issues.length,
		matchedShare: all ? sum(({ matchedClicks }) => matchedClicks) / all : null,
		setAsideShare: all ? (all - sum(({ clicks }) => clicks)) / all : null,
		openIssue: open ? { label: String(open.number ?? open.title), age: open.age } : null
	};
}

/** Rows come newest first; a line goes forward in time. Open issues are shown, and not compared. */
function series(
	rows: readonly IssueRow[],
	before: readonly IssueRow[],
	pick: (row: IssueRow) => number | null
): Series {
	const values = (of: readonly IssueRow[]) =>
		of.filter(({ open }) => !open).flatMap((row) => pick(row) ?? []);
	const now = values(rows);
	const change = changeOfMeans(values(before), now);
	return {
		value: now.length ? now.reduce((sum, value) => sum + value, 0) / now.length : null,
		change: change?.change ?? null,
		low: change?.low ?? null,
		high: change?.high ?? null,
		points: [...rows].reverse().map((row) => ({
			at: row.sentAt ?? 0,
			label: String(row.number ?? row.title),
			value: pick(row)
		}))
	};
}

/** Engaged readers at the end of the period and on the day of each issue, and how many more than before it. */
async function engagedReaders(
	db: Db,
	publication: Publication,
	{ filters, now }: { filters: Filters; now: number },
	rows: readonly IssueRow[],
	before: readonly IssueRow[]
): Promise<Series | null> {
	const dated = [...rows].reverse().filter((row) => row.sentAt !== null);
	if (dated.length === 0) return null;
	const engaged = await engagedOf(db, publication, filters, now);
	if (engaged?.readers == null) return null;
	const then = before[0]?.sentAt ? engaged.at(before[0].sentAt) : null;
	return {
		value: engaged.readers,
		change: then === null ? null : engaged.readers - then,
		low: null,
		high: null,
		points: dated.map(({ sentAt, number, title }) => ({
			at: sentAt!,
			label: String(number ?? title),
			value: engaged.at(sentAt!)
		}))
	};
}
