import { and, eq, sql } from 'drizzle-orm';
import { addCounts } from './count-layers.ts';
import { issueDelivered, deliveredReaders } from './deliveries.ts';
import { readEvents, roomFor } from '../events/events.ts';
import type { IssueFacts, SendHolds } from './issue-facts.ts';
import type { ActiveReaders } from '../readers/reader-columns.ts';
import type { Db, Tx } from '../sql/open.ts';
import { rollUp, type EventsOfSend } from './roll-up.ts';
import type { Rollups } from './rollups.ts';
import { rollupVerdict } from '../schema/rollup.ts';
import { clickedPairs } from '../events/urls.ts';

/** The events of a send as they are stored, verdicts included, and where its URLs lead. */
export async function eventsOfSend(
	db: Db | Tx,
	{ id: sendId, opens: hasOpens }: Pick<SendHolds, 'id' | 'opens'>,
	proxyCode: number
): Promise<EventsOfSend> {
	const opens = hasOpens ? await readEvents(db, 'open', sendId) : roomFor();
	const clicks = await readEvents(db, 'click', sendId);
	// the row is there, with nobody in it too, wherever proxies could be told
	const proxied = await db
		.select({ n: rollupVerdict.n })
		.from(rollupVerdict)
		.where(
			and(
				eq(rollupVerdict.sendId, sendId),
				eq(rollupVerdict.event, 'open'),
				eq(rollupVerdict.verdict, proxyCode)
			)
		);
	return { opens, clicks, proxied: proxied.length > 0, pages: await pagesOfSend(db, sendId) };
}

/** url id → page id, for the URLs clicked in a send, one by one or counted. */
export async function pagesOfSend(db: Db | Tx, sendId: number): Promise<Map<number, number>> {
	const rows = await db.all<{ urlId: number; pageId: number }>(sql`
		WITH RECURSIVE ${clickedPairs(sql`${sendId}`)}
		SELECT c.url_id AS urlId, coalesce(m.page_id, u.page_id) AS pageId
		FROM (
			SELECT url_id FROM clicked WHERE url_id IS NOT NULL
			UNION SELECT url_id FROM count_url WHERE send_id = ${sendId}
			UNION SELECT url_id FROM count_reader WHERE send_id = ${sendId} AND url_id > 0
		) c
			JOIN url u ON u.id = c.url_id
			LEFT JOIN url_match m ON m.send_id = ${sendId} AND m.url_id = c.url_id
		WHERE coalesce(m.page_id, u.page_id) IS NOT NULL`);
	return new Map(rows.map(({ urlId, pageId }) => [urlId, pageId]));
}

/**
 * An issue's rollups, made anew from the events and counts of its sends. Writes nothing: imports
 * store what comes back, `verify` compares it with what is stored.
 *
 * @param proxyCode the verdict of an open by a privacy proxy
 * @param held events that are in memory already, by send
 */
export async function rebuildRollups(
	db: Db | Tx,
	facts: IssueFacts,
	proxyCode: number,
	activeReaders: ActiveReaders,
	held: ReadonlyMap<number, EventsOfSend> = new Map()
): Promise<Rollups> {
	const { sentAt, sends, counts, ...known } = facts;
	const events: EventsOfSend[] = [];
	for (const send of sends)
		events.push(held.get(send.id) ?? (await eventsOfSend(db, send, proxyCode)));

	const delivered = sends.filter(({ deliveries }) => deliveries).map(({ id }) => id);
	const reached = await deliveredReaders(db, delivered);
	const rollups = rollUp({
		...known,
		sends: events,
		proxyCode,
		delivered: await issueDelivered(reached, counts, sends, sentAt, activeReaders),
		deliveredReaders: reached.readers
	});
	const pages = new Map(sends.map(({ id }, i) => [id, events[i]!.pages]));
	await addCounts(db, rollups, facts, pages);
	return rollups;
}
