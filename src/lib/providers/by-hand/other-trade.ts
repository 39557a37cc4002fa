import type { RoleColumns, FileFacts, Recogniser } from '../recogniser.ts';
import { genresOf } from './words/genre-words.ts';
import { isNeutral } from './words/neutral-words.ts';

/**
 * Whether a table has the headers of a service, which are everyday words, and yet is of another trade:
 * other columns of it speak of one, or most of its states are none of a reader.
 */
export function isOfOtherTrade(
	file: FileFacts,
	recogniser: Recogniser,
	columns: RoleColumns
): boolean {
	if (!recogniser.loose || recogniser.calls?.(file.name)) return false;
	const { header, sample } = file.table;
	const used = new Set(Object.values(columns));
	const others = header.filter((name, column) => !used.has(column) && !isNeutral(name));
	// where a row is a reader, some columns more may be what an account keeps of them: a score, a position
	const spoken = new Set([...genresOf(others).values()].flat());
	const isOfReaders = recogniser.kind === 'subscribers' || columns.opened !== undefined;
	if (spoken.size > 0 && !(isOfReaders && spoken.size <= used.size - 2)) return true;

	if (recogniser.kind !== 'subscribers' || columns.status === undefined) return false;
	const read = recogniser.reader(file, columns, new Map());
	const unknown = sample.filter((row) => {
		const reading = (row[columns.status!] ?? '').trim() === '' ? { facts: [] } : read(row);
		const [fact] = 'facts' in reading ? reading.facts : [];
		return fact?.fact === 'reader' && fact.status === undefined;
	});
	return unknown.length > 0.5 * sample.length;
}
