import type { SheetTable } from '../src/lib/csv/sheet.ts';

/** A table as the beginning of a file shows it: its header, and the first rows beneath. */
export function tableOf(header: string[], ...sample: string[][]): SheetTable {
	return { title: null, header, headerRow: 1, endRow: null, sample };
}
