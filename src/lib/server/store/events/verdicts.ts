import { eq, sql } from 'drizzle-orm';
import { FIRST_PSEUDONYM } from './pseudonym.ts';
import type { Db, Tx } from '../sql/open.ts';
import { source, send } from '../schema/publication.ts';
import { rollupLone, rollupUnassessed } from '../schema/rollup.ts';

export type VerdictCount = {
	sendId: number;
	issueId: number | null;
	event: 'open' | 'click';
	verdict: number;
	n: number;
};

/** What the rules made of each send's events, by verdict code. */
export function verdictCounts(db: Db | Tx, publicationId: number): Promise<VerdictCount[]> {
	return db.all<VerdictCount>(sql`
		SELECT v.send_id AS sendId, s.issue_id AS issueId, v.event, v.verdict, v.n
		FROM rollup_verdict v JOIN send s ON s.id = v.send_id JOIN source o ON o.id = s.source_id
		WHERE o.publication_id = ${publicationId} ORDER BY v.send_id, v.event, v.verdict`);
}

/** What the rules made of the clicks on one item's pages, by verdict code. */
export function verdictsOfItem(
	db: Db | Tx,
	item: { id: number; issueId: number }
): Promise<{ verdict: number; n: number }[]> {
	// by the key of events, URL by URL: a send is not read for one item's sake
	return db.all(sql`
		WITH pages AS (SELECT DISTINCT page_id FROM item_link WHERE item_id = ${item.id}),
		urls AS (
			SELECT s.id AS send_id, u.id AS url_id
			FROM send s JOIN url u ON u.page_id IN (SELECT page_id FROM pages)
			WHERE s.issue_id = ${item.issueId} AND NOT EXISTS (
				SELECT 1 FROM url_match m WHERE m.send_id = s.id AND m.url_id = u.id)
			UNION
			SELECT m.send_id, m.url_id
			FROM url_match m JOIN send s ON s.id = m.send_id
			WHERE s.issue_id = ${item.issueId} AND m.page_id IN (SELECT page_id FROM pages)
		)
		SELECT e.verdict, count(*) AS n
		FROM urls CROSS JOIN click_event e ON e.send_id = urls.send_id AND e.url_id = urls.url_id
		GROUP BY e.verdict ORDER BY e.verdict`);
}

/** Rules that could not be applied to a send, and what was missing. */
export function unassessedOf(db: Db | Tx, publicationId: number) {
	return db
		.select({
			sendId: rollupUnassessed.sendId,
			issueId: send.issueId,
			rule: rollupUnassessed.rule,
			why: rollupUnassessed.why
		})
		.from(rollupUnassessed)
		.innerJoin(send, eq(send.id, rollupUnassessed.sendId))
		.innerJoin(source, eq(source.id, send.sourceId))
		.where(eq(source.publicationId, publicationId))
		.orderBy(rollupUnassessed.sendId, rollupUnassessed.rule);
}

/** What single clicks say of lone checks by machines, send by send. */
export function loneOf(db: Db | Tx, publicationId: number) {
	return db
		.select({
			issueId: send.issueId,
			footer: rollupLone.footer,
			others: rollupLone.others,
			lateFooter: rollupLone.lateFooter,
			lateOthers: rollupLone.lateOthers,
			footerShare: rollupLone.footerShare
		})
		.from(rollupLone)
		.innerJoin(send, eq(send.id, rollupLone.sendId))
		.innerJoin(source, eq(source.id, send.sourceId))
		.where(eq(source.publicationId, publicationId))
		.orderBy(rollupLone.sendId);
}

/** Events of one reader with one verdict, as one can show them without saying whose they are. */
export type VerdictExample = {
	/** first event, and seconds from there to the last */
	at: number;
	seconds: number;
	events: number;
	/** distinct links; 0 for opens */
	links: number;
	/** the first page in the order of urls; null for opens */
	page: string | null;
};

/** The most striking events that a rule found in one send: those of a reader and day together. */
export async function verdictExamples(
	db: Db | Tx,
	sendId: number,
	event: 'open' | 'click',
	verdict: number,
	limit: number
): Promise<VerdictExample[]> {
	const table = sql.identifier(`${event}_event`);
	const link = event === 'click' ? sql`e.url_id` : sql`NULL`;
	return db.all<VerdictExample>(sql`
		SELECT x.at, x.last - x.at AS seconds, x.events, x.links,
			(SELECT p.key FROM url u JOIN page p ON p.id = u.page_id WHERE u.id = x.link) AS page
		FROM (
			SELECT min(e.day * 86400 + e.second) AS at, max(e.day * 86400 + e.second) AS last,
				count(*) AS events, count(DISTINCT ${link}) AS links, min(${link}) AS link
			FROM ${table} e WHERE e.send_id = ${sendId} AND e.verdict = ${verdict}
			GROUP BY e.reader_id, e.day
		) x ORDER BY x.events DESC, x.at LIMIT ${limit}`);
}

export type VerdictRow = {
	url: string;
	/** UTC seconds */
	at: number;
	/** the reader's keyed hash in hex, `p…` for a pseudonym of this issue; empty where nobody is named */
	reader: string;
	verdict: number;
};

/** Every event of one kind of a send with its verdict, in the order of their key. */
export function verdictRows(
	db: Db | Tx,
	sendId: number,
	event: 'open' | 'click'
): Promise<VerdictRow[]> {
	const table = sql.identifier(`${event}_event`);
	const text = event === 'click' ? sql`u.text` : sql`''`;
	const join = event === 'click' ? sql`LEFT JOIN url u ON u.id = e.url_id` : sql``;
	return db.all<VerdictRow>(sql`
		SELECT coalesce(${text}, '') AS url, e.day * 86400 + e.second AS at,
			CASE WHEN e.reader_id >= ${FIRST_PSEUDONYM} THEN 'p' || e.reader_id
				ELSE coalesce(lower(hex(r.hash)), '') END AS reader, e.verdict
		FROM ${table} e ${join} LEFT JOIN reader r ON r.id = e.reader_id
		WHERE e.send_id = ${sendId}`);
}
