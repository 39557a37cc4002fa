import { sql, type SQL } from 'drizzle-orm';

/**
 * Rows bound as one value, as a query that yields their fields in the order of the names: what an
 * INSERT takes in. A bound value for each field costs ten times as much.
 */
export function jsonRows<Row>(rows: readonly Row[], names: readonly (keyof Row & string)[]): SQL {
	const values = JSON.stringify(rows.map((row) => names.map((name) => row[name])));
	const fields = names.map((_, i) => sql.raw(`value ->> ${i}`));
	return sql`SELECT ${sql.join(fields, sql`, `)} FROM json_each(${values}) ORDER BY key`;
}
