import type { Sheet } from '#lib/csv/sheet.ts';
import type { Doubt } from '#lib/providers/reading-card.ts';
import type { RecognisedTable } from './read-tables.ts';

/** Names of tables that are told; the rest is counted. */
const mostNames = 5;

/**
 * The tables of a file, such as sheets of a workbook, that nothing is made of while others are read:
 * said with the first of these, so that none is passed over in silence.
 */
export function unreadTables({ tables }: Sheet, recognised: readonly RecognisedTable[]): Doubt[] {
	const read = new Set(recognised.map(({ file }) => file.table));
	const names = tables.flatMap((table, i) => {
		if (read.has(table) || table.sample.length === 0) return [];
		const header = table.header.filter((name) => name !== '' && !/^#\d+$/.test(name));
		return [table.title ?? table.sheet?.name ?? (header.slice(0, 3).join(', ') || `#${i + 1}`)];
	});
	if (recognised.length === 0 || names.length === 0) return [];
	return [
		{ code: 'tableUnread', waits: false, values: names.slice(0, mostNames), rows: names.length }
	];
}
