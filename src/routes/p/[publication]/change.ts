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

type Verb<Told> = (
	db: App.Locals['db'],
	publication: Publication,
	form: FormData,
	actor: Actor,
	/** the issue that the path names; NaN where it names none */
	issue: number
) => Promise<Told>;

/**
 * An action that changes something, in the name of who asks; foreseen trouble comes back to the page,
 * and what the verb tells as an object.
 */
export function change<Told>(verb: Verb<Told>) {
	return async (event: Event) => {
		const { locals, params, request } = event;
		const form = await request.formData();
		const by = locals.visitor.kind === 'member' ? locals.visitor.id : null;
		try {
			const publication = await publicationOf(locals.db, params.publication);
			const actor = { by, now: Date.now() };
			const told = await verb(locals.db, publication, form, actor, Number(params.issue));
			return told as Told extends object ? Told : undefined;
		} catch (cause) {
			if (!(cause instanceof Trouble)) throw cause;
			return fail(422, { trouble: { code: cause.code, details: cause.details } });
		}
	};
}
