import { nameKey } from '#lib/name-key.ts';
import { renamer } from '#lib/same-names.ts';
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../sql/open.ts';
import type { Publication } from '../publications.ts';
import type { Spell } from './reader-state.ts';

/** Words of readers, each once; readers name them by place, −1 where nobody says one. */
export type WordColumn = { names: string[]; of: Int16Array };

/**
 * All readers of a publication that a list or an unsubscribe event speaks of, as columns in order of
 * their ids. Never persons: an id is of use only to join one's clicks.
 */
export type ReaderColumns = {
	length: number;
	id: Int32Array;
	/** UTC milliseconds, NaN where no list says it */
	joined: Float64Array;
	/** UTC milliseconds of leaving, NaN while the reader is there; no later than this where `leftBy` is `list` */
	left: Float64Array;
	/** 1 where the instant of leaving is only the date of the list that knows it */
	leftByList: Uint8Array;
	/** 1 where the reader never confirmed: not counted as having joined */
	pending: Uint8Array;
	/** 1 where the service could not reach the reader any more */
	bounced: Uint8Array;
	/** 1 for readers who pay */
	paid: Uint8Array;
	/** id of the domain of readers who write from a company's; 0 for mailboxes that anybody can have */
	company: Int32Array;
	/** of readers, and after them of the stays in `earlier` */
	channel: WordColumn;
	campaign: WordColumn;
	country: WordColumn;
	/** stays that ended before the one that `joined` begins, of those who left and came back */
	earlier: Stays;
	/** UTC milliseconds: the date of the newest list, as its name or its newest line says; null without one */
	listedUntil: number | null;
};

/** Stretches of membership that are over, as columns, in order of reader and time. */
export type Stays = {
	length: number;
	/** place of the reader in the columns of readers */
	reader: Int32Array;
	joined: Float64Array;
	left: Float64Array;
	leftByList: Uint8Array;
};

/** More words than this are none that figures could tell apart; those beyond it are left out. */
const mostWords = 30_000;

/** Reads what is kept of every reader; a publication of 200,000 takes a third of a second. */
export async function readerColumns(
	db: Db | Tx,
	{ id: publicationId, sameNames }: Pick<Publication, 'id' | 'sameNames'>
): Promise<ReaderColumns> {
	// lists of one column each: an object a row costs five times the query
	const [row] = await db.all<Record<string, string>>(sql`
		SELECT json_group_array(readerId) AS id, json_group_array(joined) AS joined,
			json_group_array("left") AS "left", json_group_array(flags) AS flags,
			json_group_array(company) AS company, json_group_array(channel) AS channel,
			json_group_array(campaign) AS campaign, json_group_array(country) AS country,
			json_group_array(json(earlier)) AS earlier
		FROM (
			SELECT s.reader_id AS readerId, s.joined, s."left",
				(s.left_by IS 'list') + 2 * (s.status = 'pending') + 4 * (s.status = 'bounced')
					+ 8 * coalesce(s.paid, 0) AS flags,
				CASE WHEN d.free THEN 0 ELSE coalesce(d.id, 0) END AS company,
				s.channel, s.campaign, s.country, s.earlier
			FROM rollup_reader s JOIN reader r ON r.id = s.reader_id
				LEFT JOIN domain d ON d.id = r.domain_id
			WHERE s.publication_id = ${publicationId} ORDER BY s.reader_id
		)`);
	const list = <Cell>(name: string) => JSON.parse(row![name]!) as Cell[];
	const id = Int32Array.from(list<number>('id'));
	const flags = Uint8Array.from(list<number>('flags'));
	const flag = (bit: number) => flags.map((all) => (all & bit ? 1 : 0));
	const earlier = list<Spell[] | null>('earlier').flatMap((spells, place) =>
		(spells ?? []).map((spell) => ({ ...spell, place }))
	);
	const words = (name: 'channel' | 'campaign') =>
		wordsOf(
			[...list<string | null>(name), ...earlier.map((spell) => spell[name])],
			renamer(sameNames, name)
		);

	const [newest] = await db.all<{ at: number | null }>(sql`
		SELECT max(as_of) AS at FROM import i
		WHERE publication_id = ${publicationId}
			AND EXISTS (SELECT 1 FROM reader_fact f WHERE f.import_id = i.id)`);

	return {
		length: id.length,
		id,
		joined: instants(list('joined')),
		left: instants(list('left')),
		leftByList: flag(1),
		pending: flag(2),
		bounced: flag(4),
		paid: flag(8),
		company: Int32Array.from(list<number>('company')),
		channel: words('channel'),
		campaign: words('campaign'),
		country: wordsOf(list('country')),
		earlier: {
			length: earlier.length,
			reader: Int32Array.from(earlier, ({ place }) => place),
			joined: instants(earlier.map(({ joined }) => joined)),
			left: instants(earlier.map(({ left }) => left)),
			leftByList: Uint8Array.from(earlier, ({ leftBy }) => Number(leftBy === 'list'))
		},
		listedUntil: newest!.at
	};
}

function instants(cells: (number | null)[]): Float64Array {
	return Float64Array.from(cells, (at) => at ?? NaN);
}

/** Names as most readers have them, in order of how many have them. */
function wordsOf(
	cells: (string | null)[],
	rename: (name: string) => string = (name) => name
): WordColumn {
	const spellings = new Map<string, Map<string, number>>();
	const keys = new Map<string, string>();
	for (const cell of cells) {
		if (cell === null) continue;
		let key = keys.get(cell);
		if (key === undefined) keys.set(cell, (key = nameKey(rename(cell))));
		if (key === '') continue;
		let counts = spellings.get(key);
		if (!counts) spellings.set(key, (counts = new Map()));
		const name = rename(cell);
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}

	const sum = (counts: Map<string, number>) => [...counts.values()].reduce((n, m) => n + m, 0);
	const ordered = [...spellings]
		.map(([key, counts]) => ({ key, counts, n: sum(counts) }))
		.sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
		.slice(0, mostWords);
	const places = new Map(ordered.map(({ key }, place) => [key, place]));
	return {
		names: ordered.map(({ counts }) => commonest(counts).trim()),
		of: Int16Array.from(cells, (cell) => (cell === null ? -1 : (places.get(keys.get(cell)!) ?? -1)))
	};
}

function commonest(counts: ReadonlyMap<string, number>): string {
	return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]![0];
}

/** How many readers had joined and not left at an instant; null where no list includes those who left. */
export type ActiveReaders = (at: number) => Promise<number | null>;

/**
 * Counts the active readers of a publication at any instant, by lists that include those who left.
 * Their states are read at the first question and held: it is asked about each issue.
 */
export function activeReadersOf(db: Db | Tx, publicationId: number): ActiveReaders {
	let known: Promise<{ joined: Float64Array; left: Float64Array }> | undefined;

	return async (at) => {
		const { joined, left } = await (known ??= memberships(db, publicationId));
		const active = until(joined, at) - until(left, at);
		// a list without anybody who left would count today's readers into the past
		return left.length > 0 && active > 0 ? active : null;
	};
}

/** When readers joined, and when those who left did, which is never before; each sorted. */
async function memberships(db: Db | Tx, publicationId: number) {
	const [row] = await db.all<{ joined: string; left: string }>(sql`
		SELECT json_group_array(joined) AS joined,
			json_group_array("left") FILTER (WHERE "left" IS NOT NULL) AS "left"
		FROM (
			SELECT joined, "left" FROM rollup_reader
			WHERE publication_id = ${publicationId} AND status <> 'pending'
			UNION ALL
			SELECT value ->> 'joined', value ->> 'left' FROM rollup_reader, json_each(earlier)
			WHERE publication_id = ${publicationId}
		) WHERE joined IS NOT NULL`);
	const sorted = (list: string) => Float64Array.from(JSON.parse(list) as number[]).sort();
	return { joined: sorted(row!.joined), left: sorted(row!.left) };
}

/** How many of sorted numbers are at most this. */
function until(sorted: Float64Array, most: number): number {
	let from = 0;
	let to = sorted.length;
	while (from < to) {
		const middle = (from + to) >>> 1;
		if (sorted[middle]! <= most) from = middle + 1;
		else to = middle;
	}
	return from;
}
