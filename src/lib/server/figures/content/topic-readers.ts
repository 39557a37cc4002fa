// Which topics the readers of a channel or of a tenure click, and which topics share readers: one pass over
// all clickers.

import { issueLabel } from '#lib/issue-label.ts';
import { DAY } from '#lib/duration.ts';
import { affinity, FEWEST_READERS } from '#lib/measure/topics/affinity.ts';
import { chosenIssues, type ChosenIssue } from '#lib/measure/topics/clicked-items.ts';
import { estimateOf } from '#lib/measure/lift/estimate.ts';
import { smallCells } from '#lib/small-cells.ts';
import type { Effect } from '#lib/measure/stats/observed.ts';
import { overlaps } from '#lib/measure/topics/overlap.ts';
import type { ArchiveItem } from '../../store/rollups/archive.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { readerColumns } from '../../store/readers/reader-columns.ts';
import { decodeReaders } from '../../store/readers/reader-set.ts';
import { companyOfReaders } from '../../store/readers/readers.ts';
import { beside } from '../beside.ts';
import { archiveOf, derived, type Archive } from '../archive.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { chosenBy, type Chosen } from './chosen.ts';
import { newest, topicName } from './items.ts';
import { unsaid } from './league.ts';
import type { Estimate } from './rows.ts';
import { oneCompanyRows, type OneCompanyRow } from './one-company.ts';
import { topicRows } from './topics.ts';

/** How long a reader had been subscribed when the issue was sent; each class ends where the next begins. */
export const tenures = ['quarter', 'year', 'twoYears', 'older'] as const;
export type Tenure = (typeof tenures)[number];

/** How one group of readers clicks one topic; numbers of fewer than five readers are hidden. */
export type AffinityRow = Estimate & {
	by: 'channel' | 'tenure';
	/** name of the channel, or a `Tenure` */
	group: string;
	topicId: number;
	topic: string;
	/** distinct readers of the group who clicked the topic */
	readers: number | null;
	/** items on it that they clicked, added up over readers, and the number expected of them */
	clicked: number | null;
	expected: number | null;
};

/** Readers of two topics: how often one reader clicks both, relative to chance. */
export type OverlapRow = Estimate & {
	topic: string;
	other: string;
	/** distinct readers of each, and of both */
	readers: number;
	otherReaders: number;
	both: number | null;
};

export type TopicReaderFigures = {
	affinities: AffinityRow[];
	overlaps: OverlapRow[];
	oneCompany: OneCompanyRow[];
	/** distinct clickers used, and all of them: of very many, a part is enough */
	readers: number;
	clickers: number;
	/** of those used, how many have a channel, and a signup date, in a list */
	known: { channel: number; tenure: number };
	/** whether any list of the publication gives a channel, or a signup date, whatever is chosen */
	listed: { channel: boolean; tenure: boolean };
	issues: number;
	dataUpTo: number | null;
};

const UP_TO = [90 * DAY, 365 * DAY, 730 * DAY, Infinity];

/** More channels would be too small to show a taste, or too many to read. */
const CHANNELS = 8;

/** More topics would make too many pairs. */
const TOPICS = 16;

/** With more readers than this the figures hardly change, but take longer. */
const READERS = 20_000;

/** Who clicks which topics: by channel, by time since signup, and which topics together. */
export const topicReaderFigures = beside('topicReaders', makeTopicReaderFigures);

async function makeTopicReaderFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<TopicReaderFigures> {
	const archive = await archiveOf(db, publication);
	const narrowed = chosenBy(archive, filters, publication.zone, ['sections', 'authors']);
	const whole = await derived(db, publication, `topic readers ${narrowed.name}`, () =>
		figuresOf(db, publication, archive, narrowed)
	);
	if (filters.topics.length === 0) return whole;

	const asked = new Set(filters.topics);
	const named = new Set(
		archive.topics.filter(({ id }) => asked.has(id)).map((topic) => topicName(topic, publication))
	);
	const isOn = (item: number) =>
		(archive.topicsOfItem.get(item) ?? []).some((topic) => asked.has(topic));
	return {
		...whole,
		affinities: whole.affinities.filter(({ topicId }) => asked.has(topicId)),
		overlaps: whole.overlaps.filter(({ topic, other }) => named.has(topic) || named.has(other)),
		oneCompany: whole.oneCompany.filter(({ of, id }) => (of === 'topic' ? asked.has(id) : isOn(id)))
	};
}

// eslint-disable-next-line max-lines-per-function -- one figure put together: each of its fields is made in one place
async function figuresOf(
	db: Db,
	publication: Publication,
	archive: Archive,
	narrowed: Chosen
): Promise<TopicReaderFigures> {
	// a pseudonym clicked in one issue only: nothing else is known of it
	const issues = narrowed.issues.filter(({ cut }) => !cut);
	const sentAt = new Map(issues.map(({ id, sentAt }) => [id, sentAt]));
	const items = narrowed.items.filter((one) => one.rollup?.readers && sentAt.has(one.issueId));
	const { clickers, kept } = clickersOf(items);
	const clicked = items.map(({ id, issueId, rollup }) => ({
		issue: issueId,
		topics: archive.topicsOfItem.get(id) ?? [],
		readers: decodeReaders(rollup!.readers!).filter((reader) => kept.has(reader))
	}));

	const topics = topicRows(db, publication, archive, narrowed).filter(({ items }) => items >= 5);
	const chosen = numbered(clicked, new Map(topics.map(({ id }, i) => [id, i])));
	const columns = await readerColumns(db, publication);
	const rowOf = new Map(Array.from(columns.id, (id, row) => [id, row]));
	const names = topics.map(({ topic, id }) => ({ topic, topicId: id }));

	const { channel, joined } = columns;
	const groups = channel.names.slice(0, CHANNELS);
	const ofChannel = (reader: number) => {
		const row = rowOf.get(reader);
		const word = row === undefined ? -1 : channel.of[row]!;
		return word < groups.length ? word : -1;
	};
	const ofTenure = (reader: number, issue: number) => {
		const row = rowOf.get(reader);
		const for_ = row === undefined ? NaN : (sentAt.get(issue) ?? NaN) - joined[row]!;
		return for_ >= 0 ? UP_TO.findIndex((most) => for_ < most) : -1;
	};

	const busiest = [...topics.keys()]
		.sort((a, b) => (topics[b]!.clickers ?? 0) - (topics[a]!.clickers ?? 0))
		.slice(0, TOPICS)
		.sort((a, b) => a - b);
	const count = (has: (row: number) => boolean) =>
		[...kept].reduce((n, reader) => {
			const row = rowOf.get(reader);
			return n + (row !== undefined && has(row) ? 1 : 0);
		}, 0);

	return {
		affinities: [
			...affinityRows('channel', groups, names, chosen, ofChannel),
			...affinityRows('tenure', tenures, names, chosen, ofTenure)
		],
		overlaps: overlapRows(names, chosen, busiest),
		oneCompany: oneCompanyRows(
			archive,
			items,
			new Map(issues.map((issue) => [issue.id, issueLabel(issue)])),
			topics,
			await companyOfReaders(db, publication.id)
		),
		readers: kept.size,
		clickers,
		known: {
			channel: count((row) => channel.of[row]! >= 0),
			tenure: count((row) => !Number.isNaN(joined[row]!))
		},
		listed: { channel: groups.length > 0, tenure: joined.some((at) => !Number.isNaN(at)) },
		issues: issues.length,
		dataUpTo: newest(issues)
	};
}

/** All clickers, and those to use: of very many, a fixed part by their ids. */
function clickersOf(items: readonly ArchiveItem[]): { clickers: number; kept: Set<number> } {
	const all = new Set<number>();
	for (const { rollup } of items)
		for (const reader of decodeReaders(rollup!.readers!)) all.add(reader);
	if (all.size <= READERS) return { clickers: all.size, kept: all };
	// ids rise with time: multiplying scatters them like random draws
	const part = (READERS / all.size) * 2 ** 32;
	const kept = [...all].filter((reader) => Math.imul(reader, 0x9e3779b1) >>> 0 < part);
	return { clickers: all.size, kept: new Set(kept) };
}

type Clicked = { issue: number; topics: number[]; readers: number[] };

function numbered(items: readonly Clicked[], places: ReadonlyMap<number, number>): ChosenIssue[] {
	return chosenIssues(
		items.map(({ issue, topics, readers }) => ({
			issue,
			topics: topics.flatMap((topic) => places.get(topic) ?? []),
			readers
		}))
	);
}

function estimate(
	effect: Effect | null,
	why: 'fewReaders' | 'fewExpected' = 'fewReaders'
): Estimate {
	return effect ? estimateOf(effect.mean, effect.sd) : unsaid(why);
}

function affinityRows(
	by: AffinityRow['by'],
	groups: readonly string[],
	topics: readonly { topic: string; topicId: number }[],
	issues: readonly ChosenIssue[],
	groupOf: (reader: number, issue: number) => number
): AffinityRow[] {
	if (groups.length === 0 || topics.length === 0) return [];
	const all = affinity(issues, topics.length, groups.length, groupOf);
	// channels of a topic add up to its readers
	const few = topics.map((_, place) => smallCells(all.map((cells) => cells[place]!.readers)));
	return all.flatMap((cells, group) =>
		// a group without any click is left out
		cells.every(({ readers }) => readers === 0)
			? []
			: cells.map(({ readers, clicked, expected, effect }, place): AffinityRow => {
					const isFew = readers === 0 || few[place]![group]!;
					return {
						by,
						group: groups[group]!,
						...topics[place]!,
						readers: isFew ? null : readers,
						clicked: isFew ? null : clicked,
						expected: isFew ? null : expected,
						// there are enough readers, but too few expected clicks
						...estimate(isFew ? null : effect, isFew ? 'fewReaders' : 'fewExpected')
					};
				})
	);
}

function overlapRows(
	topics: readonly { topic: string }[],
	issues: readonly ChosenIssue[],
	compared: readonly number[]
): OverlapRow[] {
	return overlaps(issues, compared)
		.map(({ topics: [a, b], readers: [readers, otherReaders], both, effect }): OverlapRow => ({
			topic: topics[a]!.topic,
			other: topics[b]!.topic,
			readers,
			otherReaders,
			both: both < FEWEST_READERS ? null : both,
			...estimate(effect)
		}))
		.sort((a, b) => Number(b.enough) - Number(a.enough) || (b.lift ?? 0) - (a.lift ?? 0));
}
