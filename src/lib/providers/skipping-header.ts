import { isHeaderAgain } from '../csv/layout.ts';
import type { Reading } from './facts.ts';

/** A reader of rows for a whole file, in which the header may stand again: there it is passed over. */
export function skippingHeader(
	read: (row: string[]) => Reading,
	header: readonly string[]
): (row: string[]) => Reading {
	return (row) => {
		const reading = read(row);
		return 'reject' in reading && isHeaderAgain(row, header) ? { skip: 'header' } : reading;
	};
}
