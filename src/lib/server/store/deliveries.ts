import { sql } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';
import { idList, type IssueCount } from './facts.ts';
import type { ActiveReaders } from './reader-columns.ts';

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

export type Delivered = {
	basis: 'events' | 'count' | 'subscribers' | 'unknown';
	delivered: number | null;
};

/**
 * How many readers an issue reached, and from what that is known: delivery events; else the
 * service's own count; else the subscribers active that day; else it is not known.
 */
export async function deliveredOf(
	{ readers, by }: Reached,
	counts: readonly IssueCount[],
	sentAt: number | null,
	activeReaders: ActiveReaders
): Promise<Delivered> {
	if (by === 'events') return { basis: 'events', delivered: readers.length };

	const counted = counts.filter(({ event }) => event === 'delivery');
	const total = counted.reduce((n, { unique, total }) => n + (unique ?? total ?? 0), 0);
	if (total || readers.length)
		return { basis: 'count', delivered: Math.max(total, readers.length) };

	const active = sentAt === null ? null : await activeReaders(sentAt);
	return active === null
		? { basis: 'unknown', delivered: null }
		: { basis: 'subscribers', delivered: active };
}
