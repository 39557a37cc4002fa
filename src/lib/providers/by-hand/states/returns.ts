import type { SheetTable } from '../../../csv/sheet.ts';
import { changingFacts } from '../../changing-facts.ts';
import type { ReaderFact, RowReader } from '../../facts.ts';
import type { Instants, Role, RoleColumns } from '../../recogniser.ts';
import { contentOfColumn } from '../cells/cell-content.ts';
import { plainHeader } from '../words/header-words.ts';

/** What a column is called that dates when somebody who had left came back. */
const RETURNED =
	/\b(?:re ?(?:subscri|join|opt(?:ed)? ?in|activat|inscri|abonn|iscri|suscri)|(?:wieder|erneut) ?(?:an|ein)ge|opnieuw (?:aan|in)ge)/;

/**
 * Makes the reader of a list that dates joining, leaving and coming back in three columns: such a row tells of two
 * stays.
 *
 * @param read reads a row as one stay
 */
export function withReturns(
	table: SheetTable,
	{ left }: RoleColumns,
	instants: Map<Role, Instants>,
	read: RowReader
): RowReader {
	const back = table.header.findIndex(
		(name, column) =>
			RETURNED.test(plainHeader(name)) && contentOfColumn(table, column) === 'instant'
	);
	const readBack = instants.get('left');
	if (left === undefined || back === -1 || back === left || !readBack) return read;

	return changingFacts(read, (facts, row) => {
		const [stay] = facts as [ReaderFact];
		const at = readBack(row[back] ?? '');
		if (at === null || stay.left === undefined || at <= stay.left) return { facts };
		const { left: _over, ...still } = stay;
		const state = stay.status ?? 'active';
		return {
			facts: [
				{ ...stay, status: 'left' },
				{ ...still, status: state, joined: at }
			]
		};
	});
}
