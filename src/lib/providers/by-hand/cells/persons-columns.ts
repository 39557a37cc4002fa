import type { SheetTable } from '../../../csv/sheet.ts';
import { isOfPersonsAlone, withoutWhose } from '../../words/machines.ts';
import { contentOfColumn } from './cell-content.ts';
import { plainHeader, withoutNumber } from '../words/header-words.ts';

const ALL =
	/\b(?:tot|totals?|totaux|totales?|total[ei]|totais|totaal|gesamt|insgesamt|all|alle)\b/g;

/**
 * The column that says the same as another but of persons alone, where a table has both: "Unique Verified Clicks" beside
 * "Unique Clicks", "Opens (excl. Apple MPP)" beside "Opens". The column itself where there is none.
 */
export function columnOfPersons(table: SheetTable, column: number): number {
	const own = plainHeader(table.header[column] ?? '');
	if (isOfPersonsAlone(own)) return column;
	const said = bareOf(own);
	const content = contentOfColumn(table, column);
	const found = table.header.findIndex((name, other) => {
		const text = plainHeader(name);
		return (
			other !== column &&
			isOfPersonsAlone(text) &&
			bareOf(text) === said &&
			contentOfColumn(table, other) === content
		);
	});
	return found === -1 ? column : found;
}

/** What a header is of, whoever did it, and whether or not it says that it is a number of all. */
function bareOf(text: string): string {
	return withoutNumber(withoutWhose(text).replace(ALL, ' ')).replace(/\s+/g, ' ').trim();
}
