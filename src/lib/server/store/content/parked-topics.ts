import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import { correction, topic } from '../schema/document.ts';
import { whereMerged } from './topics.ts';

/** What an editor said of an item that the present reading does not have, kept until it is there again. */
export type ParkedTopics = { do: 'topics'; item: Record<string, unknown>; topics: number[] };

const isParked = sql`json_extract(${correction.change}, '$.do') = 'topics'`;

export async function keepParked(db: Db | Tx, issueId: number, change: ParkedTopics) {
	await db.insert(correction).values({ issueId, change, at: 0 });
}

/** Those of some issues, the latest first, without topics that are there no more. */
export async function parkedOf(db: Db | Tx, issueIds: readonly number[]) {
	const rows = await db
		.select({ id: correction.id, issueId: correction.issueId, change: correction.change })
		.from(correction)
		.where(and(inArray(correction.issueId, [...issueIds]), isParked))
		.orderBy(asc(correction.id));
	if (rows.length === 0) return [];
	const topics = await db.select({ id: topic.id, mergedInto: topic.mergedInto }).from(topic);
	const now = new Map(topics.map((one) => [one.id, whereMerged(topics, one).id]));
	return rows.toReversed().flatMap(({ change, ...row }) => {
		const { item, topics: then } = change as ParkedTopics;
		const topics = [...new Set(then.flatMap((one) => now.get(one) ?? []))];
		// no topic was said, or all that were are gone: these are not the same
		return then.length && !topics.length ? [] : [{ ...row, item, topics }];
	});
}

export async function dropParked(db: Db | Tx, id: number) {
	await db.delete(correction).where(eq(correction.id, id));
}
