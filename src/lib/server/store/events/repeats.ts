import { sql, type SQL } from 'drizzle-orm';
import { inherit } from './imports.ts';
import type { Db, Tx } from '../sql/open.ts';

/** Tables of facts that are kept per import, each row for one row of a file. */
export type PlainTable =
	| 'reader_fact'
	| 'send_fact'
	| 'count_reader'
	| 'count_url'
	| 'count_issue'
	| 'tag_fact'
	| 'spend'
	| 'value'
	| 'placement';

/** What a fact states: two facts with the same of all of these are one and the same. */
const CONTENT: Record<PlainTable, string> = {
	reader_fact: 'reader_id status joined left channel campaign country paid stays',
	send_fact: 'send_id name subject sent_at draft',
	count_reader: 'send_id event reader_id n url_id',
	count_url: 'send_id event url_id total unique',
	count_issue: 'send_id event total unique',
	tag_fact: 'url_id issue item topics',
	spend: 'channel campaign from_date to_date amount currency',
	value:
		'date to_date amount currency kind reader_id channel campaign issue item url_id conversions sessions',
	placement: 'sponsor issue item url_id fee currency guaranteed_clicks'
};

const id = sql.identifier;

/** Whether `b`, of an import `i` that holds, states the same as `a` does. */
function same(table: PlainTable): SQL {
	const columns = CONTENT[table].split(' ').map((name) => sql`b.${id(name)} IS a.${id(name)}`);
	// money knows its publication, what it is about does not
	const own = ['tag_fact', 'spend', 'value', 'placement'].includes(table)
		? [sql`i.publication_id = (SELECT publication_id FROM import WHERE id = a.import_id)`]
		: [];
	// a send's totals stand in its row
	const totals =
		table === 'send_fact'
			? [
					sql`NOT EXISTS (
						SELECT 1 FROM count_issue c
						WHERE c.import_id = a.import_id AND c.send_id = a.send_id AND NOT EXISTS (
							SELECT 1 FROM count_issue d
							WHERE d.import_id = b.import_id AND d.send_id = c.send_id AND d.event = c.event
								AND d.total IS c.total AND d."unique" IS c."unique"))`
				]
			: [];
	return sql.join([...columns, ...own, ...totals, sql`i.state = 'done'`], sql` AND `);
}

const others = (table: PlainTable) => sql`${id(table)} b CROSS JOIN import i ON i.id = b.import_id`;

/** Whether an older import that holds states what the row `a` of a table does. */
export function saidBefore(table: PlainTable): SQL {
	return sql`EXISTS (
		SELECT 1 FROM ${others(table)} WHERE b.import_id < a.import_id AND ${same(table)})`;
}

/** How many facts of an import, as far as they are in these tables, another import that holds states too. */
export async function repeatedFacts(
	db: Db | Tx,
	importId: number,
	tables: Iterable<PlainTable>
): Promise<number> {
	let repeated = 0;
	for (const table of tables) {
		const [row] = await db.all<{ n: number }>(sql`
			SELECT count(*) AS n FROM ${id(table)} a
			WHERE a.import_id = ${importId} AND EXISTS (
				SELECT 1 FROM ${others(table)} WHERE b.import_id <> a.import_id AND ${same(table)})`);
		repeated += row!.n;
	}
	return repeated;
}

/**
 * Before an import goes: what it stated first and others repeated is theirs from now on, of each fact
 * the oldest that has it.
 */
export async function passOn(db: Db | Tx, importId: number, tables: Iterable<PlainTable>) {
	for (const table of tables) {
		const heirs = await db.all<{ heir: number; n: number }>(sql`
			SELECT heir, count(*) AS n FROM (
				SELECT (
					SELECT min(b.import_id) FROM ${others(table)}
					WHERE b.import_id <> a.import_id AND ${same(table)}
				) AS heir
				FROM ${id(table)} a WHERE a.import_id = ${importId}
			) WHERE heir > ${importId} GROUP BY heir`);
		for (const { heir, n } of heirs) await inherit(db, heir, n);
	}
}
