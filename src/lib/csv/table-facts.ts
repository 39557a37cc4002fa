import type { Sheet, SheetTable } from './sheet.ts';

/** What a table is, in the file that it stands in. */
export type TableFacts = {
	table: SheetTable;
	/** label/value lines that hold for it */
	labels: Sheet['labels'];
	/** its title or sheet, where others of the file have the same columns and another title */
	part?: string;
};

/** What a file says of one of its tables. */
export function tableFacts(
	{ labels, tables }: Pick<Sheet, 'labels' | 'tables'>,
	table: SheetTable
): TableFacts {
	const columns = table.header.join('\n');
	const isPart =
		table.title !== null &&
		tables.some(({ header, title }) => title !== table.title && header.join('\n') === columns);
	return { table, labels: table.labels ?? labels, ...(isPart && { part: table.title! }) };
}
