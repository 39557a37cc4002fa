import { Trouble } from '#lib/trouble.ts';
import { nameKey } from '#lib/name-key.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf, type Archive } from '../archive.ts';
import { beside } from '../beside.ts';
import type { Compared } from '../comparison.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { authorFigures } from './authors.ts';
import { chosenBy, chosenOf } from './chosen.ts';
import { itemRows, topicName } from './items.ts';
import { itemsCompared, type ItemKeys } from './item-keys.ts';
import { groupsOf, rollingLines, type RollingLines } from './rolling.ts';
import type { Estimate, ItemRow, Point } from './rows.ts';
import { sectionFigures } from './sections.ts';
import { topicReaderFigures, type AffinityRow } from './topic-readers.ts';
import { topicFigures, type TopicFigures } from './topics.ts';

/** What the page is about: a topic or section by its id, an author by name. */
export type GroupSelector =
	| { kind: 'topic'; id: number }
	| { kind: 'section'; id: number }
	| { kind: 'author'; name: string };

/** What the group's items got at each position. */
export type PositionRow = {
	position: number;
	items: number;
	clickers: number;
	expected: number | null;
};

/** A sponsor's item directly above or below one of the group's. */
export type SponsorBeside = {
	item: ItemRow;
	beside: 'above' | 'below';
	/** the group's item beside it */
	of: string;
};

export type GroupRecord = {
	kind: GroupSelector['kind'];
	id: number | null;
	name: string;
	/** its row in the table of its kind; null if it has no item in the period */
	row: (Estimate & RowAmounts) | null;
	/** what only topics have: changes over time, supply and demand */
	topic: TopicFigures['topics'][number] | null;
	/** lift over time, of it and of the topics it is compared with; each point covers `weeks` */
	lines: { id: number; name: string; points: Point[] }[];
	weeks: number;
	/** others that it can be compared with */
	others: { id: number; name: string }[];
	/** in order of the position */
	positions: PositionRow[];
	/** how groups of readers click the topic; empty for sections and authors */
	readers: AffinityRow[];
	sponsors: SponsorBeside[];
	/** newest first */
	items: ItemRow[];
	issues: number;
	/** what its items got, compared with the other period */
	keyFigures: ItemKeys;
	compared: Compared;
	dataUpTo: number | null;
};

type RowAmounts = {
	items: number;
	clickers: number | null;
	expected: number | null;
	rawRate: number | null;
};

/** More lines in one chart cannot be told apart. */
const MOST = 5;

const of = { topic: 'topics', section: 'sections', author: 'authors' } as const;

/** Everything about one topic, section or author, with the same numbers as the pages of all. */
export const groupRecord = beside('groupRecord', makeGroupRecord);

async function makeGroupRecord(
	db: Db,
	publication: Publication,
	filters: Filters,
	asked: GroupSelector,
	against: readonly number[] = []
): Promise<GroupRecord> {
	const archive = await archiveOf(db, publication);
	const { id, name } = groupOf(archive, publication, asked);
	const group = of[asked.kind];
	const period = chosenBy(archive, filters, publication.zone, []);
	const isOwn = groupsOf(archive, group);
	const own = new Set(period.items.flatMap((item) => (isOwn(item).includes(id) ? [item.id] : [])));
	const all = itemRows(db, publication, archive, period.issues);
	const items = all.filter((row) => own.has(row.id));

	const dated = period.issues.flatMap(({ sentAt }) => sentAt ?? []);
	const span = [Math.min(...dated), Math.max(...dated)] as const;
	const { keys, compared: comparedWith } = itemsCompared(
		archive,
		{ ...bareOf(filters), [group]: [asked.kind === 'author' ? name : id] },
		publication.zone
	);
	const { row, topic } = await rowOf(db, publication, filters, asked, id);
	const others = asked.kind === 'topic' ? await othersOf(db, publication, filters, id) : [];
	const beside = others.filter((other) => against.includes(other.id)).slice(0, MOST - 1);
	const compared = row?.enough ? [{ id, name }, ...beside] : [];
	const rolling: RollingLines =
		dated.length && compared.length
			? rollingLines(
					archive,
					chosenOf(archive, archive.issues),
					span,
					group,
					compared.map((one) => one.id)
				)
			: { weeks: 0, points: new Map() };

	return {
		kind: asked.kind,
		id: asked.kind === 'author' ? null : id,
		name,
		row,
		topic,
		others,
		weeks: rolling.weeks,
		lines: compared.map((one) => ({ ...one, points: rolling.points.get(one.id) ?? [] })),
		positions: positionsOf(items),
		readers: asked.kind === 'topic' ? await readersOf(db, publication, filters, id) : [],
		sponsors: sponsorsBeside(all, own),
		items: [...items].sort(
			(a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0) || (a.position ?? 0) - (b.position ?? 0)
		),
		issues: new Set(items.map(({ issueId }) => issueId)).size,
		keyFigures: keys,
		compared: comparedWith,
		dataUpTo: dated.length ? span[1] : null
	};
}

/** Filters without those of items: the record is about one group and all of its items. */
const bareOf = (filters: Filters): Filters => ({
	...filters,
	topics: [],
	sections: [],
	authors: []
});

/** @throws {Trouble} noSuchTopic, noSuchSection, noSuchAuthor */
function groupOf(archive: Archive, publication: Publication, asked: GroupSelector) {
	if (asked.kind === 'topic') {
		const topic = archive.topics.find(
			({ id, mergedInto }) => id === asked.id && mergedInto === null
		);
		if (!topic) throw new Trouble('noSuchTopic');
		return { id: topic.id, name: topicName(topic, publication) };
	}
	if (asked.kind === 'section') {
		const item = archive.items.find(({ sectionId }) => sectionId === asked.id);
		if (!item) throw new Trouble('noSuchSection');
		return { id: asked.id, name: item.section ?? '' };
	}
	const place = archive.authors.findIndex(({ key }) => key === nameKey(asked.name));
	if (place < 0) throw new Trouble('noSuchAuthor');
	return { id: place, name: archive.authors[place]!.name };
}

async function rowOf(
	db: Db,
	publication: Publication,
	filters: Filters,
	asked: GroupSelector,
	id: number
): Promise<Pick<GroupRecord, 'row' | 'topic'>> {
	const bare = bareOf(filters);
	if (asked.kind === 'topic') {
		const { topics } = await topicFigures(db, publication, bare);
		const topic = topics.find((row) => row.id === id) ?? null;
		return { row: topic, topic };
	}
	if (asked.kind === 'section') {
		const { sections } = await sectionFigures(db, publication, bare);
		return { row: sections.find((row) => row.id === id) ?? null, topic: null };
	}
	const { authors } = await authorFigures(db, publication, bare);
	const key = nameKey(asked.name);
	return { row: authors.find(({ author }) => nameKey(author) === key) ?? null, topic: null };
}

/** Topics with enough items for a comparison with it, as in the table of topics. */
async function othersOf(db: Db, publication: Publication, filters: Filters, id: number) {
	const bare = bareOf(filters);
	const { topics } = await topicFigures(db, publication, bare);
	return topics
		.filter((row) => row.enough && row.id !== id)
		.map((row) => ({ id: row.id, name: row.topic }));
}

async function readersOf(db: Db, publication: Publication, filters: Filters, id: number) {
	const bare = bareOf(filters);
	const { affinities } = await topicReaderFigures(db, publication, bare);
	return affinities.filter(({ topicId }) => topicId === id);
}

function positionsOf(items: readonly ItemRow[]): PositionRow[] {
	const rows = new Map<number, PositionRow>();
	for (const { position, clickers, expected } of items) {
		if (position === null || clickers === null) continue;
		const row = rows.get(position) ?? { position, items: 0, clickers: 0, expected: 0 };
		rows.set(position, {
			position,
			items: row.items + 1,
			clickers: row.clickers + clickers,
			expected: expected === null || row.expected === null ? null : row.expected + expected
		});
	}
	return [...rows.values()].sort((a, b) => a.position - b.position);
}

/** Sponsors' items next to items of the group, newest first. */
function sponsorsBeside(all: readonly ItemRow[], own: ReadonlySet<number>): SponsorBeside[] {
	const placed = new Map(
		all.flatMap((row) =>
			row.position === null ? [] : [[`${row.issueId} ${row.position}`, row] as const]
		)
	);
	const rows = all.flatMap((row): SponsorBeside[] => {
		if (row.role !== 'sponsor' || row.position === null) return [];
		return (
			[
				[-1, 'below'],
				[1, 'above']
			] as const
		).flatMap(([step, beside]) => {
			const next = placed.get(`${row.issueId} ${row.position! + step}`);
			return next && own.has(next.id) ? [{ item: row, beside, of: next.title }] : [];
		});
	});
	return rows.sort((a, b) => (b.item.sentAt ?? 0) - (a.item.sentAt ?? 0));
}
