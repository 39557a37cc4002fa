/** `null` is what is not known: an empty cell, never a zero. */
export type Cell = string | number | null;

/**
 * What a column's numbers are, so that a page, a file and a spreadsheet each write them in their own
 * way: rates and shares are 0..1, points differences of rates, ratios lifts and returns, money minor
 * units, instants UTC milliseconds. A `name` is a number that names something, as an issue's: never
 * grouped, never added up.
 */
export const kinds = [
	'text',
	'name',
	'count',
	'decimal',
	'rate',
	'share',
	'points',
	'ratio',
	'money',
	'instant'
] as const;

export type Kind = (typeof kinds)[number];

export type Column = {
	head: string;
	kind: Kind;
	/** ISO 4217, of money alone */
	currency?: string;
	/** of instants alone: the head where they are written in the publication's zone, not in UTC */
	local?: string;
	/** it counts readers: few of them are not told to whoever has but a link */
	people?: boolean;
};

export type Table = { columns: Column[]; rows: Cell[][] };

/** What goes with a table so that its numbers can be read later: label and value, one a line. */
export type Facts = [label: string, value: string][];

/** How a column is described: its head, what it takes from a row, and what that is. */
export type Taken<Row> = [
	head: string,
	cell: (row: Row) => Cell,
	kind?: Exclude<Kind, 'money' | 'instant'> | { currency: string } | { local: string },
	of?: 'people'
];

/** Rows under their heads. */
export function tableOf<Row>(columns: readonly Taken<Row>[], rows: readonly Row[]): Table {
	return {
		columns: columns.map(([head, , kind = 'text', of]): Column => {
			const people = of && { people: true };
			if (typeof kind === 'string') return { head, kind, ...people };
			return { head, kind: 'currency' in kind ? 'money' : 'instant', ...kind };
		}),
		rows: rows.map((row) => columns.map(([, cell]) => cell(row)))
	};
}

/** Where a table has the columns of these heads; those it has not are left out. */
export function placesOf({ columns }: Table, heads: readonly string[]): number[] {
	return heads
		.map((head) => columns.findIndex((column) => column.head === head))
		.filter((place) => place >= 0);
}
