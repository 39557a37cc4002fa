import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import {
	stateOf,
	type ListFact,
	type ReaderList,
	type ReaderState,
	type Spell
} from './reader-state.ts';

/** Readers whose states are derived, and swapped in, at once: the lock is held for so many. */
const chunk = 10_000;

type Row = ReaderState & { readerId: number };

const order = [
	'readerId',
	'status',
	'joined',
	'left',
	'leftBy',
	'channel',
	'campaign',
	'country',
	'paid',
	'earlier'
] as const;

const columns = sql.raw(
	'reader_id, status, joined, "left", left_by, channel, campaign, country, paid, earlier'
);

/**
 * The states of all readers of a publication that any list or unsubscribe event speaks of, in order
 * of their ids, some at a time. Writes nothing: settling stores what comes, `verify` compares it.
 */
export async function* findReaderStates(
	db: Db | Tx,
	publicationId: number
): AsyncGenerator<{ from: number; to: number; rows: Row[] }> {
	const lists = await listsOf(db, publicationId);
	const places = new Map(lists.map(({ id }, place) => [id, place]));
	const [{ last } = { last: null }] = await db.all<{ last: number | null }>(
		sql`SELECT max(id) AS last FROM reader WHERE publication_id = ${publicationId}`
	);

	for (let from = 1; from <= (last ?? 0); from += chunk) {
		const to = from + chunk - 1;
		const left = await unsubscribes(db, publicationId, from, to);
		const said = new Map<number, Map<number, ListFact>>();
		for (const id of left.keys()) said.set(id, new Map());
		for (const [importId, readerId, fact] of await factsOf(db, publicationId, from, to)) {
			const place = places.get(importId);
			if (place === undefined) continue;
			let ofReader = said.get(readerId);
			if (!ofReader) said.set(readerId, (ofReader = new Map()));
			ofReader.set(place, fact);
		}
		const ids = [...said.keys()].sort((a, b) => a - b);
		const rows = ids.map((readerId) => ({
			readerId,
			...stateOf(lists, said.get(readerId)!, left.get(readerId) ?? [])
		}));
		yield { from, to, rows };
	}
}

/** Derives the states of all readers of a publication anew. */
export async function deriveReaderStates(db: Db, publicationId: number) {
	for await (const { from, to, rows } of findReaderStates(db, publicationId)) {
		const list = JSON.stringify(rows.map((row) => order.map((name) => row[name])));
		await db.transaction(async (tx) => {
			await tx.run(sql`
				DELETE FROM rollup_reader
				WHERE publication_id = ${publicationId} AND reader_id BETWEEN ${from} AND ${to}`);
			const cells = sql.join(
				order.map((_, i) => sql`value ->> ${sql.raw(String(i))}`),
				sql`, `
			);
			await tx.run(sql`
				INSERT INTO rollup_reader (publication_id, ${columns})
				SELECT ${publicationId}, ${cells} FROM json_each(${list})`);
		});
		// a real turn of the event loop, or finished native statements pile up
		await new Promise((turn) => setImmediate(turn));
	}
}

/** Whether states rest on unsubscribe events, and not on lists alone. */
export async function eventsTellStates(db: Db | Tx, publicationId: number): Promise<boolean> {
	const [row] = await db.all<{ yes: number }>(sql`
		SELECT EXISTS (
			SELECT 1 FROM source o CROSS JOIN send s ON s.source_id = o.id
				CROSS JOIN unsubscribe_event e ON e.send_id = s.id
			WHERE o.publication_id = ${publicationId}
		) OR EXISTS (
			SELECT 1 FROM rollup_reader WHERE publication_id = ${publicationId}
				AND (left_by = 'event' OR earlier LIKE '%"event"%')
		) AS yes`);
	return row!.yes === 1;
}

/** The states as they are stored, in order of reader, for `verify`. */
export async function storedReaderStates(db: Db | Tx, publicationId: number): Promise<Row[]> {
	const rows = await db.all<Row & { paid: number | null; earlier: string | null }>(sql`
		SELECT reader_id AS readerId, status, joined, "left", left_by AS leftBy, channel, campaign,
			country, paid, earlier
		FROM rollup_reader WHERE publication_id = ${publicationId} ORDER BY reader_id`);
	return rows.map((row) => ({
		...row,
		paid: row.paid === null ? null : Boolean(row.paid),
		earlier: row.earlier === null ? null : (JSON.parse(row.earlier) as Spell[])
	}));
}

async function listsOf(
	db: Db | Tx,
	publicationId: number
): Promise<(ReaderList & { id: number })[]> {
	const rows = await db.all<{ id: number; asOf: number; complete: number }>(sql`
		SELECT id, coalesce(as_of, 0) AS asOf, complete FROM import i
		WHERE publication_id = ${publicationId}
			AND EXISTS (SELECT 1 FROM reader_fact f WHERE f.import_id = i.id)
		ORDER BY as_of, id`);
	return rows.map((row) => ({ ...row, complete: Boolean(row.complete) }));
}

type Cells = [
	importId: number,
	readerId: number,
	status: ListFact['status'],
	joined: number | null,
	left: number | null,
	channel: string | null,
	campaign: string | null,
	country: string | null,
	paid: number | null,
	stays: ListFact['stays']
];

// joins go from left to right: beginning with all readers, each part would cost as much as the whole
async function factsOf(db: Db | Tx, publicationId: number, from: number, to: number) {
	const [row] = await db.all<{ facts: string }>(sql`
		SELECT json_group_array(json_array(f.import_id, f.reader_id, f.status, f.joined, f."left",
			f.channel, f.campaign, f.country, f.paid, json(f.stays))) AS facts
		FROM reader_fact f CROSS JOIN reader r ON r.id = f.reader_id
		WHERE f.reader_id BETWEEN ${from} AND ${to}
			AND r.publication_id = ${publicationId} AND NOT r.erased`);
	return (JSON.parse(row!.facts) as Cells[]).map(
		([importId, readerId, status, joined, left, channel, campaign, country, paid, stays]) => {
			const own = { status, joined, left, channel, campaign, country, stays };
			const fact: ListFact = { ...own, paid: paid === null ? null : Boolean(paid) };
			return [importId, readerId, fact] as const;
		}
	);
}

/** By reader the unsubscribe events, UTC milliseconds. */
async function unsubscribes(db: Db | Tx, publicationId: number, from: number, to: number) {
	const rows = await db.all<{ id: number; at: string }>(sql`
		SELECT e.reader_id AS id, json_group_array(e.at * 1000) AS at
		FROM (
			SELECT reader_id, day * 86400 + second AS at FROM unsubscribe_event
			WHERE reader_id BETWEEN ${from} AND ${to}
			UNION ALL
			SELECT reader_id, at FROM reader_left WHERE reader_id BETWEEN ${from} AND ${to}
		) e CROSS JOIN reader r ON r.id = e.reader_id
		WHERE r.publication_id = ${publicationId} AND NOT r.erased
		GROUP BY 1`);
	return new Map(rows.map(({ id, at }) => [id, JSON.parse(at) as number[]]));
}
