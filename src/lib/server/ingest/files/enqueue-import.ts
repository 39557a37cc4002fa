import { beginImport, changeImport, type Import } from '../../store/events/imports.ts';
import { enqueueJob } from '../../store/jobs/jobs.ts';
import { machineOf, sharedBy } from '../../store/jobs/machine.ts';
import type { Db } from '../../store/sql/open.ts';

/** Has a file that lies in the spool taken in by the worker. */
export function enqueueImport(
	db: Db,
	words: Omit<Parameters<typeof beginImport>[1], 'state'>,
	now: number
): Promise<Import> {
	return db.transaction(async (tx) => {
		const begun = await beginImport(tx, { ...words, state: 'waiting' }, now);
		await enqueueJob(tx, jobOf(db, begun));
		return begun;
	});
}

/** Has a file that waited for an answer taken in by the worker, as its reading now says. */
export function enqueueAnswered(
	db: Db,
	row: Pick<Import, 'id' | 'publicationId'>,
	reading: Import['reading']
): Promise<void> {
	return db.transaction(async (tx) => {
		await changeImport(tx, row.id, { state: 'waiting', trouble: null, reading });
		await enqueueJob(tx, jobOf(db, row));
	});
}

function jobOf(db: Db, { id, publicationId }: Pick<Import, 'id' | 'publicationId'>) {
	// what lies on the disk of one machine no other can read
	const machine = sharedBy(db) ? null : machineOf(db);
	return { kind: 'import', publicationId, subject: String(id), machine } as const;
}
