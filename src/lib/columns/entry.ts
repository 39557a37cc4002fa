import type { EffectVerdict } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { cellWords, NONE } from './cell-words.ts';
import type { Column, TableWord, Word } from './declare.ts';
import type { Drawing, Heat } from './drawing.ts';
import type { Cell, ColumnHead } from './table.ts';

/** A cell as people read it, and the value that rows are sorted by. */
export type Entry = {
	value: Cell;
	text: string;
	beside?: string;
	mark?: EffectVerdict;
	drawing?: Drawing;
	heat?: Heat;
	title?: string;
};

/** What a table's columns of money are in. */
export type MoneyUnit = { currency?: string };

function headOf<Row>({ key, head }: Column<Row>, formats: Formats): string {
	return (head ?? (m[`table.${key as TableWord}`] as Word))({}, formats);
}

/** What a file holds of a row in this column. */
export function cellValue<Row>(column: Column<Row>, row: Row, formats: Formats): Cell {
	if ('cell' in column && column.cell) return column.cell(row, formats);
	return column.draw || column.act ? null : (row[column.key as keyof Row] as Cell);
}

/** What rows are sorted by: what is not ranked has no place among what is. */
export function sortValueOf<Row>(column: Column<Row>, row: Row, formats: Formats): Cell {
	return column.sortBy ? column.sortBy(row) : cellValue(column, row, formats);
}

/** What stands over a column. */
export function headed<Row>(
	column: Column<Row>,
	formats: Formats,
	{ currency }: MoneyUnit = {}
): ColumnHead {
	const { kind = 'text', local, people, running, end, signed } = column;
	return {
		head: headOf(column, formats),
		kind,
		...(kind === 'money' && currency !== undefined && { currency }),
		...(local && { local: local({}, formats) }),
		...(people && { people }),
		...(running && { running }),
		...(end && { end }),
		...(signed && { signed })
	};
}

/** Of columns those that are there for these rows: one that tells of a comparison is not, where nothing is compared. */
export function present<Row, One extends Column<Row>>(
	columns: readonly One[],
	rows: readonly Row[]
): One[] {
	return columns.filter(({ where }) => !where || rows.some((row) => where(row)));
}

/** A cell as people read it. */
export function entryOf<Row>(
	column: Column<Row>,
	row: Row,
	formats: Formats,
	head: ColumnHead = headed(column, formats)
): Entry {
	if (column.draw) {
		const { as, of } = column.draw;
		const drawn = of(row);
		return { value: null, text: '', ...(drawn && { drawing: { as, ...drawn } as Drawing }) };
	}
	if (column.act) return { value: null, text: '' };
	const value = cellValue(column, row, formats);
	const mark = column.mark?.(row);
	const beside = column.beside?.(row, formats, head);
	const heat = column.heat?.(row);
	const title = column.title?.(row, formats);
	const blank = value === null ? column.blank : undefined;
	return {
		value: column.sortBy ? column.sortBy(row) : value,
		text: column.text?.(row, formats) ?? blank ?? cellWords(value, head, formats),
		...(beside && { beside }),
		...(mark && { mark }),
		...(heat && { heat }),
		...(title && { title })
	};
}

/**
 * Whether it says nothing, so that the card of a row leaves it out, with its label.
 *
 * @param own the page writes the cell itself: empty here, it may hold anything there
 */
export function isBlankEntry({ text, beside, mark, drawing }: Entry, own: boolean): boolean {
	if (beside || mark || drawing) return false;
	return text === NONE || (text === '' && !own);
}

/** The sums of what adds up; of a single row, or where nothing does, there is none. */
export function totalOf<Row>(
	shown: readonly Column<Row>[],
	rows: readonly Row[],
	formats: Formats,
	money: MoneyUnit
): Entry[] | null {
	if (rows.length < 2 || !shown.some(({ sum }) => sum)) return null;
	return shown.map((column) => {
		if (!column.sum) return { value: null, text: '' };
		const known = rows.flatMap((row) => {
			const value = cellValue(column, row, formats);
			return typeof value === 'number' ? [value] : [];
		});
		const value = known.length ? known.reduce((sum, one) => sum + one, 0) : null;
		return { value, text: cellWords(value, headed(column, formats, money), formats) };
	});
}
