import { sql } from 'drizzle-orm';
import { issueCounts, idList, type IssueCount } from '../events/facts.ts';
import { linksOfIssues, type ItemLinkRow } from '../content/items.ts';
import type { Db, Tx } from '../sql/open.ts';

/** What there is of a send, besides click events: so that nobody asks for what is not there. */
export type SendHolds = {
	id: number;
	issueId: number | null;
	sourceId: number;
	/** UTC milliseconds */
	sentAt: number | null;
	/** open events */
	opens: number;
	/** click events */
	clicks: number;
	/** delivery events, or readers listed one by one as reached */
	deliveries: number;
	/** counts of any shape but the issue's */
	counts: number;
};

/** Of what kinds something is kept of each of these sends, in the order of their ids. */
export function sendsHolding(db: Db | Tx, sendIds: readonly number[]): Promise<SendHolds[]> {
	return db.all<SendHolds>(sql`
		SELECT s.id, s.issue_id AS issueId, s.source_id AS sourceId, s.sent_at AS sentAt,
			EXISTS (SELECT 1 FROM open_event e WHERE e.send_id = s.id) AS opens,
			EXISTS (SELECT 1 FROM click_event e WHERE e.send_id = s.id) AS clicks,
			EXISTS (SELECT 1 FROM delivery_event e WHERE e.send_id = s.id)
				OR EXISTS (SELECT 1 FROM count_reader c WHERE c.send_id = s.id AND c.event = 'delivery')
				AS deliveries,
			EXISTS (SELECT 1 FROM count_reader c WHERE c.send_id = s.id)
				OR EXISTS (SELECT 1 FROM count_url c WHERE c.send_id = s.id) AS counts
		FROM send s WHERE s.id IN (${idList(sendIds)}) ORDER BY s.id`);
}

/** All that an issue's rollups rest on but the events themselves. */
export type IssueFacts = {
	issueId: number;
	/** UTC milliseconds */
	sentAt: number | null;
	sends: SendHolds[];
	links: ItemLinkRow[];
	itemIds: number[];
	counts: IssueCount[];
	/** readers who left or complained, by events else by counts; null where nothing says it */
	unsubscribed: number | null;
	complained: number | null;
};

/** Reads the facts of several issues at once: a statement each would cost more than what it finds. */
export async function factsOfIssues(
	db: Db | Tx,
	issueIds: readonly number[]
): Promise<Map<number, IssueFacts>> {
	const ids = idList(issueIds);
	const issues = await db.all<{
		id: number;
		sentAt: number | null;
		items: string;
		sends: string;
	}>(sql`
		SELECT i.id, i.sent_at AS sentAt,
			(SELECT json_group_array(t.id) FROM item t WHERE t.issue_id = i.id) AS items,
			(SELECT json_group_array(s.id) FROM send s WHERE s.issue_id = i.id) AS sends
		FROM issue i WHERE i.id IN (${ids})`);
	const sendIds = issues.flatMap(({ sends }) => JSON.parse(sends) as number[]);
	const holding = await sendsHolding(db, sendIds);
	const links = await linksOfIssues(db, issueIds);
	const counts = await issueCounts(db, sendIds);
	const unsubscribed = await readersWith(db, 'unsubscribe', sendIds);
	const complained = await readersWith(db, 'complaint', sendIds);

	return new Map(
		issues.map(({ id, sentAt, items, sends }) => {
			const own = new Set(JSON.parse(sends) as number[]);
			const counted = counts.filter(({ sendId }) => own.has(sendId));
			return [
				id,
				{
					issueId: id,
					sentAt,
					sends: holding.filter((send) => own.has(send.id)),
					links: links.get(id) ?? [],
					itemIds: JSON.parse(items) as number[],
					counts: counted,
					unsubscribed: unsubscribed.get(id) ?? countOf(counted, 'unsubscribe'),
					complained: complained.get(id) ?? countOf(counted, 'complaint')
				}
			];
		})
	);
}

/** Distinct readers with such an event, by issue; where none is named, events. */
async function readersWith(
	db: Db | Tx,
	kind: 'unsubscribe' | 'complaint',
	sendIds: readonly number[]
): Promise<Map<number, number>> {
	const rows = await db.all<{ issueId: number; n: number; readers: number }>(sql`
		SELECT s.issue_id AS issueId, count(*) AS n,
			count(DISTINCT CASE WHEN e.reader_id > 0 THEN e.reader_id END) AS readers
		FROM send s JOIN ${sql.identifier(`${kind}_event`)} e ON e.send_id = s.id
		WHERE s.id IN (${idList(sendIds)}) GROUP BY s.issue_id`);
	return new Map(rows.map(({ issueId, n, readers }) => [issueId, readers || n]));
}

function countOf(counts: readonly IssueCount[], kind: 'unsubscribe' | 'complaint'): number | null {
	const counted = counts
		.filter(({ event }) => event === kind)
		.flatMap(({ unique, total }) => unique ?? total ?? []);
	return counted.length ? counted.reduce((sum, n) => sum + n, 0) : null;
}
