import { json } from '@sveltejs/kit';
import { publicationOf, type Publication } from '#lib/server/figures/publications.ts';
import { accountOf } from '#lib/server/access/may.ts';
import { troubleReply } from '../trouble-answers.ts';

type RequestParts = { locals: App.Locals; params: { publication: string } };
type Actor = { by: string | null; now: number };

/**
 * Does what a program says of a publication, and answers with how things are then; foreseen trouble is
 * told with its status.
 */
export async function said(
	{ locals: { db, language, visitor }, params }: RequestParts,
	change: (db: App.Locals['db'], publication: Publication, actor: Actor) => Promise<unknown>,
	answer: (db: App.Locals['db'], publication: Publication) => Promise<unknown>
): Promise<Response> {
	try {
		const by = accountOf(visitor);
		await change(db, await publicationOf(db, params.publication), { by, now: Date.now() });
		// what was said may have changed the publication's own row
		return json(await answer(db, await publicationOf(db, params.publication)));
	} catch (cause) {
		return troubleReply(cause, language);
	}
}
