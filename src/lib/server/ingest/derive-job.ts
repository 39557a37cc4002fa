import { documentsOf } from '../store/content/documents.ts';
import { dropLostPages } from '../store/events/merge-urls.ts';
import type { Held } from '../store/jobs/hold.ts';
import { enqueueJob, jobsOfKind, targetsOf } from '../store/jobs/jobs.ts';
import { keepSetting } from '../store/settings.ts';
import type { Db } from '../store/sql/open.ts';
import { findPublicationById, listPublications } from '../store/publications.ts';
import { forgetOldPages, isReadByOldRules, readAgain } from '../derive/read-again.ts';
import { rederive } from '../derive/rederive.ts';
import type { RederiveProgress } from '../derive/renew-rollups.ts';
import { areRulesOld, presentRules } from '../derive/rule-versions.ts';
import { takeBackBroken } from './files/take-back.ts';

/** Asks for all to be derived where an earlier version read documents or links, or counted, by other rules. */
export async function enqueueOutdated(db: Db) {
	const isOld = await areRulesOld(db);
	for (const { id } of await listPublications(db)) {
		if (!isOld && !(await documentsOf(db, id)).some(isReadByOldRules)) continue;
		await db.transaction((tx) =>
			enqueueJob(tx, { kind: 'derive', publicationId: id }, [{ what: 'all', id: 0 }])
		);
	}
	// once they are asked for: whoever falls before asks again
	if (isOld) await keepSetting(db, 'rollupRules', presentRules.rollupRules);
}

/**
 * Derives again what a job was asked for. One that was begun before and did not end derives all:
 * nobody knows how far it came.
 */
export async function deriveWhole(
	db: Db,
	{ job, tell }: Held,
	now: number,
	onRederive: RederiveProgress = () => {}
) {
	await takeBackBroken(db, now);
	if (job.publicationId === null) return;
	const targets = await targetsOf(db, job.id);
	const isAll = job.attempts > 1 || targets.some(({ what }) => what === 'all');
	if (isAll) {
		await forgetOldPages(db);
		await readAgain(db, job.publicationId);
	}

	const publication = await findPublicationById(db, job.publicationId);
	if (!publication) return;
	const sends = new Set(targets.flatMap(({ what, id }) => (what === 'send' ? id : [])));
	const readers = isAll || targets.some(({ what }) => what === 'readers');
	await rederive(db, publication, { sends: isAll ? 'all' : sends, readers }, now, (done, of) => {
		tell(done / of);
		onRederive(done, of);
	});
	// pages are everybody's: they can go once nobody else is to be derived anew
	if (isAll && (await jobsOfKind(db, 'derive', ['waiting'])).length === 0) await dropLostPages(db);
}
