import type { SheetTable } from '../../csv/sheet.ts';
import { contentOfColumn } from './cell-content.ts';
import { plainHeader } from './header-words.ts';

const OF_PERSONS =
	/\b(?:verified|human|real|non ?bot|verifies?|humains?|reels?|menschlich\w*|verifizierte?)\b/g;

/**
 * The column that counts the same as another but of persons alone, where a table has both: "Unique Verified
 * Clicks" beside "Unique Clicks". The column itself where there is none.
 */
export function columnOfPersons(table: SheetTable, column: number): number {
	const counted = plainHeader(table.header[column] ?? '');
	const found = table.header.findIndex((name, other) => {
		const text = plainHeader(name);
		const bare = text.replace(OF_PERSONS, ' ').replace(/\s+/g, ' ').trim();
		return bare !== text && bare === counted && contentOfColumn(table, other) === 'number';
	});
	return found === -1 ? column : found;
}
