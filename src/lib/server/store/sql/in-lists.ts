import { sql, type SQL } from 'drizzle-orm';
import type { Db, Tx } from './open.ts';

/** What JSON gives back as SQLite had it: whole numbers, text and null. */
type Cell = number | string | null;

/**
 * The rows of a query in its order, read as one list a column: an object a row costs the driver ten
 * times as much. For columns of integers, text and null; a fraction would lose its last digits.
 *
 * @param names the columns, each a name of the row's
 */
export async function inLists<Row extends Record<keyof Row, Cell>>(
	db: Db | Tx,
	names: readonly (keyof Row & string)[],
	query: SQL
): Promise<Row[]> {
	const columns = names.map(
		(name) => sql`json_group_array(${sql.identifier(name)}) AS ${sql.identifier(name)}`
	);
	const [lists] = await db.all<Record<string, string>>(
		sql`SELECT ${sql.join(columns, sql`, `)} FROM (${query})`
	);
	const cells = names.map((name) => JSON.parse(lists![name]!) as Cell[]);

	return cells[0]!.map((_, row) => {
		const made: Record<string, Cell> = {};
		for (let column = 0; column < names.length; column++)
			made[names[column]!] = cells[column]![row]!;
		return made as Row;
	});
}
