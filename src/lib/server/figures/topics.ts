import type { ArchiveIssue } from '../store/archive.ts';
import type { Db } from '../store/open.ts';
import type { Publication } from '../store/publications.ts';
import { Readers } from '../store/reader-set.ts';
import { archiveOf, derived, issuesIn, type Archive } from './archive.ts';
import type { Filters } from './filters.ts';
import { newest, topicName } from './items.ts';
import { estimateOf, leagueOf, unsaid } from './league.ts';
import { quarterOf, quartersOf } from './quarters.ts';
import type { Point, TopicLine, TopicRow } from './rows.ts';

export type TopicFigures = {
	topics: TopicRow[];
	/** click rate per quarter of the year, topic by topic; the same order as `topics` */
	lines: TopicLine[];
	totals: { topics: number; items: number; clickers: number; issues: number };
	/** editorial items that no topic was found for */
	withoutTopic: number;
	apart: number | null;
	dataUpTo: number | null;
};

/** How topics did: against what their items' slots usually get, and over time. */
export async function topicFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<TopicFigures> {
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, filters, publication.zone);
	const all = topicRows(db, publication, archive, issues);
	const topics = filters.topics.length ? all.filter(({ id }) => filters.topics.includes(id)) : all;
	const items = editorial(archive, issues);

	return {
		topics,
		lines: topics.map((topic) => topicLine(archive, issues, publication, topic)),
		totals: {
			topics: all.length,
			items: items.length,
			clickers: items.reduce((n, { rollup }) => n + (rollup?.clickers ?? 0), 0),
			issues: issues.length
		},
		withoutTopic: items.filter(({ id }) => !archive.topicsOfItem.has(id)).length,
		apart: leagueOf(db, publication, archive, issues, 'editorial').fit?.apart ?? null,
		dataUpTo: newest(issues)
	};
}

function editorial(archive: Archive, issues: readonly ArchiveIssue[]) {
	const ids = new Set(issues.map(({ id }) => id));
	return archive.items.filter(({ issueId, role }) => role === 'editorial' && ids.has(issueId));
}

/** Topics with at least one item in these issues: by lift, what cannot be ranked last. */
export function topicRows(
	db: Db,
	publication: Publication,
	archive: Archive,
	issues: readonly ArchiveIssue[]
): TopicRow[] {
	const name = `topics ${issues.map(({ id }) => id).join(',')}`;
	return derived(db, publication, name, () => makeRows(db, publication, archive, issues));
}

function makeRows(
	db: Db,
	publication: Publication,
	archive: Archive,
	issues: readonly ArchiveIssue[]
): TopicRow[] {
	const league = leagueOf(db, publication, archive, issues, 'editorial');
	const delivered = new Map(issues.map(({ id, rollup }) => [id, rollup?.delivered ?? null]));
	const items = editorial(archive, issues).filter(({ links }) => links > 0);
	const share = shares(archive, items, (id) => league.item(id)?.expected ?? null);

	const rows = archive.topics.flatMap((topic): TopicRow[] => {
		const own = items.filter(({ id }) => archive.topicsOfItem.get(id)?.includes(topic.id));
		if (own.length === 0) return [];

		const readers = new Readers();
		let clickers = 0;
		let reached = 0;
		let rated = 0;
		for (const { rollup, issueId } of own) {
			readers.add(rollup?.readers ?? null);
			clickers += rollup?.clickers ?? 0;
			const reach = delivered.get(issueId);
			if (rollup?.clickers === null || rollup?.clickers === undefined || !reach) continue;
			reached += reach;
			rated += rollup.clickers;
		}
		const found = league.topic(topic.id);
		return [
			{
				...estimateOf(found ?? unsaid(league.fit ? 'noModel' : 'countsOnly')),
				id: topic.id,
				topic: topicName(topic, publication),
				color: topic.color,
				items: own.length,
				clickers,
				readers: readers.size,
				delivered: reached,
				expected: found?.expected ?? null,
				rawRate: reached ? rated / reached : null,
				...share(topic.id)
			}
		];
	});
	return rows.sort(
		(a, b) =>
			Number(b.enough) - Number(a.enough) ||
			(b.lift ?? 0) - (a.lift ?? 0) ||
			(b.rawRate ?? -1) - (a.rawRate ?? -1) ||
			(a.topic < b.topic ? -1 : 1)
	);
}

/**
 * Supply and demand: a topic's share of items and of slot-adjusted clickers, items of k topics
 * counting 1/k. Until slots can be adjusted for, of clickers as they came.
 */
function shares(
	archive: Archive,
	items: Archive['items'],
	expected: (id: number) => number | null
) {
	const supply = new Map<number, number>();
	const demand = new Map<number, number>();
	let allSupply = 0;
	let allDemand = 0;
	for (const { id, rollup } of items) {
		const topics = archive.topicsOfItem.get(id) ?? [];
		const usual = expected(id);
		const clicks = (rollup?.clickers ?? 0) / (usual ?? 1);
		allSupply += 1;
		allDemand += clicks;
		for (const topic of topics) {
			supply.set(topic, (supply.get(topic) ?? 0) + 1 / topics.length);
			demand.set(topic, (demand.get(topic) ?? 0) + clicks / topics.length);
		}
	}
	return (topic: number) => ({
		shareOfItems: allSupply ? (supply.get(topic) ?? 0) / allSupply : 0,
		shareOfClicks: allDemand ? (demand.get(topic) ?? 0) / allDemand : 0
	});
}

function topicLine(
	archive: Archive,
	issues: readonly ArchiveIssue[],
	publication: Publication,
	{ id, topic }: TopicRow
): TopicLine {
	const own = new Set(
		archive.items
			.filter(
				(item) => item.role === 'editorial' && archive.topicsOfItem.get(item.id)?.includes(id)
			)
			.map((item) => item.id)
	);
	const points = quartersOf(issues, publication.zone).map((quarter): Point => {
		const inside = new Map(
			issues
				.filter(
					({ sentAt }) => sentAt !== null && quarterOf(sentAt, publication.zone) === quarter.name
				)
				.map((issue) => [issue.id, issue.rollup?.delivered ?? null])
		);
		let clickers = 0;
		let delivered = 0;
		let n = 0;
		for (const item of archive.items) {
			if (!own.has(item.id) || !inside.has(item.issueId)) continue;
			n++;
			const reach = inside.get(item.issueId);
			if (!reach || item.rollup?.clickers === null || item.rollup?.clickers === undefined) continue;
			clickers += item.rollup.clickers;
			delivered += reach;
		}
		const value = delivered ? clickers / delivered : null;
		return { at: quarter.at, label: quarter.name, value, low: null, high: null, n };
	});
	return { id, topic, points };
}
