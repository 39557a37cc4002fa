import { sql, type SQL } from 'drizzle-orm';

/**
 * Rows bound as one value, as a query that yields their fields under their names: what an INSERT
 * takes in. A bound value for each field costs ten times as much. JSON knows no bytes: those of all
 * rows are bound as a second value, and cut out of it.
 */
export function jsonRows<Row>(rows: readonly Row[], names: readonly (keyof Row & string)[]): SQL {
	// a first byte that nobody cuts out: the driver binds no bytes at all as null
	const pieces: Uint8Array[] = [Uint8Array.of(0)];
	const binary = new Set<string>();
	let length = 1;

	const values = rows.map((row) =>
		names.map((name) => {
			const cell = row[name];
			if (!(cell instanceof Uint8Array)) return cell;
			binary.add(name);
			pieces.push(cell);
			length += cell.length;
			return [length - cell.length + 1, cell.length];
		})
	);
	const fields = names.map((name, i) => {
		const cell = binary.has(name)
			? sql.raw(`substr(b.bytes, j.value ->> '$[${i}][0]', j.value ->> '$[${i}][1]')`)
			: sql.raw(`j.value ->> ${i}`);
		return sql`${cell} AS ${sql.identifier(name)}`;
	});
	const bytes = sql`(SELECT ${Buffer.concat(pieces)} AS bytes) b CROSS JOIN`;
	return sql`SELECT ${sql.join(fields, sql`, `)}
		FROM ${binary.size ? bytes : sql``} json_each(${JSON.stringify(values)}) j ORDER BY j.key`;
}
