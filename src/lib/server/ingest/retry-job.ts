import { Trouble } from '#lib/trouble.ts';
import { changeImport, findImport, mayGoOn } from '../store/events/imports.ts';
import { findJob, isDirect, retryJob } from '../store/jobs/jobs.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import type { Db } from '../store/sql/open.ts';

/**
 * Has a job that failed tried again from its beginning.
 *
 * @param publicationId whose jobs are meant, with those of the installation; null for all
 * @throws {Trouble} noSuchJob, jobNotFailed; jobFileGone where what it read is there no longer
 */
export async function tryJobAgain(db: Db, id: number, publicationId: number | null, actor: Actor) {
	await db.transaction(async (tx) => {
		const stored = await findJob(tx, id);
		const isOurs =
			publicationId === null || (stored?.publicationId ?? publicationId) === publicationId;
		if (!stored || !isOurs) throw new Trouble('noSuchJob', { id });
		if (stored.state !== 'failed') throw new Trouble('jobNotFailed', { id });
		if (isDirect(stored)) throw new Trouble('jobFileGone', { id });
		if (stored.kind === 'import') {
			const row = await findImport(tx, Number(stored.subject));
			if (!row || !mayGoOn(row)) throw new Trouble('jobFileGone', { id });
			// what is half-read still is taken out before it is read again
			if (row.state === 'failed')
				await changeImport(tx, row.id, { state: 'waiting', trouble: null, finishedAt: null });
		}
		await retryJob(tx, id);
		const { kind } = stored;
		if (stored.publicationId !== null)
			await recordAudit(tx, stored.publicationId, actor, 'jobs.retry', { job: id, kind });
	});
}
