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

/** What a period's items came to. */
export type ItemKeys = { items: KeyFigure; itemClickers: KeyFigure; itemRate: KeyFigure };

type Counted = { issues: readonly ArchiveIssue[]; items: readonly ArchiveItem[] };

/** Items of a period as far as they are asked for, beside those that they are compared with. */
export type ItemsCompared = {
	now: Counted;
	before: Counted;
	compared: Compared;
	/** how many different ones of something these have; the same something may be given for many */
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

/** The same of a period and of the one that it is compared with. */
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
	const clicks = clicksUnlike([...withClickers(now), ...withClickers(before)], dataUpTo);
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

/** Why items have no rate where deliveries are known: their issues are all open still, or nobody's clicks are known. */
function missingRate({ issues, items }: Counted, dataUpTo: number | null): Missing | null {
	const clicked = withClickers({ issues, items });
	const isReached = ({ rollup }: ArchiveIssue) => rollup?.delivered != null;
	if (clicked.length === 0) return issues.some(isReached) ? 'clicks' : null;
	return clicked.every((issue) => isOpen(issue, dataUpTo)) && clicked.some(isReached)
		? 'open'
		: null;
}

/** Why click rates of items of two periods do not compare: of issues that are closed, since open ones are left out. */
export function ratesUnlike(
	both: readonly Counted[],
	dataUpTo: number | null
): NotComparable | null {
	const closed = both.flatMap(withClickers).filter((issue) => !isOpen(issue, dataUpTo));
	return basisChanged(closed.map(basisOf)) ?? filteringChanged(closed.map(layerOf));
}

/** Why clicks of these issues do not compare: one still collects them, or machines' are set aside in some alone. */
export function clicksUnlike(
	issues: readonly ArchiveIssue[],
	dataUpTo: number | null
): NotComparable | null {
	// an issue that still collects clicks has not got what the others have
	const open = issues.some((issue) => isOpen(issue, dataUpTo)) ? 'open' : null;
	return filteringChanged(issues.map(layerOf)) ?? open;
}

const basisOf = ({ rollup }: ArchiveIssue) => ({ basis: rollup?.basis ?? ('unknown' as const) });
/** Which of an issue's data its clicks are known from. */
export const layerOf = ({ rollup }: ArchiveIssue) => ({
	layer: rollup?.layer ?? ('none' as const)
});

/** Issues of which it is known how many clicked some of the items. */
function withClickers({ issues, items }: Counted): ArchiveIssue[] {
	const known = new Set(
		items.flatMap(({ issueId, rollup }) => (rollup?.clickers == null ? [] : [issueId]))
	);
	return issues.filter(({ id }) => known.has(id));
}

/**
 * The mean of clickers ÷ delivered over the items of each closed issue: items of one issue go up and
 * down together, so that an interval rests on issues.
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

/** The topics of an item that are asked for, the section and the authors, as numbers that tell them apart. */
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
