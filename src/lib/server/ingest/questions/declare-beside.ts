import { Trouble } from '#lib/trouble.ts';
import { recordAudit, type Actor } from '../../store/people/audit.ts';
import { changeImport, findImport } from '../../store/events/imports.ts';
import type { Db } from '../../store/sql/open.ts';
import { touchPublication, type Publication } from '../../store/publications.ts';

const kinds = ['spend', 'value', 'placements'];

/**
 * Says that a file about money is of an account of its own, or takes that back: what it states of the same
 * channel and dates as another file is added to that, and is no revised export of it.
 *
 * @throws {Trouble} noSuchImport, for a file that is not about money either
 */
export async function declareBeside(
	db: Db,
	publication: Publication,
	id: number,
	beside: boolean,
	actor: Actor
) {
	const stored = await findImport(db, id);
	const isMoney = stored?.state === 'done' && kinds.includes(stored.kind ?? '');
	if (!isMoney || stored.publicationId !== publication.id)
		throw new Trouble('noSuchImport', { id });
	await db.transaction(async (tx) => {
		await changeImport(tx, id, { reading: { ...stored.reading, beside } });
		await recordAudit(tx, publication.id, actor, 'imports.beside', { id, beside });
		await touchPublication(tx, publication.id);
	});
}
