import { assignSend, unassignSend } from '#lib/server/editing/sends.ts';
import { untilDerived } from '#lib/server/editing/until-derived.ts';
import { sendFigures } from '#lib/server/figures/sends.ts';
import { idIn, textIn } from '../../../../form.ts';
import { answer } from '../../answer.ts';
import { change } from '../../change.ts';

export async function load(event) {
	return { figures: await answer(event, sendFigures) };
}

export const actions = {
	assign: change(async (db, publication, form, actor) => {
		const isApart = textIn(form, 'issue') === 'own';
		const issue = isApart ? null : idIn(form, 'issue');
		await assignSend(db, publication, { send: idIn(form, 'send'), issue }, actor);
		return { done: await untilDerived(db, publication, 'derive') };
	}),
	undo: change(async (db, publication, form, actor) => {
		const key = { sourceId: idIn(form, 'source'), campaign: textIn(form, 'campaign') };
		await unassignSend(db, publication, key, actor);
		return { done: await untilDerived(db, publication, 'derive') };
	})
};
