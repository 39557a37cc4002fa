import { error } from '@sveltejs/kit';
import { may } from '#lib/server/access/may.ts';
import {
	beginWith,
	changePin,
	nameView,
	removeView,
	type ViewActor
} from '#lib/server/editing/views.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { idIn, shownIn } from '../../../form.ts';
import { change as changing } from '../change.ts';
import { goOn } from '../go-on.ts';
import type { RequestEvent } from './$types.js';

/** Views are listed where pages are narrowed: this address has nothing else to show. */
export function load(event) {
	goOn(event, '');
}

type Verb = (
	db: App.Locals['db'],
	publication: Publication,
	form: FormData,
	actor: ViewActor
) => Promise<void>;

/**
 * Changes views in the name of who asks. Without scripts there is no page here on which a form could
 * say what was wrong: an error does.
 */
function change(verb: Verb) {
	return async (event: RequestEvent) => {
		const answer = await changing((db, publication, form, actor) =>
			verb(db, publication, form, {
				...actor,
				shares: may(event.locals.visitor, 'report', publication)
			})
		)(event);
		const isBare = !event.request.headers.has('x-sveltekit-action');
		if (answer && isBare) error(answer.status);
		return answer;
	};
}

export const actions = {
	keep: change((db, publication, form, actor) =>
		nameView(
			db,
			publication,
			{
				name: form.get('name'),
				path: form.get('path'),
				pinned: form.has('pinned'),
				own: form.get('for') === 'me'
			},
			actor,
			shownIn(form)
		)
	),
	pin: change((db, publication, form, actor) =>
		changePin(db, publication, idIn(form, 'id'), form.get('pinned') === 'yes', actor)
	),
	first: change((db, publication, form, actor) =>
		beginWith(db, publication, idIn(form, 'id'), form.get('first') === 'yes', actor)
	),
	remove: change((db, publication, form, actor) =>
		removeView(db, publication, idIn(form, 'id'), actor, shownIn(form))
	)
};
