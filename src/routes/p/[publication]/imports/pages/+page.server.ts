import { placePage, assignPage, unplacePage } from '#lib/server/editing/pages.ts';
import { pageFigures } from '#lib/server/figures/pages.ts';
import { idIn, textIn } from '../../../../form.ts';
import { answer } from '../../answer.ts';
import { change } from '../../change.ts';
import { readAssignment } from './page-assignment.ts';

export async function load(event) {
	return { figures: await answer(event, pageFigures) };
}

export const actions = {
	place: change(async (db, publication, form, actor) => {
		const assignment = readAssignment(textIn(form, 'assignment'));
		const page = idIn(form, 'page');
		if ('place' in assignment) {
			const place = { issue: idIn(form, 'issue'), page, item: assignment.place };
			await placePage(db, publication, place, actor);
		} else await assignPage(db, publication, page, assignment.everywhere, actor);
	}),
	unsay: change((db, publication, form, actor) =>
		assignPage(db, publication, idIn(form, 'page'), null, actor)
	),
	unplace: change((db, publication, form, actor) =>
		unplacePage(db, publication, idIn(form, 'placement'), actor)
	)
};
