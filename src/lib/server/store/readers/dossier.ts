import { sql } from 'drizzle-orm';
import type { Db } from '../sql/open.ts';
import { eventTable } from '../events/events.ts';
import { importsOfSet } from '../events/provenance.ts';
import { eventKinds } from '../schema/fact.ts';

/** One thing that a reader did, or that happened to them, as it is stored. */
export type StoredEvent = {
	kind: (typeof eventKinds)[number];
	/** UTC milliseconds */
	at: number;
	send: number;
	/** as it was exported, without what identifies anybody; null where the event is of no link */
	url: string | null;
	/** packed; 0 for kinds that are not judged */
	verdict: number;
	device: string | null;
	country: string | null;
	/** ids of the imports that said it */
	imports: number[];
};

type EventRow = Omit<StoredEvent, 'imports' | 'kind'> & { imports: string };

const judged = new Set(['open', 'click']);

/**
 * What is stored of one reader's events in one send: nothing indexes events by reader, so that whoever
 * wants all asks send by send and lets others come between.
 */
export async function eventsOfReader(
	db: Db,
	readerId: number,
	sendId: number
): Promise<StoredEvent[]> {
	const events: StoredEvent[] = [];
	for (const kind of eventKinds) {
		const verdict = judged.has(kind) ? sql`e.verdict` : sql`0`;
		const [url, link] =
			kind === 'click'
				? [sql`u.text`, sql`LEFT JOIN url u ON u.id = e.url_id`]
				: [sql`NULL`, sql``];
		const rows = await db.all<EventRow>(sql`
			SELECT (e.day * 86400 + e.second) * 1000 AS at, e.send_id AS send, ${url} AS url,
				${verdict} AS verdict, nullif(c.device, '') AS device, nullif(c.country, '') AS country,
				p.imports
			FROM ${eventTable(kind)} e
			${link}
			LEFT JOIN client c ON c.id = e.client_id
			LEFT JOIN provenance p ON p.id = e.provenance_id
			WHERE e.send_id = ${sendId} AND e.reader_id = ${readerId} ORDER BY 1`);
		for (const { imports, ...row } of rows)
			events.push({ kind, ...row, imports: importsOfSet(imports ?? '') });
	}
	return events;
}

/** The sends of a publication, in the order of their instants. */
export function sendsInOrder(db: Db, publicationId: number) {
	return db.all<{
		id: number;
		campaign: string;
		subject: string | null;
		sentAt: number | null;
	}>(sql`
		SELECT s.id, s.campaign, s.subject, s.sent_at AS sentAt FROM send s
		JOIN source o ON o.id = s.source_id WHERE o.publication_id = ${publicationId}
		ORDER BY s.sent_at, s.id`);
}

/** What lists say of a reader, an import a row; what counts say; money; the services' own ids. */
export async function factsOfReader(db: Db, readerId: number) {
	const of = sql`reader_id = ${readerId}`;
	return {
		lists: await db.all<Record<string, string | number | null>>(sql`
			SELECT import_id AS import, status, joined, left, channel, campaign, country, paid
			FROM reader_fact WHERE ${of} ORDER BY import_id`),
		counts: await db.all<Record<string, string | number | null>>(sql`
			SELECT c.import_id AS import, c.send_id AS send, c.event, u.text AS url, c.n
			FROM count_reader c LEFT JOIN url u ON u.id = c.url_id WHERE c.${of} ORDER BY 1, 2`),
		money: await db.all<Record<string, string | number | null>>(sql`
			SELECT import_id AS import, date, amount, currency, kind, channel, campaign
			FROM value WHERE ${of} ORDER BY id`),
		leavings: await db.all<{ at: number; imports: string }>(sql`
			SELECT l.at * 1000 AS at, p.imports FROM reader_left l
			LEFT JOIN provenance p ON p.id = l.provenance_id WHERE l.${of} ORDER BY 1`),
		ids: await db.all<{ service: string; id: string }>(sql`
			SELECT o.provider AS service, a.alias AS id FROM reader_alias a
			JOIN source o ON o.id = a.source_id WHERE a.${of} ORDER BY 1, 2`),
		state:
			(
				await db.all<Record<string, string | number | null>>(sql`
					SELECT status, joined, left, channel FROM rollup_reader WHERE ${of}`)
			)[0] ?? null,
		hash: (
			await db.all<{ hash: string }>(
				sql`SELECT hex(hash) AS hash FROM reader WHERE id = ${readerId}`
			)
		)[0]!.hash.toLowerCase()
	};
}

/** The files that imports were of, by id: an address in a name was never kept. */
export async function filesOfImports(db: Db, publicationId: number): Promise<Map<number, string>> {
	const rows = await db.all<{ id: number; name: string }>(
		sql`SELECT id, name FROM import WHERE publication_id = ${publicationId}`
	);
	return new Map(rows.map(({ id, name }) => [id, name]));
}
