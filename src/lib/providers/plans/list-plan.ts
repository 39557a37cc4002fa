import { planned, type Plan } from './plan.ts';
import type { Recogniser } from '../recogniser.ts';
import { readStatus, subscriberReader, type Status } from './subscriber-reader.ts';

type ListPlan = Omit<Plan, 'kind' | 'instants' | 'reader' | 'needs'> & {
	/** states as the service numbers or calls them, lower-case, where they are not the usual words */
	states?: Record<string, Status>;
	/** the state of a row whose cell is empty */
	usual?: Status;
};

/** Makes the recogniser of a list of subscribers: one a row, its state a word or number of the service. */
export function listPlan({ states = {}, usual, ...plan }: ListPlan): Recogniser {
	return planned({
		...plan,
		kind: 'subscribers',
		instants: ['joined', 'left'],
		needs: ['address'],
		reader: (_file, columns, instants) =>
			subscriberReader(columns, instants, {
				status(row) {
					const cell = row[columns.status ?? -1]?.trim().toLowerCase() ?? '';
					if (cell === '') return usual;
					return Object.hasOwn(states, cell) ? states[cell] : readStatus(cell);
				}
			})
	});
}
