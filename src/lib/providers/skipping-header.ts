import { isHeaderAgain } from '../csv/layout.ts';
import type { RowReading } from './facts.ts';

/** A reader of rows for a whole file, in which the header may stand again: there it is passed over. */
export function skippingHeader(
	read: (row: string[]) => RowReading,
	header: readonly string[]
): (row: string[]) => RowReading {
	return (row) => {
		const reading = read(row);
		return 'reject' in reading && isHeaderAgain(row, header) ? { skip: 'header' } : reading;
	};
}
