import { redirect } from '@sveltejs/kit';
import { changePin, nameView, removeView } from '#lib/server/desk/views.ts';
import { idIn } from '../../../form.ts';
import { change } from '../change.ts';

/** Views are listed where pages are narrowed: this address has nothing else to show. */
export function load({ params }) {
	redirect(303, `/p/${encodeURIComponent(params.publication)}`);
}

export const actions = {
	keep: change((db, publication, form, actor) =>
		nameView(
			db,
			publication,
			{ name: form.get('name'), path: form.get('path'), pinned: form.has('pinned') },
			actor
		)
	),
	pin: change((db, publication, form) =>
		changePin(db, publication, idIn(form, 'id'), form.get('pinned') === 'yes')
	),
	remove: change((db, publication, form) => removeView(db, publication, idIn(form, 'id')))
};
