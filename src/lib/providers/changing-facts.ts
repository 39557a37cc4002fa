import type { Fact, RowReader, RowReading } from './facts.ts';

/**
 * A reader of rows that changes what another states. Rows that the other refuses or leaves out stay as they are.
 *
 * @param change gets the facts of a row, which it may alter, and the row
 */
export function changingFacts(
	read: RowReader,
	change: (facts: Fact[], row: string[]) => RowReading
): RowReader {
	return (row) => {
		const reading = read(row);
		return 'facts' in reading ? change(reading.facts, row) : reading;
	};
}
