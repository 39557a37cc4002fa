import { recordAudit } from '../store/people/audit.ts';
import { dropPublication } from '../store/drop-publication.ts';
import { enqueueJob } from '../store/jobs/jobs.ts';
import { emptyLog, erasing } from '../store/sql/secure-delete.ts';
import { databaseFile, type Db, type Tx } from '../store/sql/open.ts';
import { keepSetting } from '../store/settings.ts';
import { findPublicationById, listPublications } from '../store/publications.ts';
import { takeBackBroken } from './files/take-back.ts';

/** Asks for publications to be deleted whose week is over. */
export async function enqueueRemovals(db: Db, now: number) {
	for (const { id, deletesAt } of await listPublications(db)) {
		if (deletesAt === null || deletesAt > now) continue;
		await db.transaction((tx) => enqueueRemoval(tx, id));
	}
}

/** Asks for a publication to be deleted. */
export async function enqueueRemoval(tx: Tx, id: number) {
	// of no publication: its jobs are deleted with it, and this one has to end
	await enqueueJob(tx, { kind: 'remove', publicationId: null, subject: String(id) });
}

/**
 * Deletes a publication with all its data, unless it was restored meanwhile. The sample does not come back,
 * though its files stay.
 */
export async function runRemoval(db: Db, subject: string | null, now: number) {
	await takeBackBroken(db, now);
	const removed = await db.transaction(async (tx) => {
		const publication = await findPublicationById(tx, Number(subject));
		if (!publication || publication.deletesAt === null || publication.deletesAt > now) return false;
		await erasing(tx, databaseFile(db) !== undefined);
		if (publication.sample) await keepSetting(tx, 'sampleRemoved', '1');
		await dropPublication(tx, publication.id);
		const { slug } = publication;
		await recordAudit(tx, null, { by: null, now }, 'publication.removed', { slug });
		return true;
	});
	if (removed) await emptyLog(db);
}
