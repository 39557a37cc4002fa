import type { Verdict } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { cellWords, headWords } from './cell-words.ts';
import type { Column, Declared, Word } from './declare.ts';
import { isFigure, type Cell, type Head, type KeyedTable } from './table.ts';

/** What a table's columns of money are in. */
type Money = { currency?: string };

const heads = m as unknown as Record<string, Word>;

function headOf<Row>({ key, head = heads[`table.${key}`]! }: Column<Row>, say: Formats): string {
	return head({}, say);
}

function valueOf<Row>({ key, cell }: Column<Row>, row: Row, say: Formats): Cell {
	return cell ? cell(row, say) : (row[key as keyof Row] as Cell);
}

function headed<Row>(column: Column<Row>, say: Formats, { currency }: Money): Head {
	const { kind = 'text', local, people } = column;
	return {
		head: headOf(column, say),
		kind,
		...(kind === 'money' && currency !== undefined && { currency }),
		...(local && { local: local({}, say) }),
		...(people && { people })
	};
}

/** Rows as files hold them: every column but those made for reading alone. */
export function tableOf<Row, Key extends string>(
	{ columns }: Declared<Row, Key>,
	rows: readonly Row[],
	say: Formats,
	money: Money = {}
): KeyedTable<Key> {
	const held = columns.filter(({ file }) => file !== false);
	return {
		columns: held.map((column) => ({ key: column.key, ...headed(column, say, money) })),
		rows: rows.map((row) => held.map((column) => valueOf(column, row, say)))
	};
}

/** A cell as people read it, and the value that rows are sorted by. */
export type Entry = { value: Cell; text: string; beside?: string; mark?: Verdict };

/** A table as people read it. */
export type Laid<Key extends string = string> = {
	columns: { key: Key; head: string; right: boolean }[];
	rows: Entry[][];
};

/** Rows as one view of their table shows them; all columns that files hold where it has no such view. */
export function layOut<Row, Key extends string, View extends string>(
	{ columns, views }: Declared<Row, Key, View>,
	view: View | 'page' | 'terminal',
	rows: readonly Row[],
	say: Formats,
	money: Money = {}
): Laid<Key> {
	const keys = (views as Partial<Record<string, readonly Key[]>>)[view];
	const shown = keys
		? keys.map((key) => columns.find((column) => column.key === key)!)
		: columns.filter(({ file }) => file !== false);
	const over = shown.map((column) => headed(column, say, money));
	return {
		columns: shown.map(({ key, short }, i) => ({
			key,
			head: view === 'terminal' && short ? short({}, say) : headWords(over[i]!),
			right: isFigure(over[i]!.kind)
		})),
		rows: rows.map((row) => shown.map((column, i) => entryOf(column, over[i]!, row, say)))
	};
}

function entryOf<Row>(column: Column<Row>, head: Head, row: Row, say: Formats): Entry {
	const value = valueOf(column, row, say);
	const mark = column.mark?.(row);
	const beside = column.beside?.(row, say);
	const blank = value === null ? column.blank : undefined;
	return {
		value,
		text: column.text?.(row, say) ?? blank ?? cellWords(value, head, say),
		...(beside && { beside }),
		...(mark && { mark })
	};
}
