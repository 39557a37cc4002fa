import { issueLabel } from '#lib/issue-label.ts';
import { Z50, Z90 } from '#lib/measure/stats/normal.ts';
import type { Archive } from '../figures/archive.ts';
import { estimateFields } from '../figures/content/league.ts';
import type { Estimate } from '../figures/content/rows.ts';
import type { TopicTime } from '../figures/content/topic-times.ts';
import { topicFigures } from '../figures/content/topics.ts';
import { everything } from '#lib/filters/filters.ts';
import type { Publication } from '../store/publications.ts';
import type { ArchiveIssue } from '../store/rollups/archive.ts';
import type { Db } from '../store/sql/open.ts';

/** An issue, as pages lead to it. */
type Named = { id: number; issue: string; sentAt: number | null };

/** A topic, and whether the coming issue should hold more of it. */
export type NextTopic = Estimate & {
	id: number;
	topic: string;
	items: number;
	/** share of its items whose topic a person has said, 0..1 */
	confirmed: number;
	/** nobody has confirmed enough of it: it makes no headline */
	suggested: boolean;
	/** whether readers would take more of it or less */
	covered: 'under' | 'over' | null;
	/** lift to be expected of one more item now, with its 90 and 50 % intervals */
	next: number | null;
	nextLow: number | null;
	nextHigh: number | null;
	nextLow50: number | null;
	nextHigh50: number | null;
	/** the chance that one more item exceeds the average, 0..1 */
	nextAbove: number | null;
	/** items on it in the past two issues or 14 days, and how many that usually are */
	recent: number | null;
	usual: number | null;
	/** the latest issue with an item on it, and how many issues went out since */
	last: Named | null;
	since: number | null;
};

/** Topics for the coming issue: those that readers want more of first, what they want less of last. */
export async function nextTopics(
	db: Db,
	publication: Publication,
	archive: Archive
): Promise<NextTopic[]> {
	const { topics } = await topicFigures(db, publication, everything);
	const archived = new Set(archive.topics.flatMap(({ id, archived }) => (archived ? [id] : [])));
	const lasts = lastIssues(archive);
	const rank = ({ covered, suggested }: NextTopic) =>
		covered === null ? 1 : suggested ? 1 : covered === 'under' ? 0 : 2;

	return topics
		.filter(({ id }) => !archived.has(id))
		.map((row): NextTopic => {
			const { last, since } = lasts.get(row.id) ?? { last: null, since: null };
			return {
				...estimateFields(row),
				id: row.id,
				topic: row.topic,
				items: row.items,
				suggested: row.suggested,
				confirmed: archive.confirmedOfTopic.get(row.id) ?? 0,
				covered: row.covered ?? null,
				...oneMore(row),
				recent: row.before ?? null,
				usual: row.usualBefore ?? null,
				since,
				last
			};
		})
		.sort(
			(a, b) =>
				rank(a) - rank(b) || (b.next ?? 0) - (a.next ?? 0) || (b.since ?? 0) - (a.since ?? 0)
		);
}

/** What one more item would get; its logarithm is normal, so that one interval gives the other. */
function oneMore(time: Partial<TopicTime>) {
	const { next = null, nextLow = null, nextHigh = null, nextAbove = null } = time;
	const known = next !== null && nextLow !== null && nextHigh !== null;
	const half = known ? Math.exp((Math.log(nextHigh / nextLow) / 2) * (Z50 / Z90)) : 1;
	return {
		next,
		nextLow,
		nextHigh,
		nextAbove,
		nextLow50: known ? next / half : null,
		nextHigh50: known ? next * half : null
	};
}

/** By topic, the latest issue with an item on it, and how many were sent since. */
function lastIssues({ issues, items, topicsOfItem }: Archive) {
	const sent = issues.filter(({ sentAt }) => sentAt !== null);
	const place = new Map(sent.map(({ id }, i) => [id, i]));
	const lasts = new Map<number, { last: Named; since: number }>();
	for (const item of items) {
		const at = place.get(item.issueId);
		if (at === undefined || item.role !== 'editorial') continue;
		const since = sent.length - 1 - at;
		for (const topic of topicsOfItem.get(item.id) ?? [])
			if (since <= (lasts.get(topic)?.since ?? Infinity))
				lasts.set(topic, { last: named(sent[at]!), since });
	}
	return lasts;
}

function named({ id, number, title, sentAt }: ArchiveIssue): Named {
	return { id, issue: issueLabel({ number, title }), sentAt };
}
