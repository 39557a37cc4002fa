import { sql } from 'drizzle-orm';
import type { Db } from '../sql/open.ts';

/** So many rows are looked at in one read. */
const atOnce = 100;

/** What the program writes itself, and what its people gave of themselves: they have accounts. */
const spared =
	/^(?:auth_|sqlite_|_|api_token$|schedule$|mailing$|setting$|provenance$|publication$|source$|reader_alias$|url$|page$|libsql)/;

/**
 * Has every text in the database written otherwise, wherever it stands: names of files and of campaigns,
 * documents, titles, rejects, reports. URLs and pages are left to `rewriteUrls`.
 *
 * @param isOf which tables are meant; all that hold what files say
 * @returns how many texts have changed
 */
export async function rewriteTexts(
	db: Db,
	rewrite: (text: string) => string,
	isOf: (table: string) => boolean = () => true
): Promise<number> {
	let changed = 0;
	for (const { table, column } of await textColumns(db)) {
		if (!isOf(table)) continue;
		const names = { table: sql.identifier(table), column: sql.identifier(column) };
		for (let after = -1; ;) {
			const rows = await db.all<{ id: number; text: string | null }>(sql`
				SELECT rowid AS id, ${names.column} AS text FROM ${names.table}
				WHERE rowid > ${after} ORDER BY rowid LIMIT ${atOnce}`);
			if (rows.length === 0) break;
			after = rows.at(-1)!.id;
			for (const { id, text } of rows) {
				const now = typeof text === 'string' ? within(text, rewrite) : text;
				if (now === text || now === null) continue;
				await write(db, names, id, now);
				changed++;
			}
		}
	}
	return changed;
}

async function textColumns(db: Db): Promise<{ table: string; column: string }[]> {
	const tables = await db.all<{ name: string; sql: string | null }>(
		sql`SELECT name, sql FROM sqlite_master WHERE type = 'table'`
	);
	const texts: { table: string; column: string }[] = [];
	for (const { name, sql: made } of tables) {
		// events are integers, and have no row ids
		if (spared.test(name) || /WITHOUT\s+ROWID/i.test(made ?? '')) continue;
		const columns = await db.all<{ name: string; type: string }>(
			sql`SELECT name, type FROM pragma_table_info(${name})`
		);
		for (const column of columns)
			if (/text/i.test(column.type)) texts.push({ table: name, column: column.name });
	}
	return texts;
}

type Names = {
	table: ReturnType<typeof sql.identifier>;
	column: ReturnType<typeof sql.identifier>;
};

/** Two texts that become one stay two where their table wants them so. */
async function write(db: Db, { table, column }: Names, id: number, text: string) {
	const { rowsAffected } = await db.run(
		sql`UPDATE OR IGNORE ${table} SET ${column} = ${text} WHERE rowid = ${id}`
	);
	if (rowsAffected === 0)
		await db.run(sql`UPDATE ${table} SET ${column} = ${`${text} ${id}`} WHERE rowid = ${id}`);
}

/** Texts within JSON are written one by one, so that it stays what it is. */
function within(text: string, rewrite: (text: string) => string): string {
	if (!/^\s*[[{]/.test(text)) return rewrite(text);
	try {
		const json: unknown = JSON.parse(text);
		const now = JSON.stringify(json, (_, value: unknown) =>
			typeof value === 'string' ? rewrite(value) : value
		);
		return now === JSON.stringify(json) ? text : now;
	} catch {
		return rewrite(text);
	}
}

/** Overwrites what was deleted, as far as the database lies in a file of its own, and empties its log. */
export async function forgetDeleted(db: Db) {
	if (db.$client.protocol !== 'file') return;
	// room that was freed still holds what stood there, until it is written over
	await db.$client.execute('VACUUM').catch(() => {});
	await db.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => {});
}
