import { fail, redirect } from '@sveltejs/kit';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { previewFigure, verdictFigures } from '#lib/server/figures/verdicts.ts';
import { applyRules, earlierRules, previewRules, rulesOfForm } from '#lib/server/ingest/rules.ts';
import { Trouble } from '#lib/trouble.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	return { figures: await answer(event, verdictFigures) };
}

/** Foreseen trouble goes back into the form. */
function refused(cause: unknown) {
	if (!(cause instanceof Trouble)) throw cause;
	return fail(422, { trouble: { code: cause.code, details: cause.details } });
}

export const actions = {
	/** Says what other rules would change, and changes nothing. */
	preview: async ({ locals, params, request }) => {
		const form = await request.formData();
		try {
			const publication = await publicationOf(locals.db, params.publication);
			const rules = form.has('earlier')
				? await earlierRules(locals.db, publication, Number(form.get('earlier')))
				: rulesOfForm(form);
			const found = await previewRules(locals.db, publication, rules);
			return { preview: await previewFigure(locals.db, publication, rules, found) };
		} catch (cause) {
			return refused(cause);
		}
	},

	apply: async ({ locals, params, request }) => {
		try {
			const publication = await publicationOf(locals.db, params.publication);
			const rules = rulesOfForm(await request.formData());
			const by = locals.visitor.kind === 'member' ? locals.visitor.id : null;
			await applyRules(locals.db, publication, rules, { by, now: Date.now() });
		} catch (cause) {
			return refused(cause);
		}
		redirect(303, `/p/${params.publication}/verdicts`);
	}
};
