import type { SheetTable } from '../../../csv/sheet.ts';
import { readCount } from '../../plans/count-reader.ts';
import type { TotalColumns } from '../../plans/send-reader.ts';
import { plainWord, wholeWord } from '../../words/languages.ts';
import { headerFit } from '../words/header-words.ts';

const UNSENT = wholeWord(({ unsent }) => unsent);

/**
 * Tells the rows of a list of sends that were never sent: a column of states calls them a draft or planned, and
 * no total counts anything. One that was stopped on its way was sent to some.
 */
export function unsentSends(
	{ header }: SheetTable,
	totals: TotalColumns
): (row: string[]) => boolean {
	const states = header.flatMap((name, column) =>
		headerFit(name, 'status') > 0 || headerFit(name, 'event') > 0 ? [column] : []
	);
	const counted = Object.values(totals);
	const isCounted = (row: string[]) =>
		counted.some((column) => {
			const n = readCount(row[column]);
			return n === 'bad' || (n !== undefined && n > 0);
		});
	return (row) =>
		states.some((column) => UNSENT.test(plainWord(row[column] ?? ''))) && !isCounted(row);
}
