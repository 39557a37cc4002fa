import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { readerColumns, type ReaderColumns } from '../../store/readers/reader-columns.ts';
import { derived } from '../archive.ts';

/**
 * All readers of a publication, with when they joined and left and by which channel; read once per revision.
 */
export function readersOf(db: Db, publication: Publication): Promise<ReaderColumns> {
	return derived(db, publication, 'readers', () => readerColumns(db, publication));
}
