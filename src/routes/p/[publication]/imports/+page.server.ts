import { fail } from '@sveltejs/kit';
import { importFigures, receiptFigures } from '#lib/server/figures/imports.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { askUndo } from '#lib/server/ingest/upload.ts';
import { Trouble } from '#lib/trouble.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	const asked = Number(event.url.searchParams.get('import'));
	const { imports, missing } = await answer(event, importFigures);
	const chosen =
		imports.find(({ id }) => id === asked) ?? imports.find(({ state }) => state === 'done');

	const receipt = chosen
		? await answer(event, (db, publication) => receiptFigures(db, publication, chosen.id))
		: null;

	return { imports, missing, receipt };
}

export const actions = {
	undo: async ({ locals, params, request }) => {
		const id = Number((await request.formData()).get('import'));

		try {
			await askUndo(locals.db, await publicationOf(locals.db, params.publication), id);
		} catch (cause) {
			if (!(cause instanceof Trouble)) throw cause;
			return fail(422, { trouble: { code: cause.code, details: cause.details } });
		}
	}
};
