import { error, isActionFailure, redirect } from '@sveltejs/kit';
import { changePin, nameView, removeView } from '#lib/server/desk/views.ts';
import { idIn } from '../../../form.ts';
import { change as changing } from '../change.ts';

/** Views are listed where pages are narrowed: this address has nothing else to show. */
export function load({ params }) {
	redirect(303, `/p/${encodeURIComponent(params.publication)}`);
}

/** Without scripts there is no page here on which a form could say what was wrong: an error does. */
const change: typeof changing = (verb) => {
	const act = changing(verb);
	return async (event) => {
		const told = await act(event);
		const isBare = !event.request.headers.has('x-sveltekit-action');
		if (isActionFailure(told) && isBare) error(told.status);
		return told;
	};
};

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
