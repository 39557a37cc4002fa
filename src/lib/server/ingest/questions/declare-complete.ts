import { Trouble } from '#lib/trouble.ts';
import { recordAudit, type Actor } from '../../store/people/audit.ts';
import { changeImport, findImport } from '../../store/events/imports.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { enqueueJob } from '../../store/jobs/jobs.ts';

/**
 * Declares a list of subscribers complete, or takes that back: whoever is absent from a complete list
 * has left. The worker derives readers' states again.
 *
 * @throws {Trouble} noSuchImport, for what is no list of subscribers either
 */
export async function declareComplete(
	db: Db,
	publication: Publication,
	id: number,
	complete: boolean,
	actor: Actor
) {
	const stored = await findImport(db, id);
	const isList = stored?.kind === 'subscribers' && stored.state === 'done';
	if (!isList || stored.publicationId !== publication.id) throw new Trouble('noSuchImport', { id });
	if (stored.complete === complete) return;

	await db.transaction(async (tx) => {
		await changeImport(tx, id, { complete });
		await recordAudit(tx, publication.id, actor, 'imports.complete', { id, complete });
		const { id: publicationId } = publication;
		await enqueueJob(tx, { kind: 'derive', publicationId }, [{ what: 'readers', id: 0 }]);
	});
}
