import type { EffectVerdict } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { FilterName } from '#lib/filters/filters.ts';
import type { Formats } from '#lib/messages/format.ts';
import type { Draw, Heat } from './drawing.ts';
import type { ColumnNeed } from './needs.ts';
import type { Cell, ColumnHead, ColumnKind } from './table.ts';

/** A message that needs nothing but a language. */
export type Word = (values: Record<string, never>, options: Formats) => string;

/** The ends of an interval, said of which column: another one of the table has the plain words. */
export function endsOf(of: Word): { low: Word; high: Word } {
	return {
		low: (_, options) => m['table.lowOf']({ of: of({}, options) }, options),
		high: (_, options) => m['table.highOf']({ of: of({}, options) }, options)
	};
}

/** Words of which a column of that name is headed by itself: `table.<word>`. */
export type TableWord = {
	[K in keyof typeof m]: K extends `table.${infer Rest}` ? Rest : never;
}[keyof typeof m];

/** Fields that a cell can hold as they are. */
type CellField<Row> = {
	[K in keyof Row]-?: Row[K] extends Cell ? K : never;
}[keyof Row] &
	string;

type Traits<Row> = {
	/** plain text where it is not said */
	kind?: ColumnKind;
	/** a shorter head, or another word, for a terminal */
	short?: Word;
	/** of instants: the head where they are written in the publication's zone, not in UTC */
	local?: Word;
	/** it counts readers: few of them are not told to whoever has but a link */
	people?: true;
	/** it counts up from row to row: the difference of two rows is a count of readers too */
	running?: true;
	/** an end of an interval: what tells it from what is neither a gain nor a loss is written out */
	end?: true;
	/** a change: people read it with its sign */
	signed?: true;
	/** of money: the column that names the currency of each row, where they differ */
	currencyBy?: string;
	/** what has to be imported or entered before it has a number; nothing where it is not said */
	need?: ColumnNeed;
	/** the column whose numbers a rate or share is of, where the table has it */
	of?: string;
	/** how a page and a terminal write it, where that is not how its kind is written; null as the kind */
	text?(row: Row, formats: Formats): string | null;
	/** what a page writes small beside it */
	beside?(row: Row, formats: Formats, head: ColumnHead): string;
	/** how sure it is, which a page draws before the words */
	mark?(row: Row): EffectVerdict | null;
	/** what people read where there is nothing; a dash where it is not said */
	blank?: string;
	/** it is there only where this holds of any of the rows */
	where?(row: Row): boolean;
	/** made for reading alone, of what other columns hold: no file has it */
	file?: false;
	/** how a page draws it, in place of words; its numbers stand in the cells beside it */
	draw?: Draw<Row>;
	/** what a page says of a cell that is pointed at */
	title?(row: Row, formats: Formats): string;
	/** how strongly a page colours the cell behind its number */
	heat?(row: Row): Heat | null;
	/** what rows are sorted by, where that is not its value */
	sortBy?(row: Row): Cell;
	/** its values add up: a page states their sum beneath the rows */
	sum?: true;
	/** it names the row, where that is not the first column of the view */
	names?: true;
	/** the number that a row is about: a figure writes it bolder than those beside it */
	main?: true;
	/** beneath 1 of a drawn axis: what 1 is, where it is not the average */
	one?: Word;
	/** what can be done with a row, which its page writes itself: nothing to sort by or to copy */
	act?: true;
};

type Cells<Row> = (row: Row, formats: Formats) => Cell;

/**
 * One column of a table. What its key says need not be said again: the message `table.<key>` is its
 * head, and the field of that name its cell.
 */
export type Column<Row> = ActColumn<Row> | DrawnColumn<Row> | ValueColumn<Row>;

type ValueColumn<Row> = Traits<Row> &
	({ key: TableWord; head?: Word } | { key: string; head: Word }) &
	({ key: CellField<Row>; cell?: Cells<Row> } | { key: string; cell: Cells<Row> });

/** What is drawn has no value of its own. */
type DrawnColumn<Row> = Traits<Row> & { key: string; head: Word; draw: Draw<Row>; file: false };

/** A link, a button, a form: it has no value. */
type ActColumn<Row> = Traits<Row> & { key: string; head: Word; act: true; file: false };

/** A table as everything knows it that shows it. */
export type Declared<Row, Key extends string = string, View extends string = string> = {
	/** names it in addresses, options and tests */
	name: string;
	/** in the order in which files hold them */
	columns: readonly (Column<Row> & { key: Key })[];
	/** filters that narrow other tables of its figure, and not this one */
	idle?: readonly FilterName[];
	/** which columns are shown where, and in which order */
	views: Readonly<Record<View, readonly Key[]>>;
};

/**
 * Declares a table once, for pages, files, terminal and paper. Files hold all its columns; the views
 * `page` (the table in place of a chart), `figure` (the table that is the figure), `card` (a row of
 * that on a narrow screen), `terminal` and `paper` name those that have room there. A table without a view
 * is shown there as its files are.
 *
 * @example declare<TopicRow>()({ name: 'topics', columns: [{ key: 'topic' }], views: { page: ['topic'] } })
 */
export function declare<Row>() {
	return <
		const Columns extends readonly Column<Row>[],
		const Views extends Readonly<Record<string, readonly Columns[number]['key'][]>>
	>(table: {
		name: string;
		columns: Columns;
		idle?: readonly FilterName[];
		views: Views;
	}) => table as unknown as Declared<Row, Columns[number]['key'], keyof Views & string>;
}
