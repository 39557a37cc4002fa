import { and, eq, sql } from 'drizzle-orm';
import { addCounts } from './count-layers.ts';
import { deliveredOf, deliveredReaders } from './deliveries.ts';
import { eventTotals, readEvents } from './events.ts';
import { issueCounts } from './facts.ts';
import type { ActiveReaders } from './reader-columns.ts';
import { itemsOfIssue, linksOfIssue } from './items.ts';
import type { Db, Tx } from './open.ts';
import { rollUp, type EventsOfSend } from './roll-up.ts';
import type { Rollups } from './rollups.ts';
import { issue } from './schema/document.ts';
import { rollupVerdict } from './schema/rollup.ts';
import { send } from './schema/publication.ts';
import { clickedPairs } from './urls.ts';

/** The events of a send as they are stored, verdicts included, and where its URLs lead. */
export async function eventsOfSend(
	db: Db | Tx,
	sendId: number,
	proxyCode: number
): Promise<EventsOfSend> {
	const opens = await readEvents(db, 'open', sendId);
	const clicks = await readEvents(db, 'click', sendId);
	// the row is there, with nobody in it too, wherever proxies could be told
	const told = await db
		.select({ n: rollupVerdict.n })
		.from(rollupVerdict)
		.where(
			and(
				eq(rollupVerdict.sendId, sendId),
				eq(rollupVerdict.event, 'open'),
				eq(rollupVerdict.verdict, proxyCode)
			)
		);
	return { opens, clicks, proxied: told.length > 0, pages: await pagesOfSend(db, sendId) };
}

/** url id → page id, for the URLs clicked in a send. */
export async function pagesOfSend(db: Db | Tx, sendId: number): Promise<Map<number, number>> {
	const rows = await db.all<{ urlId: number; pageId: number }>(sql`
		WITH RECURSIVE ${clickedPairs(sql`${sendId}`)}
		SELECT c.url_id AS urlId, coalesce(m.page_id, u.page_id) AS pageId
		FROM clicked c
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
	issueId: number,
	proxyCode: number,
	activeReaders: ActiveReaders,
	held: ReadonlyMap<number, EventsOfSend> = new Map()
): Promise<Rollups> {
	const [{ sentAt } = { sentAt: null }] = await db
		.select({ sentAt: issue.sentAt })
		.from(issue)
		.where(eq(issue.id, issueId));
	const sends = await db.select({ id: send.id }).from(send).where(eq(send.issueId, issueId));
	const ids = sends.map(({ id }) => id).sort((a, b) => a - b);

	const events: EventsOfSend[] = [];
	for (const id of ids) events.push(held.get(id) ?? (await eventsOfSend(db, id, proxyCode)));

	const counts = await issueCounts(db, ids);
	const reached = await deliveredReaders(db, ids);
	async function readersWith(kind: 'unsubscribe' | 'complaint'): Promise<number | null> {
		const { n, readers } = await eventTotals(db, kind, ids);
		if (n) return readers || n;
		const counted = counts
			.filter(({ event }) => event === kind)
			.flatMap(({ unique, total }) => unique ?? total ?? []);
		return counted.length ? counted.reduce((sum, n) => sum + n, 0) : null;
	}
	const rollups = rollUp({
		issueId,
		sends: events,
		proxyCode,
		links: await linksOfIssue(db, issueId),
		itemIds: (await itemsOfIssue(db, issueId)).map(({ id }) => id),
		delivered: await deliveredOf(reached, counts, sentAt, activeReaders),
		deliveredReaders: reached.readers,
		unsubscribed: await readersWith('unsubscribe'),
		complained: await readersWith('complaint')
	});
	await addCounts(db, rollups, ids, counts);
	return rollups;
}
