import type { SheetTable } from '../../csv/sheet.ts';
import { columnFinder } from '../headers.ts';
import { planned, type Plan } from './plan.ts';
import type { Recogniser } from '../recogniser.ts';
import { readStatus, subscriberReader, type Status } from './subscriber-reader.ts';

type ListPlan = Omit<Plan, 'kind' | 'instants' | 'reader' | 'needs'> & {
	/** states as the service numbers or calls them, lower-case, where they are not the usual words */
	states?: Record<string, Status>;
	/** the state of a row whose cell is empty */
	usual?: Status;
	/** the columns of a reader's state in one list, where that of its columns is of all, and of the list's name */
	ofList?: { status: readonly string[]; list: readonly string[] };
};

/** Makes the recogniser of a list of subscribers: one a row, its state a word or number of the service. */
export function listPlan({ states = {}, usual, ofList, ...plan }: ListPlan): Recogniser {
	const stateOf = (written: string | undefined) => {
		const cell = written?.trim().toLowerCase() ?? '';
		if (cell === '') return usual;
		return Object.hasOwn(states, cell) ? states[cell] : readStatus(cell);
	};
	return planned({
		...plan,
		kind: 'subscribers',
		instants: ['joined', 'left'],
		needs: ['address'],
		reader({ table }, columns, instants) {
			const own = ofList ? listColumn(table, ofList) : -1;
			return subscriberReader(columns, instants, {
				status(row) {
					const state = stateOf(row[columns.status ?? -1]);
					return state === 'active' ? (stateOf(row[own]) ?? state) : state;
				}
			});
		}
	});
}

/**
 * The column of the state in the one list that a file is of; -1 where there is none, or the file is of
 * several lists: who left one of them may get the letters of another.
 */
function listColumn(
	{ header, sample }: SheetTable,
	{ status, list }: NonNullable<ListPlan['ofList']>
): number {
	const find = columnFinder(header);
	const named = find(...list) ?? -1;
	// a line of sums names no list, nor does a second line of headers
	const names = sample.map((row) => row[named]?.trim()).filter((name) => name);
	const lists = new Set(names.filter((name) => name !== header[named]?.trim()));
	return lists.size > 1 ? -1 : (find(...status) ?? -1);
}
