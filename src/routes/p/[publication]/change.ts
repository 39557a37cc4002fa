import { fail } from '@sveltejs/kit';
import { publicationOf } from '#lib/server/figures/publications.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { Trouble } from '#lib/trouble.ts';

type Event = {
	locals: App.Locals;
	params: { publication: string; issue?: string };
	request: Request;
};

type Actor = { by: string | null; now: number };

type Verb = (
	db: App.Locals['db'],
	publication: Publication,
	form: FormData,
	actor: Actor,
	/** the issue that the path names; NaN where it names none */
	issue: number
) => Promise<unknown>;

/** An action that changes something, in the name of who asks; foreseen trouble comes back to the page. */
export function change(verb: Verb) {
	return async (event: Event) => {
		const { locals, params, request } = event;
		const form = await request.formData();
		const by = locals.visitor.kind === 'member' ? locals.visitor.id : null;
		try {
			const publication = await publicationOf(locals.db, params.publication);
			await verb(locals.db, publication, form, { by, now: Date.now() }, Number(params.issue));
		} catch (cause) {
			if (!(cause instanceof Trouble)) throw cause;
			return fail(422, { trouble: { code: cause.code, details: cause.details } });
		}
	};
}
