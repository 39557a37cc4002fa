import { sql, type SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';

/**
 * Fields of a table as a list of its columns, so that a query names no field that a list has already.
 *
 * @param written how each stands in the query; its column alone where it is not said
 */
export function columnsOf(
	fields: readonly string[],
	written = (column: SQL, _field: SQL) => column
): SQL {
	const columns = fields.map((field) =>
		written(sql`${sql.identifier(toSnakeCase(field))}`, sql`${sql.identifier(field)}`)
	);
	return sql.join(columns, sql`, `);
}

/** A column as a query yields it under the name of its field. */
export function yielded(column: SQL, field: SQL): SQL {
	return sql`${column} AS ${field}`;
}
