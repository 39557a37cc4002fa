import { inArray, sql } from 'drizzle-orm';
import { eventTable } from '../events/events.ts';
import { idList } from '../events/facts.ts';
import { FIRST_PSEUDONYM } from '../events/pseudonym.ts';
import { eventKinds } from '../schema/fact.ts';
import { send } from '../schema/publication.ts';
import type { Db, Tx } from '../sql/open.ts';

/** How many events and counts named a reader, and how many readers these were. */
export type NamedReaders = { events: number; readers: number };

/** Of these sends, and of a reader who is no pseudonym. */
export const naming = (sendIds: readonly number[]) =>
	sql`send_id IN (${idList(sendIds)}) AND reader_id > 0 AND reader_id < ${FIRST_PSEUDONYM}`;

/** How many events and counts of sends name readers, and how many readers. */
export async function namedIn(db: Db | Tx, sendIds: readonly number[]): Promise<NamedReaders> {
	const rows = eventKinds.map(
		(kind) => sql`SELECT reader_id FROM ${eventTable(kind)} WHERE ${naming(sendIds)}`
	);
	rows.push(sql`SELECT reader_id FROM count_reader WHERE ${naming(sendIds)}`);
	const [row] = await db.all<NamedReaders>(sql`
		SELECT count(*) AS events, count(DISTINCT reader_id) AS readers
		FROM (${sql.join(rows, sql` UNION ALL `)})`);
	return row!;
}

const latest = (kind: 'open' | 'click') =>
	sql`(SELECT max(day) * 86400000 FROM ${eventTable(kind)} e WHERE e.send_id = s.id)`;

/** Of a send `s` with its issue `i`, UTC milliseconds; null where nothing tells. */
const sentOrLatest = sql`coalesce(s.sent_at, i.sent_at, ${latest('click')}, ${latest('open')})`;

/** A send that names readers, and when it went out: UTC milliseconds. */
export type NamingSend = { id: number; issueId: number | null; at: number };

/**
 * Sends of a publication with events or counts that name readers. Where no file says when one went
 * out, its issue does, else its latest event.
 */
export function namingSends(db: Db | Tx, publicationId: number): Promise<NamingSend[]> {
	const named = sql.join(
		[...eventKinds.map(eventTable), sql.identifier('count_reader')].map(
			(table) => sql`EXISTS (SELECT 1 FROM ${table} e
				WHERE e.send_id = s.id AND e.reader_id > 0 AND e.reader_id < ${FIRST_PSEUDONYM})`
		),
		sql` OR `
	);
	return db.all<NamingSend>(sql`
		SELECT s.id, s.issue_id AS issueId,
			${sentOrLatest} AS at
		FROM send s JOIN source o ON o.id = s.source_id LEFT JOIN issue i ON i.id = s.issue_id
		WHERE o.publication_id = ${publicationId} AND (${named})
			AND ${sentOrLatest} IS NOT NULL
		ORDER BY 3, s.id`);
}

/** Of imports that brought something of these sends, when the latest ended: UTC milliseconds. */
export async function latestImport(db: Db | Tx, sendIds: readonly number[]): Promise<number> {
	const [row] = await db.all<{ at: number | null }>(sql`
		SELECT max(coalesce(i.finished_at, i.started_at)) AS at
		FROM import_send x JOIN import i ON i.id = x.import_id
		WHERE x.send_id IN (${idList(sendIds)})`);
	return row!.at ?? 0;
}

/** Of sends whose readers were cut, when the latest went out, in UTC milliseconds; null where there is none. */
export async function cutUpTo(db: Db | Tx, publicationId: number): Promise<number | null> {
	const [row] = await db.all<{ at: number | null }>(sql`
		SELECT max(${sentOrLatest}) AS at
		FROM send s JOIN source o ON o.id = s.source_id LEFT JOIN issue i ON i.id = s.issue_id
		WHERE o.publication_id = ${publicationId} AND s.cut_at IS NOT NULL`);
	return row!.at;
}

/** Which of these sends name no reader any more. */
export async function cutAmong(db: Db | Tx, sendIds: readonly number[]): Promise<number[]> {
	if (sendIds.length === 0) return [];
	const rows = await db
		.select({ id: send.id, cutAt: send.cutAt })
		.from(send)
		.where(inArray(send.id, [...sendIds]));
	return rows.flatMap(({ id, cutAt }) => (cutAt === null ? [] : id));
}

/** How many issues of a publication, and sends of none, name no reader any more. */
export async function countCut(db: Db | Tx, publicationId: number): Promise<number> {
	const [row] = await db.all<{ n: number }>(sql`
		SELECT count(DISTINCT coalesce(s.issue_id, -s.id)) AS n
		FROM send s JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId} AND s.cut_at IS NOT NULL`);
	return row!.n;
}
