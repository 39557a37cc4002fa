import { json } from '@sveltejs/kit';
import { publicationOf, type Publication } from '#lib/server/figures/publications.ts';
import { accountOf } from '#lib/server/access/may.ts';
import { troubleReply } from '../trouble-answers.ts';
import { onlyKnown } from './only-known.ts';

type RequestParts = { locals: App.Locals; params: { publication: string }; url: URL };
type Actor = { by: string | null; now: number };

/**
 * Does what a program says of a publication, and answers with how things are then; foreseen trouble is
 * told with its status.
 *
 * @param known the parameters that its address may have
 */
export async function said(
	{ locals: { db, language, visitor }, params, url }: RequestParts,
	change: (db: App.Locals['db'], publication: Publication, actor: Actor) => Promise<unknown>,
	answer: (db: App.Locals['db'], publication: Publication) => Promise<unknown>,
	known: readonly string[] = []
): Promise<Response> {
	try {
		onlyKnown(url.searchParams, known);
		const by = accountOf(visitor);
		await change(db, await publicationOf(db, params.publication), { by, now: Date.now() });
		// what was said may have changed the publication's own row
		return json(await answer(db, await publicationOf(db, params.publication)));
	} catch (cause) {
		return troubleReply(cause, language);
	}
}
