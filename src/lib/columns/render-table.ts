import type { Formats } from '#lib/messages/format.ts';
import { headWords } from './cell-words.ts';
import type { Column, Declared } from './declare.ts';
import type { Drawing } from './drawing.ts';
import {
	entryOf,
	headed,
	present,
	totalOf,
	cellValue,
	type Entry,
	type MoneyUnit
} from './entry.ts';
import type { ColumnNeed } from './needs.ts';
import { isFigure, type KeyedTable, type ColumnKind } from './table.ts';

/** Rows as files hold them: every column but those made for reading alone. */
export function fileTable<Row, Key extends string>(
	{ columns }: Declared<Row, Key>,
	rows: readonly Row[],
	formats: Formats,
	money: MoneyUnit = {}
): KeyedTable<Key> {
	const held = present(columns, rows).filter(({ file }) => file !== false);
	return {
		columns: held.map((column) => ({
			key: column.key,
			...headed(column, formats, column.currencyBy === undefined ? money : {}),
			...(column.currencyBy !== undefined && {
				currencyAt: held.findIndex(({ key }) => key === column.currencyBy)
			})
		})),
		rows: rows.map((row) => held.map((column) => cellValue(column, row, formats)))
	};
}

/** A column as people read it. */
export type RenderedColumn<Key extends string = string> = {
	key: Key;
	head: string;
	kind: ColumnKind;
	/** its cells are figures, which stand to the right */
	right: boolean;
	/** it names the row */
	names: boolean;
	/** the number that the row is about */
	main: boolean;
	/** a narrow screen has room for it in the card of a row */
	inCard: boolean;
	/** what can be done with a row: its head is not seen, and nothing is sorted by it */
	act: boolean;
	/** how it is drawn; null for words */
	drawn: Drawing['as'] | null;
	/** what a drawn column reaches to, where that is not the largest of its values */
	full?: number;
	/** of a drawn axis: what stands beneath 1 */
	one?: string;
	/** what has to be imported or entered before it has a number */
	need?: ColumnNeed;
};

/** A row as people read it, with what it was made from. */
export type RenderedRow<Row = unknown> = { row: Row; cells: Entry[] };

/** A table as people read it, in the language in which they do. */
export type RenderedTable<Key extends string = string, Row = unknown> = {
	name: string;
	formats: Formats;
	columns: RenderedColumn<Key>[];
	rows: RenderedRow<Row>[];
	/** sums beneath the rows, where any column adds up */
	total: Entry[] | null;
	/** every column that may be shown, those of the view first: choosing some leaves them where they are */
	choices: { key: Key; head: string }[];
	/** the same table with these of its columns */
	with(keys: readonly string[]): RenderedTable<Key, Row>;
};

/** Rows as one view of their table shows them; all columns that files hold where it has no such view. */
export function renderTable<Row, Key extends string, View extends string>(
	table: Declared<Row, Key, View>,
	view: View | 'page' | 'figure' | 'terminal',
	rows: readonly Row[],
	formats: Formats,
	money: MoneyUnit = {}
): RenderedTable<Key, Row> {
	const keys = (table.views as Partial<Record<string, readonly Key[]>>)[view];
	const columns = present(table.columns, rows);
	const shown = keys
		? keys.flatMap((key) => columns.find((column) => column.key === key) ?? [])
		: columns.filter(({ file }) => file !== false);
	const { card } = table.views as Partial<Record<string, readonly Key[]>>;
	const cards = view.startsWith('figure') && card ? card : null;
	const others = columns.filter((column) => column.file !== false && !shown.includes(column));
	const short = view === 'terminal';
	return rendered(table, shown, {
		rows,
		formats,
		money,
		cards,
		short,
		choices: [...shown, ...others]
	});
}

type RenderOptions<Row, Key> = {
	rows: readonly Row[];
	formats: Formats;
	money: MoneyUnit;
	short: boolean;
	/** the columns of a row's card; null for all of them */
	cards: readonly string[] | null;
	/** the columns that may be shown */
	choices: readonly Keyed<Row, Key>[];
};

type Keyed<Row, Key> = Column<Row> & { key: Key };

function rendered<Row, Key extends string>(
	table: Declared<Row, Key>,
	shown: readonly Keyed<Row, Key>[],
	options: RenderOptions<Row, Key>
): RenderedTable<Key, Row> {
	const { rows, formats, money, choices } = options;
	const over = shown.map((column) => headed(column, formats, money));
	return {
		name: table.name,
		formats,
		columns: columnsOf(shown, options),
		rows: rows.map((row) => ({
			row,
			cells: shown.map((column, i) => entryOf(column, row, formats, over[i]!))
		})),
		total: totalOf(shown, rows, formats, money),
		choices: choices.map((column) => ({
			key: column.key,
			head: headWords(headed(column, formats, money))
		})),
		with(keys) {
			const wanted = choices.filter(({ key }) => keys.includes(key));
			// whoever chose columns wants to see them
			return wanted.length ? rendered(table, wanted, { ...options, cards: null }) : this;
		}
	};
}

function columnsOf<Row, Key extends string>(
	shown: readonly Keyed<Row, Key>[],
	{ formats, money, short, cards }: RenderOptions<Row, Key>
): RenderedColumn<Key>[] {
	const named = shown.findIndex(({ names }) => names);
	return shown.map((column, i) => {
		const over = headed(column, formats, money);
		return {
			key: column.key,
			head: short && column.short ? column.short({}, formats) : headWords(over),
			kind: over.kind,
			right: isFigure(over.kind),
			names: i === Math.max(0, named),
			main: column.main === true,
			inCard: cards?.includes(column.key) ?? true,
			act: column.act === true,
			drawn: column.draw?.as ?? null,
			...(column.draw?.full !== undefined && { full: column.draw.full }),
			...(column.one && { one: column.one({}, formats) }),
			...(column.need && { need: column.need })
		};
	});
}
