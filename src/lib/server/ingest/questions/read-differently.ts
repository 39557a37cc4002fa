import type { ByteSource } from '#lib/csv/sheet.ts';
import { troubleIn } from '#lib/trouble.ts';
import type { Import } from '../../store/events/imports.ts';
import type { Db } from '../../store/sql/open.ts';
import { enqueueImport } from '../files/enqueue-import.ts';
import { copyToSpool } from '../files/keep-for-question.ts';
import { spoolFolder } from '../files/spool-room.ts';
import type { About } from '../reading/tell-table.ts';

/**
 * Has a stored file read once more as somebody says: the worker takes the old reading back and
 * stores the new one in one step. It gets a copy of its own, so that the end of one import leaves the
 * other its file.
 *
 * @returns the new import
 * @throws {Trouble} diskFull
 */
export async function readDifferently(
	db: Db,
	row: Import,
	source: ByteSource,
	about: About,
	{ data, by, now }: { data: string; by: string | null; now: number }
): Promise<number> {
	const spool = await copyToSpool(db, spoolFolder(data), source).catch((error: unknown) => {
		throw troubleIn(error) ?? error;
	});
	const { id } = await enqueueImport(
		db,
		{
			publicationId: row.publicationId,
			name: row.name,
			container: row.container,
			hash: row.hash,
			bytes: row.bytes,
			complete: row.complete,
			spool,
			by,
			reading: { about: { ...about, replaces: row.id } }
		},
		now
	);
	return id;
}
