import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import type { EventKind } from '#lib/providers/facts.ts';
import { packed, packedRows, type PackedColumns } from '../sql/packed.ts';
import { countIssue, countUrl, readerFact } from '../schema/fact.ts';

const chunk = 200;

export type ReaderFactRow = typeof readerFact.$inferInsert;

/** The rows of a file about one reader, in no order, each once. */
const stays = sql`
	CASE WHEN excluded.stays IS NULL AND stays IS NULL AND excluded.joined IS joined
		AND excluded."left" IS "left" THEN NULL
	ELSE (
		SELECT json_group_array(json(value)) FROM (
			SELECT value FROM json_each(coalesce(stays, json_array(json_array(joined, "left", status))))
			UNION
			SELECT value FROM json_each(coalesce(excluded.stays,
				json_array(json_array(excluded.joined, excluded."left", excluded.status))))
		)
	) END`;

/** Keeps what an import says of readers; a second row about one in the same file completes the first. */
export async function keepReaderFacts(db: Db | Tx, rows: readonly ReaderFactRow[]) {
	for (let i = 0; i < rows.length; i += chunk)
		await db
			.insert(readerFact)
			.values(rows.slice(i, i + chunk))
			.onConflictDoUpdate({
				target: [readerFact.importId, readerFact.readerId],
				set: {
					status: sql`coalesce(excluded.status, status)`,
					joined: sql`min(coalesce(excluded.joined, joined), coalesce(joined, excluded.joined))`,
					left: sql`coalesce(excluded."left", "left")`,
					channel: sql`coalesce(excluded.channel, channel)`,
					campaign: sql`coalesce(excluded.campaign, campaign)`,
					country: sql`coalesce(excluded.country, country)`,
					paid: sql`coalesce(excluded.paid, paid)`,
					stays
				}
			});
}

/** Counts per reader as columns, all of one kind of event; a URL of 0 is every link. */
export type ReaderCounts = PackedColumns<'send' | 'reader' | 'url' | 'n'>;

/** @returns how many of these the import had not said before */
export async function keepReaderCounts(
	db: Db | Tx,
	importId: number,
	event: EventKind,
	counts: ReaderCounts,
	length: number
): Promise<number> {
	const names = ['send', 'reader', 'url', 'n'] as const;
	let added = 0;
	for (let from = 0; from < length; from += packedRows) {
		const to = Math.min(from + packedRows, length);
		const n = packed(counts, names, from, to);
		const { rowsAffected } = await db.run(sql`
			INSERT INTO count_reader (import_id, send_id, event, reader_id, url_id, n)
			SELECT ${importId}, n.send, ${event}, n.reader, n.url, n.n FROM (${n}) n WHERE true
			ON CONFLICT DO UPDATE SET n = excluded.n WHERE excluded.n > count_reader.n`);
		added += rowsAffected;
	}
	return added;
}

/** Stores how often a link was clicked, as a file says it. */
export async function keepUrlCount(db: Db | Tx, row: typeof countUrl.$inferInsert) {
	// rows that name one page in several ways add up; the reader of the file has told repeats apart
	await db
		.insert(countUrl)
		.values(row)
		.onConflictDoUpdate({
			target: [countUrl.sendId, countUrl.event, countUrl.urlId, countUrl.importId],
			set: {
				total: sql`coalesce(total, 0) + coalesce(excluded.total, 0)`,
				unique: sql`coalesce("unique", 0) + coalesce(excluded."unique", 0)`,
				reach: sql`coalesce(reach + excluded.reach, reach, excluded.reach)`
			}
		});
}

/**
 * Stores totals of an issue as a file says them; a total that is said again takes the place of the first.
 */
export async function keepIssueCount(db: Db | Tx, row: typeof countIssue.$inferInsert) {
	await db
		.insert(countIssue)
		.values(row)
		.onConflictDoUpdate({
			target: [countIssue.sendId, countIssue.event, countIssue.importId],
			set: {
				total: sql`coalesce(excluded.total, total)`,
				unique: sql`coalesce(excluded."unique", "unique")`
			}
		});
}

/** Ids between the brackets of IN. */
export const idList = (ids: readonly number[]) => sql.raw(ids.join(', ') || 'NULL');

export type IssueCount = {
	sendId: number;
	event: EventKind;
	total: number | null;
	unique: number | null;
};

/**
 * Counts per issue of these sends: of several imports about one send, the latest date holds, and of one
 * date the one that was given last.
 */
export function issueCounts(db: Db | Tx, sendIds: readonly number[]): Promise<IssueCount[]> {
	return db.all(sql`
		SELECT sendId, event, total, "unique" FROM (
			SELECT c.send_id AS sendId, c.event, c.total, c."unique",
				row_number() OVER (PARTITION BY c.send_id, c.event ORDER BY i.as_of DESC, i.id DESC) AS nth
			FROM count_issue c JOIN import i ON i.id = c.import_id
			WHERE c.send_id IN (${idList(sendIds)})
		) WHERE nth = 1`);
}

export type UrlCount = {
	sendId: number;
	urlId: number;
	total: number | null;
	unique: number | null;
	reach: number | null;
};

/** Counts per URL of these sends, the latest import about each send and URL. */
export function urlCounts(db: Db | Tx, sendIds: readonly number[]) {
	return db.all<UrlCount>(sql`
		SELECT sendId, urlId, total, "unique", reach FROM (
			SELECT c.send_id AS sendId, c.url_id AS urlId, c.total, c."unique", c.reach,
				row_number() OVER (PARTITION BY c.send_id, c.url_id ORDER BY i.as_of DESC, i.id DESC) AS nth
			FROM count_url c JOIN import i ON i.id = c.import_id
			WHERE c.event = 'click' AND c.send_id IN (${idList(sendIds)})
		) WHERE nth = 1`);
}

/**
 * Counts per reader of these sends: how many readers, and how many opens or clicks of theirs. Files
 * that are about one link each count together where no file is about all links.
 */
export function readerCounts(db: Db | Tx, sendIds: readonly number[]) {
	return db.all<{ event: EventKind; readers: number; n: number }>(sql`
		SELECT event, count(DISTINCT reader_id) FILTER (WHERE n > 0) AS readers, sum(n) AS n FROM (
			SELECT send_id, event, reader_id,
				coalesce(max(n) FILTER (WHERE url_id = 0), sum(n)) AS n
			FROM (
				SELECT send_id, event, reader_id, url_id, max(n) AS n FROM count_reader
				WHERE send_id IN (${idList(sendIds)}) GROUP BY send_id, event, reader_id, url_id
			) GROUP BY send_id, event, reader_id
		) GROUP BY event`);
}

/** What files about one link each say of the links of these sends: who clicked it, counted. */
export function readerUrlCounts(db: Db | Tx, sendIds: readonly number[]) {
	return db.all<UrlCount>(sql`
		SELECT send_id AS sendId, url_id AS urlId, sum(n) AS total,
			count(*) FILTER (WHERE n > 0) AS "unique", NULL AS reach
		FROM (
			SELECT send_id, url_id, reader_id, max(n) AS n FROM count_reader
			WHERE send_id IN (${idList(sendIds)}) AND event = 'click' AND url_id > 0
			GROUP BY send_id, url_id, reader_id
		) GROUP BY send_id, url_id`);
}
