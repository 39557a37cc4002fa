// Items, one by one: what each got, what its position gets, and how sure that is.

import type { ArchiveIssue, ArchiveItem } from '../../store/rollups/archive.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { narrowsItems } from '#lib/filters/narrowing.ts';
import type { InLocales } from '#lib/locales.ts';
import { nameIn } from '#lib/topics/names.ts';
import { clearIn, type Clear } from '#lib/findings/leagues.ts';
import { againOf, type Again } from './again.ts';
import { isSelected } from './chosen.ts';
import { itemDelivered } from '../../store/rollups/delivered.ts';
import { archiveOf, derivedLong, issuesIn, type Archive } from '../archive.ts';
import type { Compared } from '../comparison.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { fitExclusion } from '../../fits/league-input.ts';
import { personalIssues } from '../../fits/personal.ts';
import { itemsCompared, type ItemKeys } from './item-keys.ts';
import { estimateFields, leagueOf, unfitted, unsaid, type League } from './league.ts';
import { notableOf, type Notable } from './notable.ts';
import type { ItemRow } from './rows.ts';

export type PositionRow = {
	position: number;
	/** at the average number of pages that items there link to */
	rate: number;
	low: number;
	high: number;
	n: number;
	pages: number;
};

export type ItemFigures = {
	/** those of the chosen league, best first: by lift, then those without an estimate, by raw rate */
	items: readonly ItemRow[];
	notable: Notable;
	/**
	 * of the league and period: how many items are compared, and how many are clearly above or below average
	 * for their positions
	 */
	clear: Clear;
	/** number of items, of the issues that they are in, and of issues in the period */
	total: number;
	itemIssues: number;
	issues: number;
	/** those of them whose order differed from reader to reader: they are not adjusted for positions */
	personal: number;
	/** what each position gets on average, as a share of delivered; empty until there is enough data */
	positions: PositionRow[];
	/**
	 * tolerance of topics with regard to positions, 0..1, the mean over items: how far topics vary
	 * independently of positions; null without a fit
	 */
	tolerance: number | null;
	/** the number of chosen items, and what they got */
	keyFigures: ItemKeys;
	/** what the key figures are compared with */
	compared: Compared;
	dataUpTo: number | null;
};

/** Every item of the period with what it got, and what its position usually gets. */
export async function itemFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<ItemFigures> {
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, filters, publication.zone);
	const role = filters.role ?? 'editorial';
	const name = `figures of ${role} ${namesOf(issues)}`;
	const whole = derivedLong(db, publication, name, () =>
		figuresOf(db, publication, archive, issues, role)
	);
	const { keys, compared } = itemsCompared(archive, filters, publication.zone, role);
	const figures = { ...whole, keyFigures: keys, compared };
	if (!narrowsItems(filters)) return figures;

	const asked = selectedItems(archive, filters);
	const items = whole.items.filter(({ id }) => asked.has(id));
	const { length: total } = items;
	return {
		...figures,
		items,
		total,
		itemIssues: issuesOf(items),
		notable: notableOf(items, whole.items),
		clear: clearIn(items)
	};
}

function figuresOf(
	db: Db,
	publication: Publication,
	archive: Archive,
	issues: readonly ArchiveIssue[],
	role: ItemRow['role']
): Omit<ItemFigures, 'keyFigures' | 'compared'> {
	const items = itemRows(db, publication, archive, issues)
		.filter((row) => row.role === role)
		.sort(byLift);
	const league = role === 'house' ? null : leagueOf(archive, role);
	const personal = personalIssues(archive);
	return {
		items,
		notable: notableOf(items, items),
		clear: clearIn(items),
		total: items.length,
		itemIssues: issuesOf(items),
		issues: issues.length,
		personal: issues.filter(({ id }) => personal.has(id)).length,
		positions: positionRows(league, archive.issues, personal),
		tolerance: league?.fit?.tolerance ?? null,
		dataUpTo: newest(issues)
	};
}

/** The number of issues that items are in. */
export function issuesOf(items: readonly { issueId: number }[]): number {
	return new Set(items.map(({ issueId }) => issueId)).size;
}

const namesOf = (issues: readonly ArchiveIssue[]) => issues.map(({ id }) => id).join(',');

/** Items in the chosen sections, topics and authors. */
export function selectedItems(archive: Archive, filters: Filters): Set<number> {
	return new Set(archive.items.filter(isSelected(archive, filters)).map(({ id }) => id));
}

/** Orders items by lift: first those with an estimate, then by rank, raw rate and clickers. */
export function byLift(a: ItemRow, b: ItemRow): number {
	return (
		Number(b.enough) - Number(a.enough) ||
		(b.lift ?? 0) - (a.lift ?? 0) ||
		// ranked without a lift
		(a.rank ?? Infinity) - (b.rank ?? Infinity) ||
		(b.rawRate ?? -1) - (a.rawRate ?? -1) ||
		(b.clickers ?? 0) - (a.clickers ?? 0) ||
		// not by id, which only tells what was stored first
		(a.sentAt ?? 0) - (b.sentAt ?? 0) ||
		(a.position ?? 0) - (b.position ?? 0) ||
		(a.title < b.title ? -1 : 1)
	);
}

/** Rows of all items of these issues, in reading order. */
export function itemRows(
	db: Db,
	publication: Publication,
	archive: Archive,
	issues: readonly ArchiveIssue[]
): readonly ItemRow[] {
	return derivedLong(db, publication, `rows of ${namesOf(issues)}`, () =>
		makeRows(db, publication, archive, issues)
	);
}

function makeRows(
	db: Db,
	publication: Publication,
	archive: Archive,
	issues: readonly ArchiveIssue[]
): ItemRow[] {
	const byId = new Map(issues.map((issue) => [issue.id, issue]));
	const names = new Map(archive.topics.map((topic) => [topic.id, topicName(topic, publication)]));
	const leagues = {
		editorial: leagueOf(archive, 'editorial'),
		sponsor: leagueOf(archive, 'sponsor')
	};

	const again = againOf(db, publication, archive);
	return archive.items.flatMap((item) => {
		const issue = byId.get(item.issueId);
		if (!issue) return [];
		const topics = (archive.topicsOfItem.get(item.id) ?? []).map((id) => names.get(id) ?? '');
		const league = item.role === 'house' ? null : leagues[item.role];
		const authors = (archive.authorsOfItem.get(item.id) ?? []).map(
			(at) => archive.authors[at]!.name
		);
		const words = { topics, authors };
		return [itemRow(item, issue, words, league, again(item.id, item.issueId))];
	});
}

/** How many of the other issues with a page of an item are named. */
const shownAgain = 5;

function itemRow(
	item: ArchiveItem,
	issue: ArchiveIssue,
	words: Pick<ItemRow, 'topics' | 'authors'>,
	league: League | null,
	again: Again[]
): ItemRow {
	const { rollup } = item;
	const delivered = itemDelivered(item, issue);
	const clickers = rollup?.clickers ?? null;
	const fact = league?.item(item.id);
	const estimate = fact ?? {
		...unsaid(
			league ? (fitExclusion(item, issue) ?? unfitted([item], league) ?? 'noModel') : 'notRanked'
		),
		expected: null
	};

	return {
		...estimateFields(estimate),
		id: item.id,
		issueId: item.issueId,
		issue: issue.number === null ? issue.title : String(issue.number),
		sentAt: issue.sentAt,
		section: item.section,
		position: item.position,
		title: item.title,
		role: item.role,
		format: item.format,
		...words,
		delivered,
		basis: issue.rollup?.basis ?? 'unknown',
		clickers,
		clicks: rollup?.clicks ?? null,
		setAside: Math.max(0, (rollup?.allClicks ?? 0) - (rollup?.clicks ?? 0)),
		expected: item.links === 0 || !league?.told ? null : estimate.expected,
		rawRate: clickers !== null && delivered ? clickers / delivered : null,
		shared: rollup?.shared ?? 0,
		links: item.links,
		again: again.length,
		alsoIn: again.slice(0, shownAgain),
		provisional: item.position === null
	};
}

/** The position curve as click rates, scaled so that all positions together give the observed clicks. */
function positionRows(
	league: League | null,
	issues: readonly ArchiveIssue[],
	personal: ReadonlySet<number>
): PositionRow[] {
	const positions = league?.told ? league.fit!.positions : [];
	const levels = new Map(positions.map(({ position, level }) => [position, level]));
	const reach = new Map(issues.map(({ id, rollup }) => [id, rollup?.delivered ?? 0]));
	let clickers = 0;
	let weight = 0;
	for (const { position, issueId, rollup } of league?.items ?? []) {
		const delivered = reach.get(issueId) ?? 0;
		if (delivered === 0 || personal.has(issueId)) continue;
		clickers += rollup!.clickers!;
		weight += delivered * (levels.get(position!) ?? 0);
	}
	if (weight === 0) return [];
	const rate = clickers / weight;
	return positions.map(({ position, level, low, high, items, pages }) => ({
		position,
		rate: level * rate,
		low: low * rate,
		high: high * rate,
		n: items,
		pages
	}));
}

/** A topic's name in the language of its publication. */
export function topicName(
	{ names }: { names: InLocales<string> },
	{ language }: Publication
): string {
	return nameIn(names, language);
}

/** The newest event behind these issues, in UTC milliseconds. */
export function newest(issues: readonly ArchiveIssue[]): number | null {
	const times = issues.flatMap(({ rollup }) => rollup?.dataUpTo ?? []);
	return times.length ? Math.max(...times) : null;
}
