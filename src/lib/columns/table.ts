/** `null` is what is not known: an empty cell, never a zero. */
export type Cell = string | number | null;

/**
 * What a column's numbers are, so that a page, a file and a spreadsheet each write them in their own
 * way: rates and shares are 0..1, points differences of rates, ratios lifts and returns, money minor
 * units, instants UTC milliseconds, months `2026-03` and days `2026-03-05` in files and words to people; in
 * workbooks they are dates. A `name` is a number
 * that names something, as an issue's: never grouped, never added up.
 */
export const columnKinds = [
	'text',
	'name',
	'count',
	'decimal',
	'rate',
	'share',
	'points',
	'ratio',
	'money',
	'instant',
	'month',
	'day'
] as const;

export type ColumnKind = (typeof columnKinds)[number];

/** What stands over a column, and how its cells are to be read. */
export type ColumnHead = {
	head: string;
	kind: ColumnKind;
	/** ISO 4217, of money alone */
	currency?: string;
	/** of money alone: the place of the column that names the currency of each row, where they differ */
	currencyAt?: number;
	/** of instants alone: the head where they are written in the publication's zone, not in UTC */
	local?: string;
	/** it counts readers: few of them are not told to whoever has but a link */
	people?: boolean;
	/** it counts up from row to row */
	running?: boolean;
	/** an end of an interval: it is not rounded to what is neither a gain nor a loss */
	end?: boolean;
	/** a change: it bears a sign */
	signed?: boolean;
};

/** Values under heads: what files, snapshots and pages are written from. */
export type Table = { columns: ColumnHead[]; rows: Cell[][] };

/** The same, each column known by its key. */
export type KeyedTable<Key extends string = string> = {
	columns: (ColumnHead & { key: Key })[];
	rows: Cell[][];
};

/** What goes with a table so that its numbers can be read later: label and value, one a line. */
export type Facts = [label: string, value: string][];

/** Where a table has these columns. */
export function placesOf<Key extends string>(
	{ columns }: KeyedTable<Key>,
	keys: readonly Key[]
): number[] {
	return keys.map((key) => placeOf({ columns, rows: [] }, key));
}

/** Where a table has those of these columns that it has: some are there only where rows have such a thing. */
export function placesIn<Key extends string>(
	table: KeyedTable<Key>,
	keys: readonly Key[]
): number[] {
	const held = new Set(table.columns.map(({ key }) => key));
	return placesOf(
		table,
		keys.filter((key) => held.has(key))
	);
}

/**
 * Where a table has this column.
 *
 * @throws {RangeError} where no file has it: it is made for reading alone
 */
export function placeOf<Key extends string>({ columns }: KeyedTable<Key>, key: Key): number {
	const place = columns.findIndex((column) => column.key === key);
	if (place < 0) throw new RangeError(`no file has the column ${key}`);
	return place;
}

/** Whether a kind is written in words, in files too. */
export function isWords(kind: ColumnKind): kind is 'text' | 'month' | 'day' {
	return kind === 'text' || kind === 'month' || kind === 'day';
}

/** Whether cells of a kind are figures, which stand to the right. */
export function isFigure(kind: ColumnKind): boolean {
	return !isWords(kind) && kind !== 'instant';
}
