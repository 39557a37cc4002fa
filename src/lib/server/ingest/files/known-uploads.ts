import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { takenOf } from './read-receipt.ts';

/** A file that was sent though it had been imported before. */
export type KnownUpload = {
	/** the number that it was given when it was sent */
	id: number;
	/** the import that it is */
	was: number;
	name: string;
	/** UTC milliseconds */
	at: number;
};

/** Files that one page may have sent. */
const MOST = 1000;

/** Of uploads of a publication, by the numbers that they were given: those that changed nothing. */
export async function knownUploads(
	db: Db,
	publication: Publication,
	ids: readonly number[]
): Promise<KnownUpload[]> {
	const known: KnownUpload[] = [];
	for (const id of ids.filter(Number.isSafeInteger).slice(0, MOST))
		for (const { as, import: row } of await takenOf(db, id)) {
			if (as !== 'known' || row.publicationId !== publication.id) continue;
			const { id: was, name, finishedAt, startedAt } = row;
			known.push({ id, was, name, at: finishedAt ?? startedAt });
		}
	return known;
}
