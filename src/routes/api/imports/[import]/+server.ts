import { error, json } from '@sveltejs/kit';
import { may } from '#lib/server/access/may.ts';
import { publicationWithId } from '#lib/server/figures/publications.ts';
import { readReceipt, takenOf } from '#lib/server/ingest/files/read-receipt.ts';
import { idOfPath } from '../../../form.ts';

/** What became of a file, with what is asked of it: for whoever may give files to its publication. */
export async function GET({ params, locals: { db, visitor } }) {
	const id = idOfPath(params.import);
	const taken = await takenOf(db, id);
	const owner = taken[0]?.import.publicationId;
	const publication = owner === undefined ? undefined : await publicationWithId(db, owner);
	// what is not theirs looks the same whether it is there or not
	if (!publication || !may(visitor, 'import', publication))
		error(visitor.kind === 'script' && visitor.scope === 'import' ? 404 : publication ? 403 : 404);
	return json(await readReceipt(db, publication, id, taken));
}
