import { makeRule, removeRule, rulesInForce } from '#lib/server/editing/template-rules.ts';
import { untilDerived } from '#lib/server/editing/until-derived.ts';
import { Trouble } from '#lib/trouble.ts';
import { idIn, shownIn } from '../../../form.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { ruleOf } from './rule-form.ts';

export async function load(event) {
	return { rules: await answer(event, (db, publication) => rulesInForce(db, publication)) };
}

export const actions = {
	remove: change(async (db, publication, form, actor) => {
		const removed = await removeRule(db, publication, idIn(form, 'id'), actor);
		if (!removed) throw new Trouble('noSuchRule');
		return { removed, done: await untilDerived(db, publication) };
	}),
	make: change(async (db, publication, form, actor) => {
		const issues = await makeRule(db, publication, null, ruleOf(form), actor, shownIn(form));
		return { issues, done: await untilDerived(db, publication) };
	})
};
