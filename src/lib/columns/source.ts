import type { FilterName } from '#lib/filters/filters.ts';
import type { Formats } from '#lib/messages/format.ts';
import type { Declared } from './declare.ts';
import { renderTable, fileTable, type RenderedTable } from './render-table.ts';
import type { KeyedTable } from './table.ts';

/** A table and where its rows come from. */
export type TableSource<
	Figures,
	Key extends string = string,
	View extends string = string,
	Row = unknown
> = {
	name: string;
	/** filters that narrow other tables of its figure, and not this one */
	idle: readonly FilterName[];
	/** rows as files hold them */
	file(figures: Figures, formats: Formats, money?: { currency: string }): KeyedTable<Key>;
	/** whether some of these rows say how they moved from another period */
	compares(figures: Figures): boolean;
	/** rows as people read them */
	rendered(
		figures: Figures,
		formats: Formats,
		view: View | 'page' | 'figure' | 'terminal'
	): RenderedTable<Key, Row>;
};

/** Declares which rows of a figure a table has. */
export function tableSource<Figures>() {
	return <Row, Key extends string, View extends string>(
		table: Declared<Row, Key, View>,
		rows: (figures: Figures) => readonly Row[]
	): TableSource<Figures, Key, View, Row> => ({
		name: table.name,
		idle: table.idle ?? [],
		file: (figures, formats, money) => fileTable(table, rows(figures), formats, money),
		compares: (figures) =>
			table.columns.some(({ where }) => where && rows(figures).some((row) => where(row))),
		rendered: (figures, formats, view) => renderTable(table, view, rows(figures), formats)
	});
}
