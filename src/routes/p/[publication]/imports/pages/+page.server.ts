import { placePage, assignPage, unplacePage } from '#lib/server/editing/pages.ts';
import { untilDerived } from '#lib/server/editing/until-derived.ts';
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
		const isNew = form.has('shown');
		if ('place' in assignment) {
			const place = { issue: idIn(form, 'issue'), page, item: assignment.place };
			await placePage(db, publication, place, actor, isNew);
		} else {
			const shownIn = isNew ? idIn(form, 'issue') : null;
			await assignPage(db, publication, page, assignment.everywhere, actor, shownIn);
		}
		return { done: await untilDerived(db, publication, 'derive') };
	}),
	unsay: change(async (db, publication, form, actor) => {
		await assignPage(db, publication, idIn(form, 'page'), null, actor);
		return { done: await untilDerived(db, publication, 'derive') };
	}),
	unplace: change(async (db, publication, form, actor) => {
		await unplacePage(db, publication, idIn(form, 'placement'), actor);
		return { done: await untilDerived(db, publication, 'derive') };
	})
};
