import { inArray, sql, type SQL } from 'drizzle-orm';
import { eventTable } from '../events/events.ts';
import { idList } from '../events/facts.ts';
import { FIRST_PSEUDONYM, isPseudonym } from '../events/pseudonym.ts';
import { eventKinds } from '../schema/fact.ts';
import { send } from '../schema/publication.ts';
import { keepSetting, readSetting } from '../settings.ts';
import { databaseFile, type Db, type Tx } from '../sql/open.ts';
import { erasing } from '../sql/secure-delete.ts';
import { packed, packedRows } from '../sql/packed.ts';
import { sortedRows } from '../sql/sort-rows.ts';
import { naming, type NamedReaders } from './naming-sends.ts';
import { decodeReaders, encodeReaders } from './reader-set.ts';

/** Sends of one issue, or one send of none: within them a reader is one pseudonym. */
export type CutUnit = { issueId: number | null; sendIds: readonly number[] };

type Kind = (typeof eventKinds)[number];

/** Pseudonyms by reader. */
type Names = ReadonlyMap<number, number>;

/** Ids end here, in the columns of 32 bits that events are read into. */
const LAST = 2 ** 31 - 1;

/** Of whom an issue's figures ask who is who: whoever opened, clicked and got it. */
const together: readonly Kind[] = ['open', 'click', 'delivery'];

/**
 * Kinds whose readers get their pseudonyms together; what happened to somebody's membership gets its
 * own, so that whoever left at an instant is not known again among the clicks.
 */
const groups: readonly (readonly Kind[])[] = [
	together,
	...eventKinds.filter((kind) => !together.includes(kind)).map((kind) => [kind])
];

/**
 * Replaces the readers of an issue by pseudonyms that are drawn anew and stand nowhere else: what the
 * issue's events are counted to stays as it is, and nothing leads from them to a reader. Verdicts stay
 * as they are from then on. To be done in one transaction; it cannot be undone.
 *
 * @param draw a random whole number below another
 * @param now UTC milliseconds
 * @throws {RangeError} once all pseudonyms are given
 */
export async function cutReaders(
	tx: Tx,
	{ issueId, sendIds }: CutUnit,
	draw: (below: number) => number,
	now: number
): Promise<NamedReaders> {
	const cut: NamedReaders = { events: 0, readers: 0 };
	await keepLeavings(tx, sendIds);
	for (const kinds of groups) {
		const readers = await readersNamed(tx, kinds, sendIds);
		if (readers.length === 0) continue;
		const names = await namesFor(tx, readers, draw);
		if (kinds === together) cut.readers = readers.length;
		for (const kind of kinds) {
			for (const sendId of sendIds) cut.events += await renameEvents(tx, kind, sendId, names);
			cut.events += await renameCounts(tx, kind, sendIds, names);
		}
		if (kinds === together && issueId !== null) await renameRollups(tx, issueId, names);
	}
	// who did something on which day is asked across issues only
	await tx.run(sql`DELETE FROM rollup_day WHERE send_id IN (${idList(sendIds)})`);
	await tx
		.update(send)
		.set({ cutAt: now })
		.where(inArray(send.id, [...sendIds]));
	return cut;
}

/** Forgets readers of whom nothing is left: no list, no payment, no event of an issue that names readers. */
export async function dropUnnamedReaders(db: Db, publicationId: number): Promise<number> {
	return db.transaction(async (tx) => {
		await erasing(tx, databaseFile(db) !== undefined);
		const sends = sql`SELECT s.id FROM send s JOIN source o ON o.id = s.source_id
			WHERE o.publication_id = ${publicationId} AND s.cut_at IS NULL`;
		const named = [
			...[...eventKinds.map(eventTable), sql.identifier('count_reader')].map(
				(table) => sql`SELECT reader_id FROM ${table} WHERE send_id IN (${sends})`
			),
			...['reader_fact', 'reader_left', 'rollup_reader'].map(
				(table) => sql`SELECT reader_id FROM ${sql.identifier(table)}`
			),
			sql`SELECT reader_id FROM value WHERE reader_id IS NOT NULL`
		];
		const unnamed = sql`SELECT id FROM reader
			WHERE publication_id = ${publicationId} AND NOT erased
				AND id NOT IN (${sql.join(named, sql` UNION `)})`;
		await tx.run(sql`DELETE FROM reader_alias WHERE reader_id IN (${unnamed})`);
		const { rowsAffected } = await tx.run(sql`DELETE FROM reader WHERE id IN (${unnamed})`);
		await tx.run(sql`
			DELETE FROM domain WHERE id NOT IN (SELECT domain_id FROM reader WHERE domain_id IS NOT NULL)`);
		return rowsAffected;
	});
}

/** That somebody unsubscribed stays theirs, without the issue. */
async function keepLeavings(tx: Tx, sendIds: readonly number[]) {
	await tx.run(sql`
		INSERT OR IGNORE INTO reader_left (reader_id, at, provenance_id)
		SELECT reader_id, day * 86400 + second, provenance_id FROM unsubscribe_event
		WHERE ${naming(sendIds)}`);
}

async function readersNamed(tx: Tx, kinds: readonly Kind[], sendIds: readonly number[]) {
	const rows = kinds.flatMap((kind) => [
		sql`SELECT reader_id AS id FROM ${eventTable(kind)} WHERE ${naming(sendIds)}`,
		sql`SELECT reader_id AS id FROM count_reader WHERE event = ${kind} AND ${naming(sendIds)}`
	]);
	const [row] = await tx.all<{ ids: string }>(
		sql`SELECT json_group_array(id) AS ids FROM (${sql.join(rows, sql` UNION `)})`
	);
	return JSON.parse(row!.ids) as number[];
}

/** Shuffled and numbered on from the last: a pseudonym says nothing of who it was. */
async function namesFor(
	tx: Tx,
	readers: number[],
	draw: (below: number) => number
): Promise<Names> {
	const first = Number((await readSetting(tx, 'nextPseudonym')) ?? FIRST_PSEUDONYM);
	if (first + readers.length > LAST) throw new RangeError('no pseudonym is left');
	for (let i = readers.length - 1; i > 0; i--) {
		const j = draw(i + 1);
		[readers[i], readers[j]] = [readers[j]!, readers[i]!];
	}
	await keepSetting(tx, 'nextPseudonym', String(first + readers.length));
	return new Map(readers.map((reader, i) => [reader, first + i]));
}

/** Columns of events, in the order of their key; kinds that are judged have a verdict besides. */
const keyOf = (kind: Kind) =>
	kind === 'click' ? ['url_id', 'day', 'reader_id', 'second'] : ['day', 'reader_id', 'second'];

const besideOf = (kind: Kind) => [
	'client_id',
	'provenance_id',
	...(kind === 'open' || kind === 'click' ? ['verdict'] : [])
];

async function renameEvents(tx: Tx, kind: Kind, sendId: number, names: Names): Promise<number> {
	const key = keyOf(kind);
	return renameRows(tx, {
		table: eventTable(kind),
		where: sql`send_id = ${sendId}`,
		fixed: { send_id: sql`${sendId}` },
		key,
		columns: [...key, ...besideOf(kind)],
		names
	});
}

async function renameCounts(tx: Tx, kind: Kind, sendIds: readonly number[], names: Names) {
	return renameRows(tx, {
		table: sql.identifier('count_reader'),
		where: sql`event = ${kind} AND send_id IN (${idList(sendIds)})`,
		fixed: { event: sql`${kind}` },
		key: ['send_id', 'reader_id', 'url_id', 'import_id'],
		columns: ['send_id', 'reader_id', 'url_id', 'import_id', 'n'],
		names
	});
}

type Rows = {
	table: SQL | ReturnType<typeof sql.identifier>;
	where: SQL;
	/** columns that are the same in all of these rows */
	fixed: Record<string, SQL>;
	key: readonly string[];
	columns: readonly string[];
	names: Names;
};

/** Writes rows anew under other readers: their reader is in the key. @returns how many named one */
async function renameRows(tx: Tx, { table, where, fixed, key, columns, names }: Rows) {
	const ids = columns.map((name) => sql.identifier(name));
	const [lists] = await tx.all<Record<string, string>>(sql`
		SELECT ${sql.join(
			ids.map((id) => sql`json_group_array(${id}) AS ${id}`),
			sql`, `
		)}
		FROM ${table} WHERE ${where}`);
	const cells = Object.fromEntries(
		columns.map((name) => [name, JSON.parse(lists![name]!) as number[]])
	);
	const readers = cells.reader_id!;
	let named = 0;
	for (const [i, reader] of readers.entries()) {
		const pseudonym = names.get(reader);
		if (pseudonym === undefined) continue;
		readers[i] = pseudonym;
		named++;
	}
	if (named === 0) return 0;

	const order = sortedRows(cells, key, readers.length);
	const sorted = Object.fromEntries(
		columns.map((name) => [name, Array.from(order, (row) => cells[name]![row]!)])
	);
	await tx.run(sql`DELETE FROM ${table} WHERE ${where}`);
	const into = [...Object.keys(fixed), ...columns].map((name) => sql.identifier(name));
	const from = [...Object.values(fixed), ...ids.map((id) => sql`n.${id}`)];
	for (let start = 0; start < readers.length; start += packedRows) {
		const n = packed(sorted, columns, start, Math.min(start + packedRows, readers.length));
		await tx.run(sql`
			INSERT INTO ${table} (${sql.join(into, sql`, `)})
			SELECT ${sql.join(from, sql`, `)} FROM (${n}) n`);
	}
	return named;
}

/** Figures unite sets of readers within an issue: these go under their pseudonyms as well. */
async function renameRollups(tx: Tx, issueId: number, names: Names) {
	for (const [table, id] of [
		['rollup_issue', 'issue_id'],
		['rollup_item', 'item_id']
	] as const) {
		const rows = await tx.all<{ id: number; readers: ArrayBuffer }>(sql`
			SELECT ${sql.identifier(id)} AS id, readers FROM ${sql.identifier(table)}
			WHERE issue_id = ${issueId} AND readers IS NOT NULL`);
		for (const row of rows) {
			const readers = decodeReaders(row.readers)
				.flatMap((reader) => names.get(reader) ?? (isPseudonym(reader) ? reader : []))
				.sort((a, b) => a - b);
			await tx.run(sql`
				UPDATE ${sql.identifier(table)} SET readers = ${encodeReaders(readers)}
				WHERE ${sql.identifier(id)} = ${row.id}`);
		}
	}
}
