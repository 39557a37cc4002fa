import { issueLabel } from '#lib/issue-label.ts';
import type { LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';
import { HOUR } from '#lib/duration.ts';
import { halfLife } from '#lib/measure/readers/arrival.ts';
import { Trouble } from '#lib/trouble.ts';
import {
	firstClicks,
	linksWithClicks,
	pagesInNoDocument,
	type LinkClicks
} from '../../store/rollups/archive.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf } from '../archive.ts';
import { loneIn } from './lone.ts';
import { standOf, type Stand } from './issue-stand.ts';
import { issueRows, closedAfterHours } from './issues.ts';
import { leagueOf } from './league.ts';
import { itemRows, newest } from './items.ts';
import type { IssueRow, ItemRow } from './rows.ts';
import { versionsOf, type VersionRow } from './versions.ts';

type IssueLink = Pick<LinkClicks, 'url' | 'text' | 'role' | 'clickers' | 'clicks'>;

export type IssueItem = Omit<ItemRow, 'links'> & { text: string; links: IssueLink[] };

export type IssueFigures = {
	issue: IssueRow;
	/** in reading order; a section of an issue may have no title */
	sections: { title: string | null; items: IssueItem[] }[];
	otherLinks: IssueLink[];
	/** pages that readers clicked but the document does not name */
	unmatched: { page: string; clickers: number | null; clicks: number | null }[];
	/** clickers so far, by hours since sending */
	arrival: { at: number; clickers: number }[];
	/** the same for other issues: the median, and the range of the middle 80 % */
	usual: { at: number; low: number; mid: number; high: number }[];
	/** compared with the publication's average, at the same age; empty with too little to compare */
	stands: Stand[];
	/** hours in which half of its clickers came; null while it is open */
	halfLife: number | null;
	/** estimate of how many of its unfiltered clicks are lone checks by machines; null if unknown */
	lone: LoneChecks | null;
	/** if it was sent in several versions, as in an A/B test: how each did */
	versions: VersionRow[];
	previous: { id: number; label: string } | null;
	next: { id: number; label: string } | null;
	dataUpTo: number | null;
};

/**
 * One issue in reading order, with what each item got.
 *
 * @throws {Trouble} noSuchIssue
 */
export async function issueFigures(
	db: Db,
	publication: Publication,
	issueId: number
): Promise<IssueFigures> {
	const archive = await archiveOf(db, publication);
	const index = archive.issues.findIndex(({ id }) => id === issueId);
	const issue = archive.issues[index];
	if (!issue) throw new Trouble('noSuchIssue', { id: issueId });

	const [row] = issueRows(archive, [issue]);
	// estimates come from all issues: one alone does not show the average
	const rows = itemRows(db, publication, archive, archive.issues).filter(
		(item) => item.issueId === issueId
	);
	const links = await linksWithClicks(db, issueId);
	const firsts = await firstClicks(db, publication.id);
	const { arrival, usual } = arrivals(firsts, issueId, row!, newest(archive.issues));
	const league = leagueOf(archive, 'editorial');
	const label = (i: number) => {
		const other = archive.issues[i];
		return other ? { id: other.id, label: issueLabel(other) } : null;
	};

	return {
		issue: row!,
		sections: inSections(rows, links, new Map(archive.items.map(({ id, text }) => [id, text]))),
		otherLinks: links.filter(({ itemId }) => itemId === null).map(linkOf),
		unmatched:
			issue.documentId === null
				? []
				: (await pagesInNoDocument(db, issueId)).map(({ key, clickers, clicks }) => ({
						page: key,
						clickers,
						clicks
					})),
		arrival,
		usual,
		stands: standOf(issue, row!.age, archive, league, firsts),
		halfLife: halfLife(delaysOf(firsts, issueId), row!.age ?? 0),
		lone: loneIn(archive, [issue]),
		versions: await versionsOf(db, publication, [issue]),
		previous: label(index - 1),
		next: label(index + 1),
		dataUpTo: issue.rollup?.dataUpTo ?? null
	};
}

function linkOf({ url, text, role, clickers, clicks }: LinkClicks): IssueLink {
	return { url, text, role, clickers, clicks };
}

function inSections(
	rows: readonly ItemRow[],
	links: readonly LinkClicks[],
	texts: ReadonlyMap<number, string>
) {
	const sections: IssueFigures['sections'] = [];
	for (const row of rows) {
		const item = {
			...row,
			text: texts.get(row.id) ?? '',
			links: links.filter(({ itemId }) => itemId === row.id).map(linkOf)
		};
		const last = sections.at(-1);
		if (last && last.title === row.section) last.items.push(item);
		else sections.push({ title: row.section, items: [item] });
	}
	return sections;
}

/** Hours from sending to each first click, at the middle of the hour it came in. */
function delaysOf(firsts: Arrivals, issueId: number): number[] {
	return firsts
		.filter((row) => row.issueId === issueId && row.hour >= 0)
		.flatMap(({ hour, first }) => Array.from({ length: first }, () => hour + 0.5));
}

type Arrivals = Awaited<ReturnType<typeof firstClicks>>;

/** Cumulative clickers by hours since sending: of this issue, and of settled issues. */
function arrivals(
	firsts: Arrivals,
	issueId: number,
	{ age, open, sentAt }: IssueRow,
	dataUpTo: number | null
) {
	const byIssue = new Map<number, number[]>();
	for (const { issueId, hour, first } of firsts) {
		if (hour < 0 || hour >= closedAfterHours) continue;
		const hours = byIssue.get(issueId) ?? Array.from({ length: closedAfterHours }, () => 0);
		hours[hour]! += first;
		byIssue.set(issueId, hours);
	}
	const sums = (hours: readonly number[]) => {
		let sum = 0;
		return hours.map((n) => (sum += n));
	};

	const all = sums(byIssue.get(issueId) ?? []);
	const own = all.slice(0, age ?? closedAfterHours);
	// the hour in which data end is not over: what is known of it ends the line
	const rest =
		open && all.length > own.length && sentAt !== null && dataUpTo !== null
			? [{ at: (dataUpTo - sentAt) / HOUR, clickers: all[own.length]! }]
			: [];
	const others = [...byIssue].filter(([id]) => id !== issueId).map(([, hours]) => sums(hours));
	return {
		arrival: [
			...own
				.map((clickers, hour) => ({ at: hour + 1, clickers }))
				.filter(({ at }) => at < (rest[0]?.at ?? Infinity)),
			...rest
		],
		usual:
			others.length < 5
				? []
				: Array.from({ length: closedAfterHours }, (_, hour) => {
						const sorted = others.map((curve) => curve[hour]!).sort((a, b) => a - b);
						const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
						return { at: hour + 1, low: at(0.1), mid: at(0.5), high: at(0.9) };
					})
	};
}
