import { sql, type SQL } from 'drizzle-orm';

/** Rows of integers as columns of equal length. */
export type Columns<Name extends string> = Record<Name, ArrayLike<number>>;

/** As many rows as the `sequence` table can unpack at once. */
export const packedRows = 20_000;

const digits = 11;
const minus = 45;
const zero = 48;

/**
 * Packs rows of integers into one value: every number as eleven digits, the sign first.
 *
 * One bound value for thousands of rows is what makes loading fast: a statement a row is ten to
 * thirty times slower, and hundreds of bound values are slower than one. Unpacked by `unpacked`.
 *
 * @throws {RangeError} for a number that is no integer or does not fit
 */
export function pack<Name extends string>(
	columns: Columns<Name>,
	names: readonly Name[],
	from: number,
	to: number
): Uint8Array {
	const bytes = new Uint8Array((to - from) * names.length * digits).fill(zero);
	let at = 0;

	for (let row = from; row < to; row++) {
		for (const name of names) {
			const value = columns[name][row] ?? NaN;
			if (!Number.isInteger(value) || Math.abs(value) >= 1e10)
				throw new RangeError(`${name} is ${value}`);

			let rest = Math.abs(value);
			for (let i = at + digits - 1; rest > 0; i--) {
				const next = Math.floor(rest / 10);
				bytes[i] = zero + rest - next * 10;
				rest = next;
			}
			if (value < 0) bytes[at] = minus;
			at += digits;
		}
	}
	return bytes;
}

/**
 * A sub-select that yields the rows again, its columns under their names.
 *
 * @param rows at most `packedRows`
 */
export function unpacked(bytes: Uint8Array, names: readonly string[], rows: number): SQL {
	const width = names.length * digits;
	// as text of one column: `substr` of a blob is O(1), of a text it counts characters
	const columns = names.map(
		(name, i) =>
			sql`CAST(CAST(substr(p.b, s.i * ${sql.raw(String(width))} + ${sql.raw(String(i * digits + 1))}, ${sql.raw(String(digits))}) AS TEXT) AS INTEGER) AS ${sql.identifier(name)}`
	);
	return sql`SELECT ${sql.join(columns, sql`, `)} FROM (SELECT ${bytes} AS b) p CROSS JOIN sequence s WHERE s.i < ${rows}`;
}
