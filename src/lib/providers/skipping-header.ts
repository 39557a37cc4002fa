import { isHeaderAgain } from '../csv/layout.ts';
import type { RowReader } from './facts.ts';

/** A reader of rows for a whole file, in which the header may stand again: there it is passed over. */
export function skippingHeader(read: RowReader, header: readonly string[]): RowReader {
	return (row) => {
		const reading = read(row);
		return 'reject' in reading && isHeaderAgain(row, header) ? { skip: 'header' } : reading;
	};
}
