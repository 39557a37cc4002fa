import { publicationOf, type Publication } from '#lib/server/figures/publications.ts';
import { accountOf } from '#lib/server/access/may.ts';
import { formOf, idOfPath } from '../../form.ts';
import { refused } from '../../trouble-answers.ts';

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
 *
 * @param files names of the fields that take a file
 */
export function change<Told>(verb: Verb<Told>, files: readonly string[] = []) {
	return async (event: Event) => {
		const { locals, params } = event;
		const form = await formOf(event, files);
		const issue = params.issue === undefined ? NaN : idOfPath(params.issue);
		const by = accountOf(locals.visitor);
		try {
			const publication = await publicationOf(locals.db, params.publication);
			const actor = { by, now: Date.now() };
			const answer = await verb(locals.db, publication, form, actor, issue);
			return answer as Told extends object ? Told : undefined;
		} catch (cause) {
			return refused(cause, event, form);
		}
	};
}
