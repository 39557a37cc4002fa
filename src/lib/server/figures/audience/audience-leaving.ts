import { WEEK } from '#lib/duration.ts';
import { changeOfMeans } from '#lib/measure/stats/change-of-means.ts';
import type { Publication } from '../../store/publications.ts';
import type { ArchiveIssue } from '../../store/rollups/archive.ts';
import type { ReaderColumns } from '../../store/readers/reader-columns.ts';
import type { Archive } from '../archive.ts';
import { shareOf, type EstimatedShare } from './estimated-share.ts';
import { topicName } from '../content/items.ts';
import type { IssueRow } from '../content/rows.ts';

/**
 * Who left after an issue, beside its clicks. `share` is of the delivered, by the service's own count if it
 * gives one.
 */
export type IssueLeaving = EstimatedShare &
	Pick<
		IssueRow,
		'id' | 'number' | 'title' | 'sentAt' | 'delivered' | 'basis' | 'clickers' | 'rate' | 'open'
	> & {
		/** unsubscribes by events or counts; null if there are neither */
		unsubscribed: number | null;
		complained: number | null;
		/**
		 * readers who, by lists and events, left after it and before the next issue, within a week at most;
		 * null without lists of departures, before the first known one, and if lists end before the issue
		 */
		left: number | null;
	};

/**
 * Issues with a topic against those without: an association, in which other topics and the day also play a
 * part.
 */
export type TopicLeaving = {
	topic: string;
	with: number;
	without: number;
	/** mean share of readers who leave after issues with it, and the difference from the others */
	rate: number;
	change: number;
	low: number;
	high: number;
};

/** When readers left, at any time and by any channel, in rising order; null if no departure is known. */
export function departuresOf({ length, left, pending, earlier }: ReaderColumns) {
	const instants = [...earlier.left];
	for (let reader = 0; reader < length; reader++)
		if (!pending[reader]) instants.push(left[reader]!);
	const known = Float64Array.from(instants.filter((at) => Number.isFinite(at))).sort();
	return known.length ? known : null;
}

type LeavingFacts = {
	issues: readonly ArchiveIssue[];
	/** instants at which readers left, rising; null where nobody is known to have */
	departures: Float64Array | null;
	/** until when it is known who left; null until the end of the data */
	leftUntil: number | null;
};

/**
 * @param rows rows of the period, newest first
 * @param facts facts about all issues, so that an issue's figures are the same in any period
 */
export function issueLeaving(
	rows: readonly IssueRow[],
	{ issues, departures, leftUntil }: LeavingFacts
): IssueLeaving[] {
	const sent = issues.flatMap(({ sentAt }) => sentAt ?? []).sort((a, b) => a - b);
	const complaints = new Map(issues.map(({ id, rollup }) => [id, rollup?.complained ?? null]));
	const before = (at: number) => lowerBound(departures!, at);
	return rows.map((row) => {
		const { id, number, title, sentAt, delivered, basis, clickers, rate, open } = row;
		const { unsubscribed } = row;
		const next = sent.find((at) => at > (sentAt ?? Infinity)) ?? Infinity;
		const end = Math.min(next, (sentAt ?? 0) + WEEK);
		// readers who left before the first known departure are in no list
		const isKnown = sentAt !== null && sentAt <= (leftUntil ?? Infinity) && departures !== null;
		const gone = isKnown && departures[0]! < end ? before(end) - before(sentAt) : null;
		const n = unsubscribed ?? gone;
		const of = n !== null && delivered !== null && n <= delivered ? delivered : 0;
		return {
			id,
			number,
			title,
			sentAt,
			delivered,
			basis,
			clickers,
			rate,
			open,
			unsubscribed,
			complained: complaints.get(id) ?? null,
			left: gone,
			...shareOf(of ? n! : 0, of)
		};
	});
}

function lowerBound(sorted: Float64Array, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Fewer issues on either side are not enough. */
const fewest = 5;

/**
 * Unsubscribe rates of issues with and without each topic; topics with too few issues on either side are left
 * out.
 */
export function topicLeaving(
	{ items, topics, topicsOfItem }: Archive,
	issues: readonly IssueLeaving[],
	publication: Publication
): TopicLeaving[] {
	const rates = new Map(
		issues.flatMap(({ id, share, open }) => (share === null || open ? [] : [[id, share]]))
	);
	const issuesOf = new Map<number, Set<number>>();
	for (const { id, issueId, role } of items) {
		if (role !== 'editorial' || !rates.has(issueId)) continue;
		for (const topic of topicsOfItem.get(id) ?? [])
			issuesOf.set(topic, (issuesOf.get(topic) ?? new Set()).add(issueId));
	}
	return topics
		.flatMap((topic): TopicLeaving[] => {
			const own = issuesOf.get(topic.id) ?? new Set();
			const [inside, outside] = [true, false].map((is) =>
				[...rates].flatMap(([issue, rate]) => (own.has(issue) === is ? rate : []))
			) as [number[], number[]];
			if (inside.length < fewest || outside.length < fewest) return [];
			const { change, low, high } = changeOfMeans(outside, inside)!;
			const rate = inside.reduce((sum, one) => sum + one, 0) / inside.length;
			const counts = { with: inside.length, without: outside.length };
			return [
				{ topic: topicName(topic, publication), ...counts, rate, change, low: low!, high: high! }
			];
		})
		.sort((a, b) => b.change - a.change);
}
