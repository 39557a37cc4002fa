import { sql } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';
import { eventReaders } from './events.ts';
import { issueCounts } from './facts.ts';
import { activeReaders } from './reader-columns.ts';

/** Readers that sends reached: by delivery events, else as listed one by one in counts. Sorted. */
export async function deliveredReaders(
	db: Db | Tx,
	sendIds: readonly number[]
): Promise<Int32Array> {
	const byEvents = await eventReaders(db, 'delivery', sendIds);
	if (byEvents.length) return byEvents;

	const [row] = await db.all<{ readers: string }>(sql`
		SELECT json_group_array(reader_id) AS readers FROM (
			SELECT DISTINCT reader_id FROM count_reader
			WHERE event = 'delivery' AND send_id IN (${sql.raw(sendIds.join(', ') || 'NULL')}) ORDER BY 1
		)`);
	return Int32Array.from(JSON.parse(row!.readers));
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
	db: Db | Tx,
	publicationId: number,
	sendIds: readonly number[],
	sentAt: number | null
): Promise<Delivered> {
	const events = await eventReaders(db, 'delivery', sendIds);
	if (events.length) return { basis: 'events', delivered: events.length };

	const counted = (await issueCounts(db, sendIds)).filter(({ event }) => event === 'delivery');
	const total = counted.reduce((n, { unique, total }) => n + (unique ?? total ?? 0), 0);
	const listed = (await deliveredReaders(db, sendIds)).length;
	if (total || listed) return { basis: 'count', delivered: Math.max(total, listed) };

	const active = sentAt === null ? null : await activeReaders(db, publicationId, sentAt);
	return active === null
		? { basis: 'unknown', delivered: null }
		: { basis: 'subscribers', delivered: active };
}
