import { sql, type SQL } from 'drizzle-orm';
import { DAY_SECONDS } from '#lib/duration.ts';
import type { EventKind } from '#lib/providers/facts.ts';
import { idList } from './facts.ts';
import type { Db, Tx } from '../sql/open.ts';
import { packed, packedRows, type PackedColumns } from '../sql/packed.ts';
import type { Origins } from './provenance.ts';
import { distinctRows } from '../sql/sort-rows.ts';

/** Events of one kind as columns. `url` is read for clicks only. */
export type EventColumns = PackedColumns<'send' | 'url' | 'day' | 'reader' | 'second' | 'client'>;

/** What became of events: new, known from another import, or repeated within this one. */
export type Stored = { added: number; known: number; repeated: number };

const clickNames = ['send', 'url', 'day', 'reader', 'second', 'client', 'own'] as const;
const otherNames = ['send', 'day', 'reader', 'second', 'client', 'own'] as const;

const keyNames = {
	click: ['send', 'url', 'day', 'reader', 'second'],
	other: ['send', 'day', 'reader', 'second']
} as const;

/** The table of a kind of event. */
export const eventTable = (kind: EventKind) => sql.identifier(`${kind}_event`);

const sameEvent = (kind: EventKind): SQL =>
	kind === 'click'
		? sql`e.send_id = n.send AND e.url_id = n.url AND e.day = n.day AND e.reader_id = n.reader AND e.second = n.second`
		: sql`e.send_id = n.send AND e.day = n.day AND e.reader_id = n.reader AND e.second = n.second`;

/**
 * Stores events of one import, those known already becoming known to it as well.
 *
 * Rows are sorted by the key of their table first: random inserts are four times slower. Each run
 * of `packedRows` is one short write, so that no other writer waits long.
 */
export async function storeEvents(
	db: Db | Tx,
	kind: EventKind,
	origins: Origins,
	events: EventColumns,
	length: number
): Promise<Stored> {
	const own = new Map<number, number>();
	for (const client of new Set(Array.from({ length }, (_, i) => events.client[i]!)))
		own.set(client, await origins.own(client));
	const order = distinctRows(events, keyNames[kind === 'click' ? 'click' : 'other'], length);
	const sorted = inOrder(events, own, order);
	const stored: Stored = { added: 0, known: 0, repeated: length - order.length };

	for (let from = 0; from < order.length; from += packedRows) {
		const to = Math.min(from + packedRows, order.length);
		const part = await storePart(db, kind, origins, sorted, from, to);
		stored.added += part.added;
		stored.known += part.known;
		stored.repeated += part.repeated;
	}
	return stored;
}

type SortedColumns = EventColumns & PackedColumns<'own'>;

async function storePart(
	db: Db | Tx,
	kind: EventKind,
	origins: Origins,
	events: SortedColumns,
	from: number,
	to: number
): Promise<Stored> {
	const names = kind === 'click' ? clickNames : otherNames;
	const rows = to - from;
	const n = packed(events, names, from, to);
	const url = kind === 'click' ? [sql`url_id, `, sql`n.url, `] : [sql``, sql``];

	const { rowsAffected: added } = await db.run(sql`
		INSERT OR IGNORE INTO ${eventTable(kind)} (send_id, ${url[0]}day, reader_id, second, client_id, provenance_id)
		SELECT n.send, ${url[1]}n.day, n.reader, n.second, n.client, n.own FROM (${n}) n`);
	if (added === rows) return { added, known: 0, repeated: 0 };

	// the rest was there before: from this very import, or from others, which then share it
	const [met] = await db.all<{ rows: string; sets: string }>(sql`
		SELECT json_group_array(n.i) AS rows, json_group_array(e.provenance_id) AS sets
		FROM (${n}) n CROSS JOIN ${eventTable(kind)} e ON ${sameEvent(kind)}
		WHERE e.provenance_id <> n.own`);
	const sets = JSON.parse(met!.sets) as number[];
	const shared: Record<keyof SortedColumns, number[]> = {
		send: [],
		url: [],
		day: [],
		reader: [],
		second: [],
		client: [],
		own: []
	};
	for (const [k, i] of (JSON.parse(met!.rows) as number[]).entries()) {
		const both = await origins.joined(sets[k]!, events.client[from + i]!);
		if (both.id === sets[k]) continue;
		for (const name of names) shared[name].push(events[name][from + i]!);
		shared.own[shared.own.length - 1] = both.id;
		shared.client[shared.client.length - 1] = both.client;
	}
	const known = shared.own.length;
	if (known > 0) {
		// an upsert that always conflicts: UPDATE … FROM would search the packed rows for each event
		await db.run(sql`
			INSERT INTO ${eventTable(kind)} (send_id, ${url[0]}day, reader_id, second, client_id, provenance_id)
			SELECT n.send, ${url[1]}n.day, n.reader, n.second, n.client, n.own
			FROM (${packed(shared, names, 0, known)}) n WHERE true
			ON CONFLICT DO UPDATE SET provenance_id = excluded.provenance_id, client_id = excluded.client_id`);
	}
	return { added, known, repeated: rows - added - known };
}

function inOrder(
	events: EventColumns,
	own: ReadonlyMap<number, number>,
	order: Int32Array
): SortedColumns {
	const pick = (column: ArrayLike<number>) => {
		// ids, days and seconds are small: half the room of doubles
		const picked = new Int32Array(order.length);
		for (let i = 0; i < order.length; i++) picked[i] = column[order[i]!]!;
		return picked;
	};
	const client = pick(events.client);
	return {
		send: pick(events.send),
		url: pick(events.url),
		day: pick(events.day),
		reader: pick(events.reader),
		second: pick(events.second),
		client,
		own: client.map((id) => own.get(id)!)
	};
}

/** Events of one kind of a send, as columns. */
export type SendEvents = {
	reader: Int32Array;
	url: Int32Array;
	/** UTC seconds */
	at: Float64Array;
	client: Int32Array;
	verdict: Uint8Array;
};

/** Columns with room for so many events; by default for none. */
export function roomFor(length = 0): SendEvents {
	return {
		reader: new Int32Array(length),
		url: new Int32Array(length),
		at: new Float64Array(length),
		client: new Int32Array(length),
		verdict: new Uint8Array(length)
	};
}

/** All events of one kind of a send, in the order of their key. */
export async function readEvents(
	db: Db | Tx,
	kind: 'open' | 'click',
	sendId: number
): Promise<SendEvents> {
	const url = kind === 'click' ? sql`url_id` : sql`0`;
	// a few rows of lists, in the order of the key: an object a row costs five times the query
	const lists = await db.all<
		{ url: number; n: number } & Record<'reader' | 'at' | 'code', string>
	>(sql`
		SELECT ${url} AS url, count(*) AS n, json_group_array(reader_id) AS reader,
			json_group_array(day * 86400 + second) AS at,
			json_group_array(client_id * 256 + verdict) AS code
		FROM ${eventTable(kind)} WHERE send_id = ${sendId} GROUP BY 1`);

	const length = lists.reduce((sum, { n }) => sum + n, 0);
	const events = roomFor(length);
	let start = 0;
	for (const list of lists) {
		events.reader.set(JSON.parse(list.reader), start);
		events.url.fill(list.url, start, start + list.n);
		events.at.set(JSON.parse(list.at), start);
		const codes = JSON.parse(list.code) as number[];
		for (let i = 0; i < list.n; i++) {
			events.client[start + i] = codes[i]! >> 8;
			events.verdict[start + i] = codes[i]! & 255;
		}
		start += list.n;
	}
	return events;
}

/** Whether these sends have at least so many opens and clicks. */
export async function haveEvents(
	db: Db | Tx,
	sendIds: readonly number[],
	least: number
): Promise<boolean> {
	const list = idList(sendIds);
	const [row] = await db.all<{ n: number }>(sql`
		SELECT count(*) AS n FROM (
			SELECT 1 FROM click_event WHERE send_id IN (${list})
			UNION ALL SELECT 1 FROM open_event WHERE send_id IN (${list}) LIMIT ${least}
		)`);
	return row!.n >= least;
}

/** Writes what a run of the rules made of a send's events, in the order of `readEvents`. */
export async function writeVerdicts(
	db: Db | Tx,
	kind: 'open' | 'click',
	sendId: number,
	events: SendEvents,
	verdicts: Uint8Array
) {
	const changed: number[] = [];
	for (let i = 0; i < verdicts.length; i++) if (events.verdict[i] !== verdicts[i]) changed.push(i);

	const names = ['url', 'day', 'reader', 'second', 'verdict'] as const;
	for (let from = 0; from < changed.length; from += packedRows) {
		const part = changed.slice(from, from + packedRows);
		const columns = {
			url: part.map((i) => events.url[i]!),
			day: part.map((i) => Math.floor(events.at[i]! / DAY_SECONDS)),
			reader: part.map((i) => events.reader[i]!),
			second: part.map((i) => ((events.at[i]! % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS),
			verdict: part.map((i) => verdicts[i]!)
		};
		const n = packed(columns, names, 0, part.length);
		const url = kind === 'click' ? [sql`url_id, `, sql`n.url, `] : [sql``, sql``];
		// an upsert that always conflicts, as above; what it would insert is never stored
		await db.run(sql`
			INSERT INTO ${eventTable(kind)} (send_id, ${url[0]}day, reader_id, second, client_id, provenance_id, verdict)
			SELECT ${sendId}, ${url[1]}n.day, n.reader, n.second, 0, 0, n.verdict FROM (${n}) n WHERE true
			ON CONFLICT DO UPDATE SET verdict = excluded.verdict`);
	}
}
