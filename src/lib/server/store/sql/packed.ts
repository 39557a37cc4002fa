import { sql, type SQL } from 'drizzle-orm';

/** Rows of integers as columns of equal length. */
export type PackedColumns<Name extends string> = Record<Name, ArrayLike<number>>;

/** As many rows as the `sequence` table can unpack at once. */
export const packedRows = 20_000;

/** Integers below it are exact, in a double as in the database. */
const most = 2 ** 53;
const zero = 48;

/** One column: what is added to its part of a word, how much of the word it takes, and from where. */
type Part = { name: string; least: number; size: number; times: number };
/** Columns that together fit one number of `digits` digits. */
type Word = { parts: Part[]; size: number; digits: number };

const raw = (number: number) => sql.raw(String(number));

/**
 * Packs rows of integers, `from` to `to` of the columns, into one bound value. What it returns is a
 * query that yields them again under their names, and which row each was as `i`, in that order.
 *
 * One value for thousands of rows is what makes loading fast: a statement a row is ten to thirty
 * times slower, and hundreds of bound values are slower than one. Columns share as few numbers as
 * hold them, in digits of fixed width: cutting a number out costs the database several times what
 * dividing it does.
 *
 * @throws {RangeError} for a number that is no integer or does not fit, and for too many rows
 */
export function packed<Name extends string>(
	columns: PackedColumns<Name>,
	names: readonly Name[],
	from: number,
	to: number
): SQL {
	const rows = to - from;
	if (rows > packedRows) throw new RangeError(`${rows} rows`);
	const { constant, words } = wordsOf(columns, names, from, to);
	const width = words.reduce((sum, { digits }) => sum + digits, 0);
	const bytes = new Uint8Array(rows * width).fill(zero);

	const cuts: SQL[] = [sql`s.i`];
	let start = 0;
	for (const [n, word] of words.entries()) {
		write(bytes, word, columns, from, to, start, width);
		// as text of one column: `substr` of a blob is O(1), of a text it counts characters
		cuts.push(
			sql`CAST(CAST(substr(p.b, s.i * ${raw(width)} + ${raw(start + 1)}, ${raw(word.digits)}) AS TEXT) AS INTEGER) AS w${raw(n)}`
		);
		start += word.digits;
	}
	const fields = words.flatMap(({ parts }, n) =>
		parts.map(
			({ name, least, size, times }) =>
				sql`w${raw(n)} / ${raw(times)} % ${raw(size)} + ${raw(least)} AS ${sql.identifier(name)}`
		)
	);
	for (const [name, value] of constant) fields.push(sql`${raw(value)} AS ${sql.identifier(name)}`);

	// LIMIT within and WHERE without keep the two apart: merged, a word would be cut for each field
	return sql`SELECT w.i, ${sql.join(fields, sql`, `)} FROM (
		SELECT ${sql.join(cuts, sql`, `)} FROM (SELECT ${bytes} AS b) p CROSS JOIN sequence s
		WHERE s.i < ${rows} ORDER BY s.i LIMIT ${rows}) w WHERE w.i >= 0`;
}

function wordsOf<Name extends string>(
	columns: PackedColumns<Name>,
	names: readonly Name[],
	from: number,
	to: number
) {
	const constant: [Name, number][] = [];
	const words: Word[] = [];
	for (const name of names) {
		const { least, size } = rangeOf(columns[name], name, from, to);
		if (size === 1) {
			constant.push([name, least]);
			continue;
		}
		let word = words.find((one) => one.size * size < most);
		if (!word) words.push((word = { parts: [], size: 1, digits: 0 }));
		word.parts.push({ name, least, size, times: word.size });
		word.size *= size;
		word.digits = String(word.size - 1).length;
	}
	return { constant, words };
}

function rangeOf(column: ArrayLike<number>, name: string, from: number, to: number) {
	let least = Infinity;
	let greatest = -Infinity;
	for (let row = from; row < to; row++) {
		const value = column[row] ?? NaN;
		if (!Number.isSafeInteger(value)) throw new RangeError(`${name} is ${value}`);
		if (value < least) least = value;
		if (value > greatest) greatest = value;
	}
	if (from >= to) return { least: 0, size: 1 };
	if (greatest - least + 1 >= most) throw new RangeError(`${name} is from ${least} to ${greatest}`);
	return { least, size: greatest - least + 1 };
}

/** Writes one word of every row, `start` bytes into rows of `width`. */
function write<Name extends string>(
	bytes: Uint8Array,
	{ parts, digits }: Word,
	columns: PackedColumns<Name>,
	from: number,
	to: number,
	start: number,
	width: number
) {
	const values = new Float64Array(to - from);
	for (const { name, least, times } of parts) {
		const column = columns[name as Name];
		for (let row = from; row < to; row++) values[row - from]! += (column[row]! - least) * times;
	}
	for (let row = 0; row < values.length; row++) {
		const value = values[row]!;
		const end = row * width + start + digits - 1;
		// halves that are small integers, which are divided faster
		const high = Math.floor(value / 1e8);
		for (let rest = value - high * 1e8, i = end; rest > 0; i--) {
			const next = (rest / 10) | 0;
			bytes[i] = zero + rest - next * 10;
			rest = next;
		}
		for (let rest = high, i = end - 8; rest > 0; i--) {
			const next = (rest / 10) | 0;
			bytes[i] = zero + rest - next * 10;
			rest = next;
		}
	}
}
