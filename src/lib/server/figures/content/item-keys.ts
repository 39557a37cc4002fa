import { nameKey } from '#lib/name-key.ts';
import type { ItemRole } from '#lib/item-roles.ts';
import type { ArchiveIssue, ArchiveItem } from '../../store/rollups/archive.ts';
import { grouped } from '../../store/sql/grouped.ts';
import { issuesIn, type Archive } from '../archive.ts';
import { otherIssues, type Compared, type NotComparable } from '../comparison.ts';
import type { Filters } from '#lib/filters/filters.ts';
import {
	meanFigure,
	sumByIssue,
	summedFigure,
	withMissing,
	withUnfiltered,
	type KeyFigure,
	type Missing
} from '../key-figures.ts';
import { isSelected } from './chosen.ts';
import { itemDelivered } from '../../store/rollups/delivered.ts';
import { knownClickers } from './group-amounts.ts';
import { basisChanged, filteringChanged, isUnfiltered } from './issue-keys.ts';
import { isOpen } from './issues.ts';
import { newest } from './items.ts';

/** What a period's items got. */
export type ItemKeys = { items: KeyFigure; itemClickers: KeyFigure; itemRate: KeyFigure };

type Counted = { issues: readonly ArchiveIssue[]; items: readonly ArchiveItem[] };

/** The chosen items of a period, with those that they are compared with. */
export type ItemsCompared = {
	now: Counted;
	before: Counted;
	compared: Compared;
	/** how many different groups these items belong to; `of` may give the same group for many */
	groups(of: (item: ArchiveItem) => readonly number[]): KeyFigure;
	keys: ItemKeys;
};

/** Counts items of a period and of the one it is compared with, and what they got. */
export function itemsCompared(
	archive: Archive,
	filters: Filters,
	zone: string,
	role: ItemRole = 'editorial'
): ItemsCompared {
	const issues = issuesIn(archive, filters, zone);
	const other = otherIssues(archive, issues, filters, zone);
	const isAsked = isSelected(archive, filters);
	const of = (some: readonly ArchiveIssue[]): Counted => {
		const ids = new Set(some.map(({ id }) => id));
		const items = archive.items.filter(
			(item) => item.role === role && ids.has(item.issueId) && isAsked(item)
		);
		return { issues: some, items };
	};
	const [now, before, { compared }] = [of(issues), of(other.issues), other];
	return {
		now,
		before,
		compared,
		groups: (groupsOf) => {
			const [value, earlier] = [now, before].map(({ items }) => differentOf(items, groupsOf));
			const byIssue = () =>
				byBoth({ now, before }, ({ issues, items }) => {
					const itemsOf = grouped(items, ({ issueId }) => issueId);
					return issues.map(({ id }) => differentOf(itemsOf.get(id) ?? [], groupsOf));
				});
			return summedFigure({ value: value!, before: earlier!, byIssue }, compared);
		},
		keys: itemKeys(now, before, compared, newest(archive.issues))
	};
}

const differentOf = (
	items: readonly ArchiveItem[],
	groupsOf: (item: ArchiveItem) => readonly number[]
) => new Set(items.flatMap(groupsOf)).size;

/** The same for a period and the one that it is compared with. */
function byBoth<Of, Made>({ now, before }: Record<'now' | 'before', Of>, make: (of: Of) => Made) {
	return { now: make(now), before: make(before) };
}

function itemKeys(
	now: Counted,
	before: Counted,
	compared: Compared,
	dataUpTo: number | null
): ItemKeys {
	const both = { now, before };
	const clicks =
		clicksUnlike([...withClickers(now), ...withClickers(before)], dataUpTo) ??
		completenessChanged(unclicked(now), unclicked(before));
	const why = ratesUnlike([now, before], dataUpTo);
	const rates = byBoth(both, (of) => ratesByIssue(of, dataUpTo));
	const unfiltered = isUnfiltered(now.issues.map(layerOf));
	return {
		items: summedFigure(
			{
				value: now.items.length,
				before: before.items.length,
				byIssue: () => byBoth(both, ({ issues, items }) => sumByIssue(issues, items, () => 1))
			},
			compared
		),
		itemClickers: withUnfiltered(
			summedFigure(
				{
					value: knownClickers(now.items),
					before: knownClickers(before.items),
					people: true,
					byIssue: () =>
						byBoth(both, (of) => {
							const closed = withClickers(of).filter((issue) => !isOpen(issue, dataUpTo));
							return sumByIssue(closed, of.items, ({ rollup }) => rollup?.clickers ?? 0);
						})
				},
				compared,
				clicks
			),
			unfiltered
		),
		itemRate: withUnfiltered(
			withMissing(meanFigure(rates.now, rates.before, compared, why), missingRate(now, dataUpTo)),
			unfiltered
		)
	};
}

/**
 * Why items have no rate although deliveries are known: all issues are still open, or no clicks are known.
 */
function missingRate({ issues, items }: Counted, dataUpTo: number | null): Missing | null {
	const clicked = withClickers({ issues, items });
	const isReached = ({ rollup }: ArchiveIssue) => rollup?.delivered != null;
	if (clicked.length === 0) return issues.some(isReached) ? 'clicks' : null;
	return clicked.every((issue) => isOpen(issue, dataUpTo)) && clicked.some(isReached)
		? 'open'
		: null;
}

/**
 * Why item click rates of two periods do not compare; judged by closed issues, since open ones are left out.
 */
export function ratesUnlike(
	both: readonly Counted[],
	dataUpTo: number | null
): NotComparable | null {
	const closed = both.flatMap(withClickers).filter((issue) => !isOpen(issue, dataUpTo));
	return basisChanged(closed.map(basisOf)) ?? filteringChanged(closed.map(layerOf));
}

/** Why clicks of these issues do not compare: one is still collecting them, or only some are filtered. */
export function clicksUnlike(
	issues: readonly ArchiveIssue[],
	dataUpTo: number | null
): NotComparable | null {
	// an issue that is still collecting clicks has fewer than the others will have
	const open = issues.some((issue) => isOpen(issue, dataUpTo)) ? 'open' : null;
	return filteringChanged(issues.map(layerOf)) ?? open;
}

const basisOf = ({ rollup }: ArchiveIssue) => ({ basis: rollup?.basis ?? ('unknown' as const) });
/** The kind of data that an issue's clicks are known from. */
export const layerOf = ({ rollup }: ArchiveIssue) => ({
	layer: rollup?.layer ?? ('none' as const)
});

/** Whether more of what is added up is unknown in one of two periods, by how much is in each. */
export function completenessChanged(now: number, before: number): NotComparable | null {
	return now === before ? null : 'incomplete';
}

/** How many issues have some of the items, and known clickers on none. */
function unclicked(of: Counted): number {
	const clicked = new Set(withClickers(of).map(({ id }) => id));
	return new Set(of.items.flatMap(({ issueId }) => (clicked.has(issueId) ? [] : [issueId]))).size;
}

/** Issues with known clickers on any of the items. */
function withClickers({ issues, items }: Counted): ArchiveIssue[] {
	const known = new Set(
		items.flatMap(({ issueId, rollup }) => (rollup?.clickers == null ? [] : [issueId]))
	);
	return issues.filter(({ id }) => known.has(id));
}

/**
 * Each closed issue's mean of clickers ÷ delivered over its items. Items of one issue rise and fall together,
 * so intervals are based on issues.
 */
function ratesByIssue({ issues, items }: Counted, dataUpTo: number | null): number[] {
	const rates = new Map<number, number[]>();
	const closed = new Map(
		issues.flatMap((issue) => (isOpen(issue, dataUpTo) ? [] : [[issue.id, issue] as const]))
	);
	for (const item of items) {
		const { issueId, rollup } = item;
		const delivered = itemDelivered(item, closed.get(issueId));
		if (!closed.has(issueId) || rollup?.clickers == null || !delivered) continue;
		const own = rates.get(issueId) ?? [];
		own.push(rollup.clickers / delivered);
		rates.set(issueId, own);
	}
	return issues.flatMap(({ id }) => {
		const own = rates.get(id);
		return own ? [own.reduce((sum, rate) => sum + rate, 0) / own.length] : [];
	});
}

/** Indexes of an item's chosen topics, of its section and of its authors. */
export function groupsOfItems(archive: Archive, { topics, authors }: Filters) {
	const keys = authors.map(nameKey);
	const isAuthor = (place: number) =>
		keys.length === 0 || keys.includes(archive.authors[place]!.key);
	return {
		topics: ({ id, links }: ArchiveItem) =>
			links === 0
				? []
				: (archive.topicsOfItem.get(id) ?? []).filter(
						(topic) => topics.length === 0 || topics.includes(topic)
					),
		sections: ({ sectionId }: ArchiveItem) => (sectionId === null ? [] : [sectionId]),
		authors: ({ id }: ArchiveItem) => (archive.authorsOfItem.get(id) ?? []).filter(isAuthor)
	};
}
