import { sql } from 'drizzle-orm';
import { HOUR } from '#lib/duration.ts';
import type { Db, Tx } from '../sql/open.ts';
import { idList, type IssueCount } from '../events/facts.ts';
import type { SendHolds } from './issue-facts.ts';
import type { ActiveReaders } from '../readers/reader-columns.ts';

/** Readers that sends reached, as far as they are known one by one: sorted ids, and from what. */
export type Reached = { readers: Int32Array; by: 'events' | 'count' };

/** Readers that sends reached: by delivery events, else as listed one by one in counts. */
export async function deliveredReaders(db: Db | Tx, sendIds: readonly number[]): Promise<Reached> {
	if (sendIds.length === 0) return { readers: new Int32Array(0), by: 'count' };
	const list = idList(sendIds);
	const [row] = await db.all<{ events: string; counts: string }>(sql`
		SELECT (SELECT json_group_array(reader_id) FROM (
			SELECT DISTINCT reader_id FROM delivery_event
			WHERE send_id IN (${list}) AND reader_id > 0 ORDER BY 1
		)) AS events, (SELECT json_group_array(reader_id) FROM (
			SELECT DISTINCT reader_id FROM count_reader
			WHERE event = 'delivery' AND send_id IN (${list}) ORDER BY 1
		)) AS counts`);
	const events = Int32Array.from(JSON.parse(row!.events));
	return events.length
		? { readers: events, by: 'events' }
		: { readers: Int32Array.from(JSON.parse(row!.counts)), by: 'count' };
}

/** A service that sends an issue so much later sends it again to those who have it already. */
const AGAIN = 12 * HOUR;

/**
 * Readers by the counts of several sends: halves of a list, or lists, are added; what one source sends
 * half a day later or more goes to readers whom it has reached before, so that the greater counts.
 */
function countedReaders(
	counts: readonly IssueCount[],
	sends: readonly Pick<SendHolds, 'id' | 'sourceId' | 'sentAt'>[]
): number {
	const known = new Map(sends.map((send) => [send.id, send]));
	const bySource = new Map<number, { at: number; n: number }[]>();
	for (const { sendId, event, unique, total } of counts) {
		const send = known.get(sendId);
		if (event !== 'delivery' || !send) continue;
		const own = bySource.get(send.sourceId) ?? [];
		bySource.set(send.sourceId, [...own, { at: send.sentAt ?? 0, n: unique ?? total ?? 0 }]);
	}

	let readers = 0;
	for (const own of bySource.values()) {
		const first = Math.min(...own.map(({ at }) => at));
		const again = own.filter(({ at }) => first > 0 && at - first >= AGAIN);
		const once = own.filter((one) => !again.includes(one)).reduce((sum, { n }) => sum + n, 0);
		readers += Math.max(once, ...again.map(({ n }) => n));
	}
	return readers;
}

export type Delivered = {
	basis: 'events' | 'count' | 'subscribers' | 'unknown';
	delivered: number | null;
};

/**
 * How many readers an issue reached, and from what that is known: delivery events; else the
 * service's own counts; else the subscribers active that day; else it is not known.
 */
export async function issueDelivered(
	{ readers, by }: Reached,
	counts: readonly IssueCount[],
	sends: readonly Pick<SendHolds, 'id' | 'sourceId' | 'sentAt'>[],
	sentAt: number | null,
	activeReaders: ActiveReaders
): Promise<Delivered> {
	if (by === 'events') return { basis: 'events', delivered: readers.length };

	const total = countedReaders(counts, sends);
	if (total || readers.length)
		return { basis: 'count', delivered: Math.max(total, readers.length) };

	const active = sentAt === null ? null : await activeReaders(sentAt);
	return active === null
		? { basis: 'unknown', delivered: null }
		: { basis: 'subscribers', delivered: active };
}
