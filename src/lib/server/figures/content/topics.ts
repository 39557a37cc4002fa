// Long, because everything about topics is put together in one place.
import { clearSide } from '#lib/findings/certainty.ts';
import { supply } from '#lib/measure/topics/supply.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { beside } from '../beside.ts';
import { archiveOf, derived, type Archive } from '../archive.ts';
import { cutIssues, distinctReaders } from '../cut-issues.ts';
import type { Compared } from '../comparison.ts';
import type { Filters } from '#lib/filters/filters.ts';
import type { KeyFigure } from '../key-figures.ts';
import { chosenBy, chosenOf, filtersNamed, isSelected, type Chosen } from './chosen.ts';
import { issuesOf, newest, topicName } from './items.ts';
import { estimateWith, type League, leagueOf } from './league.ts';
import { comparedName, withChanges, type Periods } from './group-changes.ts';
import { groupAmounts, knownClickers } from './group-amounts.ts';
import { groupsOfItems, itemsCompared, type ItemKeys } from './item-keys.ts';
import type { TopicLine, TopicRow } from './rows.ts';
import { isProposed } from './proposed.ts';
import { selectionOf } from './selection.ts';
import { topicRates } from './topic-rates.ts';
import { topicTimes, type TopicTime } from './topic-times.ts';
import { issuesRead, type IssuesRead } from './issues-read.ts';

export type TopicFigures = {
	topics: (TopicRow & Partial<TopicTime>)[];
	/**
	 * topic by topic, in the order of `topics`: lift per quarter of the year and over a moving twelve weeks;
	 * without a fit, the click rate per quarter
	 */
	lines: TopicLine[];
	rolling: TopicLine[];
	linesOf: 'lift' | 'rate';
	/** `itemIssues`: number of issues that the chosen items are in */
	totals: Record<'topics' | 'items' | 'issues' | 'itemIssues', number> &
		IssuesRead & {
			clickers: number | null;
		};
	/** editorial items without a topic */
	withoutTopic: number;
	/** topics proposed from the publication's own words, not yet kept or dropped */
	proposed: number;
	tolerance: number | null;
	/** of the chosen items: how many topics they have, and what they got */
	keyFigures: { topics: KeyFigure } & ItemKeys;
	/** what the key figures are compared with */
	compared: Compared;
	dataUpTo: number | null;
};

/** How topics did: relative to what their items' positions usually get, and over time. */
export const topicFigures = beside('topics', makeTopicFigures);

async function makeTopicFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<TopicFigures> {
	const archive = await archiveOf(db, publication);
	const chosen = chosenBy(archive, filters, publication.zone, narrowedHere);
	const { issues, items } = chosen;
	const { groups, keys, compared, before } = itemsCompared(archive, filters, publication.zone);
	const other = chosenOf(archive, before.issues, filtersNamed(filters, narrowedHere));
	const all = comparedTopics(db, publication, archive, { now: chosen, before: other, compared });
	const topics = selectedTopics(all, filters);
	const times = topicTimes(db, publication, archive, chosen);
	const lineOf = (what: 'quarters' | 'rolling') =>
		topics.map(({ id, topic }) => ({ id, topic, points: times.get(id)?.[what] ?? [] }));

	return {
		topics: topics.map((topic) => ({ ...topic, ...coveredOf(topic, times.get(topic.id)) })),
		lines: times.size
			? lineOf('quarters')
			: topics.map((topic) => topicRates(archive, chosen, publication, topic)),
		rolling: lineOf('rolling'),
		linesOf: times.size ? 'lift' : 'rate',
		totals: {
			topics: all.length,
			items: items.length,
			clickers: knownClickers(items),
			issues: issues.length,
			itemIssues: issuesOf(items.filter(isSelected(archive, filters))),
			...issuesRead(issues)
		},
		proposed: archive.topics.filter(isProposed).length,
		withoutTopic: items.filter(({ id }) => !archive.topicsOfItem.has(id)).length,
		tolerance: leagueOf(archive, 'editorial').fit?.tolerance ?? null,
		keyFigures: { topics: groups(groupsOfItems(archive, filters).topics), ...keys },
		compared,
		dataUpTo: newest(issues)
	};
}

const narrowedHere = ['sections', 'authors'] as const;

/** Topics with their change since the other period, if there is one. */
export function comparedTopics(
	db: Db,
	publication: Publication,
	archive: Archive,
	periods: Periods
): TopicRow[] {
	const rows = topicRows(db, publication, archive, periods.now);
	return derived(db, publication, comparedName('topics', periods), () => {
		const others = topicRows(db, publication, archive, periods.before);
		return withChanges(archive, 'topics', periods, {
			rows,
			others,
			idOf: ({ id }) => id,
			idsOf: ({ id, links }) => (links > 0 ? (archive.topicsOfItem.get(id) ?? []) : [])
		});
	});
}

/**
 * The forecast for one more item is based on all time: it becomes advice only if the topic's lift in the
 * period is clear, and on the same side of the average.
 */
function coveredOf(topic: TopicRow, time: TopicTime | undefined): Partial<TopicTime> {
	if (!time?.covered) return time ?? {};
	const side = time.covered === 'under' ? 'above' : 'below';
	return clearSide(topic) === side ? time : { ...time, covered: null };
}

/** The chosen topics; all if none are chosen. */
export function selectedTopics<Row extends { id: number }>(
	rows: Row[],
	{ topics }: Pick<Filters, 'topics'>
): Row[] {
	return topics.length ? rows.filter(({ id }) => topics.includes(id)) : rows;
}

/** Topics with at least one of the chosen items: by lift, unranked ones last. */
export function topicRows(
	db: Db,
	publication: Publication,
	archive: Archive,
	chosen: Chosen
): TopicRow[] {
	return derived(db, publication, `topics ${chosen.name}`, () =>
		makeRows(publication, archive, chosen)
	);
}

function makeRows(publication: Publication, archive: Archive, chosen: Chosen): TopicRow[] {
	const cut = cutIssues(archive.issues);
	const league = leagueOf(archive, 'editorial');
	const within = selectionOf(archive, chosen, 'topics');
	const known = new Map(chosen.issues.map((issue) => [issue.id, issue]));
	const items = chosen.items.filter(({ links }) => links > 0);
	const share = league.fit ? adjustedShares(archive, league, items) : rawShares(archive, items);

	const rows = archive.topics.flatMap((topic): TopicRow[] => {
		const own = items.filter(({ id }) => archive.topicsOfItem.get(id)?.includes(topic.id));
		if (own.length === 0) return [];

		const estimate = within.estimate(topic.id);
		const { clickers, delivered, compared, expected, rawRate } = groupAmounts(
			'topics',
			own,
			known,
			{ archive, league },
			null
		);
		return [
			{
				...estimateWith(estimate, own, league),
				id: topic.id,
				topic: topicName(topic, publication),
				suggested: isSuggested(archive, topic.id),
				color: topic.color,
				items: own.length,
				clickers,
				delivered,
				compared,
				expected,
				rawRate,
				readers: clickers === null ? null : distinctReaders(own, cut),
				...share(topic.id)
			}
		];
	});
	return rows.sort(
		(a, b) =>
			Number(b.enough) - Number(a.enough) ||
			(b.lift ?? 0) - (a.lift ?? 0) ||
			// ranked without a lift
			(a.rank ?? Infinity) - (b.rank ?? Infinity) ||
			(b.rawRate ?? -1) - (a.rawRate ?? -1) ||
			(a.topic < b.topic ? -1 : 1)
	);
}

/** A topic with a smaller share of confirmed items is a guess. */
const CONFIRMED = 0.5;

function isSuggested({ confirmedOfTopic }: Archive, topic: number): boolean {
	return (confirmedOfTopic.get(topic) ?? 0) < CONFIRMED;
}

const noShares = { shareOfItems: null, shareOfClicks: null, shareLow: null, shareHigh: null };

/** Supply and demand: shares of items and of position-adjusted clickers; an item of k topics counts 1/k. */
function adjustedShares(archive: Archive, league: League, items: Archive['items']) {
	const index = new Map(archive.topics.map(({ id }, i) => [id, i]));
	const shares = supply(
		items.flatMap(({ id, rollup }) => {
			const expected = league.item(id)?.expected;
			if (expected === undefined) return [];
			const topics = (archive.topicsOfItem.get(id) ?? []).map((topic) => index.get(topic)!);
			return [{ topics, clickers: rollup!.clickers ?? rollup!.clicks ?? 0, expected }];
		}),
		archive.topics.length
	);
	// of a topic whose items are all missing here, nothing is known
	const known = new Set(
		items.flatMap(({ id }) => (league.item(id) ? (archive.topicsOfItem.get(id) ?? []) : []))
	);
	return (topic: number) => {
		if (!known.has(topic)) return noShares;
		const { shareOfItems, shareOfClicks, low, high } = shares[index.get(topic)!]!;
		return { shareOfItems, shareOfClicks, shareLow: low, shareHigh: high };
	};
}

/** The same with unadjusted clickers, until there is a fit: without an interval. */
function rawShares(archive: Archive, items: Archive['items']) {
	const sums = new Map<number, { items: number; clickers: number; known: boolean }>();
	let clickers = 0;
	for (const { id, rollup } of items) {
		const topics = archive.topicsOfItem.get(id) ?? [];
		clickers += rollup?.clickers ?? 0;
		for (const topic of topics) {
			const sum = sums.get(topic) ?? { items: 0, clickers: 0, known: false };
			sums.set(topic, sum);
			sum.items += 1 / topics.length;
			sum.clickers += (rollup?.clickers ?? 0) / topics.length;
			sum.known ||= typeof rollup?.clickers === 'number';
		}
	}
	return (topic: number) => {
		const sum = sums.get(topic);
		if (!sum) return noShares;
		return {
			shareOfItems: sum.items / items.length,
			shareOfClicks: clickers && sum.known ? sum.clickers / clickers : null,
			shareLow: null,
			shareHigh: null
		};
	};
}
