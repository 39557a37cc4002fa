import { placePage, sayPage, unplacePage } from '#lib/server/desk/pages.ts';
import { pageFigures } from '#lib/server/figures/pages.ts';
import { answer } from '../../answer.ts';
import { change } from '../../change.ts';
import { readWish } from './wish.ts';

export async function load(event) {
	return { figures: await answer(event, pageFigures) };
}

export const actions = {
	place: change(async (db, publication, form, actor) => {
		const [issue, page] = [Number(form.get('issue')), Number(form.get('page'))];
		const wish = readWish(String(form.get('wish')));
		if ('place' in wish) await placePage(db, publication, { issue, page, item: wish.place }, actor);
		else await sayPage(db, publication, page, wish.say, actor);
	}),
	unsay: change((db, publication, form, actor) =>
		sayPage(db, publication, Number(form.get('page')), null, actor)
	),
	unplace: change((db, publication, form, actor) =>
		unplacePage(db, publication, Number(form.get('placement')), actor)
	)
};
