import { HOUR } from '#lib/duration.ts';
import type { LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';
import type { ArchiveIssue } from '../../store/rollups/archive.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf, issuesIn, type Archive } from '../archive.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { newest } from './items.ts';
import { otherIssues, type Compared } from '../comparison.ts';
import { issueKeys, type IssueKeys } from './issue-keys.ts';
import { machineStep, type MachineStep } from '../machine-step.ts';
import { loneFigures, loneIn } from './lone.ts';
import { estimateWith, leagueOf, unsaid } from './league.ts';
import type { IssueRow } from './rows.ts';
import { versionsOf, type VersionRow } from './versions.ts';

/** Hours after which nearly all clicks have come: an issue is open until then. */
export const closedAfterHours = 72;

export type IssueListFigures = {
	/** newest first */
	issues: IssueRow[];
	keyFigures: IssueKeys;
	/** what the key figures are compared with */
	compared: Compared;
	/** the clearest lasting step in the share of machines' clicks, where it is in the period */
	step: MachineStep | null;
	/** estimate of how many unfiltered clicks are lone checks by machines; null if unknown */
	lone: LoneChecks | null;
	/** issues that were sent in several versions, as in an A/B test: how each version did */
	versions: VersionRow[];
	dataUpTo: number | null;
};

/** The issues of a period with what each reached and got. */
export async function issueListFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<IssueListFigures> {
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, filters, publication.zone);
	const step = await machineStep(db, publication);
	const rows = issueRows(archive, issues);
	const other = otherIssues(archive, issues, filters, publication.zone);
	return {
		issues: rows,
		keyFigures: issueKeys(rows, issueRows(archive, other.issues), other.compared),
		compared: other.compared,
		step: issues.some(({ id }) => id === step?.issueId) ? step : null,
		lone: loneIn(archive, issues),
		versions: await versionsOf(db, publication, issues),
		dataUpTo: newest(issues)
	};
}

const made = new WeakMap<Archive, Map<number, IssueRow>>();

/** Rows of these issues, newest first. Lift is relative to all issues of the publication. */
export function issueRows(archive: Archive, issues: readonly ArchiveIssue[]): IssueRow[] {
	let rows = made.get(archive);
	if (!rows) made.set(archive, (rows = new Map(makeRows(archive).map((row) => [row.id, row]))));
	return issues.map(({ id }) => rows.get(id)!).reverse();
}

function makeRows(archive: Archive): IssueRow[] {
	const league = leagueOf(archive, 'editorial');
	const itemsOf = itemsByIssue(archive);
	const dataUpTo = newest(archive.issues);
	const lone = loneFigures(archive, new Set());
	const unsubscribed = unsubscribesIn(archive.issues);
	return archive.issues.map((issue): IssueRow => {
		const { rollup } = issue;
		const items = itemsOf.get(issue.id) ?? [];
		const clickers = rollup?.clickers ?? null;
		const delivered = rollup?.delivered ?? null;
		const age = ageOf(issue, dataUpTo);
		const editorial = items.filter(({ role }) => role === 'editorial');
		const best = editorial
			.map(({ id, title, rollup }) => ({
				title,
				lift: league.item(id)?.lift ?? null,
				clickers: rollup?.clickers ?? 0
			}))
			// without clicks there is no best item
			.filter(({ lift, clickers }) => lift !== null || clickers > 0)
			.sort((a, b) => (b.lift ?? 0) - (a.lift ?? 0) || b.clickers - a.clickers)[0];

		return {
			// an open issue would be compared with issues that have all of their clicks
			...(isOpen(issue, dataUpTo) && clickers !== null
				? unsaid('open')
				: estimateWith(league.issue(issue.id), editorial, league)),
			id: issue.id,
			number: issue.number,
			title: issue.title,
			subject: issue.subject,
			sentAt: issue.sentAt,
			delivered,
			basis: rollup?.basis ?? 'unknown',
			layer: rollup?.layer ?? 'none',
			clickers,
			clicks: rollup?.clicks ?? null,
			lone: lone.of(issue.id),
			allClicks: rollup?.allClicks ?? null,
			rate: clickers !== null && delivered ? clickers / delivered : null,
			humanOpeners: rollup?.humanOpeners ?? null,
			openPopulation:
				delivered && rollup?.openPopulation != null ? rollup.openPopulation / delivered : null,
			// which openers clicked is unknown before the issue's clicks are imported
			openClickers: clickers === null ? null : (rollup?.openClickers ?? null),
			allOpeners: rollup?.allOpeners ?? null,
			unsubscribed: unsubscribed(issue),
			items: items.length,
			hasDocument: issue.documentId !== null,
			matchedClicks: hasPages(rollup) ? (rollup?.matched ?? 0) + (rollup?.ambiguous ?? 0) : null,
			open: isOpen(issue, dataUpTo),
			age,
			best: best ?? null
		};
	});
}

/** Whether pages of clicks are known, if there are any: totals of readers or of whole issues name none. */
const hasPages = (rollup: ArchiveIssue['rollup']) =>
	rollup?.layer !== 'readers' && rollup?.layer !== 'issue';

/**
 * Unsubscribes by issue. Exports of events do not mention an issue without unsubscribes: between two issues
 * with known ones, none means 0, not unknown.
 */
function unsubscribesIn(issues: readonly ArchiveIssue[]) {
	const known = issues.flatMap(({ sentAt, rollup }) =>
		rollup?.unsubscribed != null && sentAt !== null ? sentAt : []
	);
	const [first, last] = [Math.min(...known), Math.max(...known)];
	return ({ sentAt, rollup }: ArchiveIssue): number | null => {
		const isBetween = sentAt !== null && sentAt > first && sentAt < last;
		return rollup?.unsubscribed ?? (isBetween && rollup?.layer === 'events' ? 0 : null);
	};
}

function itemsByIssue({ items }: Archive): Map<number, Archive['items']> {
	const byIssue = new Map<number, Archive['items']>();
	for (const item of items) {
		const own = byIssue.get(item.issueId);
		if (own) own.push(item);
		else byIssue.set(item.issueId, [item]);
	}
	return byIssue;
}

/** Whether an issue has less than 72 hours of data, up to the newest known event. */
export function isOpen(issue: ArchiveIssue, dataUpTo: number | null): boolean {
	const age = ageOf(issue, dataUpTo);
	return age !== null && age < closedAfterHours;
}

/** Hours of data since an issue was sent, at most 72: up to the newest known event, not up to now. */
function ageOf({ sentAt }: ArchiveIssue, dataUpTo: number | null): number | null {
	if (sentAt === null || dataUpTo === null) return null;
	return Math.max(0, Math.min(closedAfterHours, Math.floor((dataUpTo - sentAt) / HOUR)));
}
