import { sql } from 'drizzle-orm';
import { idList, issueCounts } from '../events/facts.ts';
import type { Db, Tx } from '../sql/open.ts';
import { issueDelivered, deliveredReaders } from './deliveries.ts';
import type { SendHolds } from './issue-facts.ts';

/** What is known of one send, or of several that are one. */
export type SendCounts = {
	delivered: number | null;
	/** distinct readers with a human click; as the service counted them where `filtered` is false */
	clickers: number | null;
	/** its clicks were exported one by one, so that those of machines are not among them */
	filtered: boolean;
};

/** How many readers these sends reached together, and how many of them clicked. */
export async function sendCounts(
	db: Db | Tx,
	sends: readonly Pick<SendHolds, 'id' | 'sourceId' | 'sentAt'>[]
): Promise<SendCounts> {
	const ids = sends.map(({ id }) => id);
	const counts = await issueCounts(db, ids);
	const reached = await deliveredReaders(db, ids);
	// a list of subscribers does not say who got which version
	const { delivered } = await issueDelivered(reached, counts, sends, null, async () => null);

	const clickers = await clickersOf(db, ids);
	const counted = counts.flatMap(({ event, unique }) =>
		event === 'click' && unique !== null ? [unique] : []
	);
	return {
		delivered: delivered || null,
		clickers: clickers ?? (counted.length ? Math.max(...counted) : null),
		filtered: clickers !== null
	};
}

/**
 * Distinct readers with a human click; null where no clicks were exported one by one. From the events:
 * sets of readers by day are gone once an issue has forgotten its readers.
 */
async function clickersOf(db: Db | Tx, ids: readonly number[]): Promise<number | null> {
	const [row] = await db.all<{ clicks: number; clickers: number }>(sql`
		SELECT count(*) AS clicks, count(DISTINCT CASE WHEN verdict = 0 THEN reader_id END) AS clickers
		FROM click_event WHERE send_id IN (${idList(ids)}) AND reader_id > 0`);
	return row!.clicks > 0 ? row!.clickers : null;
}
