import type { Sheet } from '#lib/csv/sheet.ts';
import { tableFacts } from '#lib/csv/table-facts.ts';
import { isWithoutYear } from '#lib/providers/by-hand/any-file.ts';
import type { FileKind } from '#lib/providers/recogniser.ts';
import { Trouble } from '#lib/trouble.ts';

/**
 * What is said of a file of which no table is recognised: that nothing in it is known, or what it lacks.
 *
 * @param kind what a person says that it is
 */
export function notRecognised(name: string, sheet: Sheet, kind?: FileKind): Trouble {
	const lacksYear = sheet.tables.some((table) =>
		isWithoutYear({ name, ...tableFacts(sheet, table) }, kind)
	);
	return new Trouble(lacksYear ? 'monthsWithoutYear' : 'fileNotRecognised', { file: name });
}
