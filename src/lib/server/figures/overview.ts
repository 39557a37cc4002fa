import { issueLabel } from '#lib/issue-label.ts';
import type { LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';
import { shareMatched, shareSetAside } from '#lib/findings/click-shares.ts';
import { clearIn, itemsFinding } from '#lib/findings/leagues.ts';
import { overviewFinding } from '#lib/findings/overview.ts';
import { statement, type Statement } from '#lib/findings/statement.ts';
import type { ArchiveIssue, ArchiveItem } from '../store/rollups/archive.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { beside } from './beside.ts';
import { archiveOf, issuesIn, type Archive } from './archive.ts';
import { otherIssues, type Compared } from './comparison.ts';
import { engagedDays, type Filters } from '#lib/filters/filters.ts';
import { overviewKeys, type KeyFigures } from './overview-keys.ts';
import { chosenBy, chosenOf, filtersNamed } from './content/chosen.ts';
import { issueRows } from './content/issues.ts';
import { newest } from './content/items.ts';
import type { IssueRow, TopicRow } from './content/rows.ts';
import { hasKnownClicks, leagueOf } from './content/league.ts';
import { comparedTopics, selectedTopics } from './content/topics.ts';
import { loneIn } from './content/lone.ts';

export type OverviewFigures = {
	quality: {
		dataUpTo: number | null;
		issuesRead: number;
		issuesAll: number;
		/** share of clicks whose page the issue's document names; null where no page of any click is known */
		matchedShare: number | null;
		/** share of all clicks that were filtered as machines' or suspect */
		setAsideShare: number | null;
		openIssue: { label: string; age: number | null } | null;
	};
	finding: Statement;
	keyFigures: KeyFigures;
	/** what the key figures are compared with */
	compared: Compared;
	/** days within which a click makes a reader engaged */
	window: number;
	/** of the chosen sections, topics and authors, as are `finding` and `items`, and nothing else */
	topics: TopicRow[];
	issues: IssueRow[];
	/** estimate of how many of their unfiltered clicks are lone checks by machines; null if unknown */
	lone: LoneChecks | null;
	items: number;
	/**
	 * those of them with known clicks, and their issues: the basis of topics, without issues of which only
	 * totals are known if there are events
	 */
	counted: { items: number; issues: number };
	dataUpTo: number | null;
};

const ofTopics = ['sections', 'authors'] as const;
const ofItems = [...ofTopics, 'topics'] as const;

/** What happened, on one page: how reliable the data are, what changed, which topics and issues did well. */
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
	const other = otherIssues(archive, issues, filters, publication.zone);
	const before = issueRows(archive, other.issues);
	const { compared } = other;
	const periods = {
		now: chosenBy(archive, filters, publication.zone, ofTopics),
		before: chosenOf(archive, other.issues, filtersNamed(filters, ofTopics)),
		compared
	};
	const topics = selectedTopics(comparedTopics(db, publication, archive, periods), filters);
	const { items, isAsked } = chosenBy(archive, filters, publication.zone, ofItems);
	const league = leagueOf(archive, 'editorial');
	const known = items.filter(hasKnownClicks);
	const counted = withoutTotals(known, archive);

	return {
		quality: qualityOf(issues, rows),
		finding: findingOf({
			isEmptyPeriod: issues.length === 0 && archive.issues.length > 0,
			isEmptyChoice: isAsked !== null && items.length === 0,
			topics,
			issues: issues.length,
			items: items.length,
			clicked: known.length,
			isEach: filters.topics.length === 0,
			instead: itemsFinding(clearIn(items.flatMap(({ id }) => league.item(id) ?? [])))
		}),
		keyFigures: await overviewKeys(db, publication, { filters, now, rows, before, compared }),
		compared,
		window: filters.window ?? engagedDays,
		topics,
		issues: rows,
		lone: loneIn(archive, issues),
		items: items.length,
		counted: {
			items: counted.length,
			issues: new Set(counted.map(({ issueId }) => issueId)).size
		},
		dataUpTo: newest(issues)
	};
}

/** Items of issues with events, if there are any: a fit leaves totals out then, and so does what rests on it. */
function withoutTotals(items: readonly ArchiveItem[], archive: Archive): readonly ArchiveItem[] {
	const events = new Set(
		archive.issues.flatMap(({ id, rollup }) => (rollup?.layer === 'events' ? [id] : []))
	);
	const own = items.filter(({ issueId }) => events.has(issueId));
	return own.length > 0 ? own : items;
}

/** The sentence at the head of the page; about an empty period or choice, that there is nothing. */
function findingOf({
	isEmptyPeriod,
	isEmptyChoice,
	...figures
}: Parameters<typeof overviewFinding>[0] & Record<'isEmptyPeriod' | 'isEmptyChoice', boolean>) {
	if (isEmptyPeriod) return statement('empty.period', {});
	return isEmptyChoice ? statement('empty.match', {}) : overviewFinding(figures);
}

function qualityOf(
	issues: readonly ArchiveIssue[],
	rows: readonly IssueRow[]
): OverviewFigures['quality'] {
	const open = rows.find((row) => row.open);
	return {
		dataUpTo: newest(issues),
		issuesRead: issues.filter(({ documentId }) => documentId !== null).length,
		issuesAll: issues.length,
		matchedShare: shareMatched(rows),
		setAsideShare: shareSetAside(rows),
		openIssue: open ? { label: issueLabel(open), age: open.age } : null
	};
}
