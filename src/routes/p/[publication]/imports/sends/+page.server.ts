import { redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { assignSends, unassignSends } from '#lib/server/editing/sends.ts';
import { untilDerived } from '#lib/server/editing/until-derived.ts';
import { sendFigures, sendTargets } from '#lib/server/figures/sends.ts';
import { idAsked, idIn, shownIn, textIn } from '../../../../form.ts';
import { answer } from '../../answer.ts';
import { change } from '../../change.ts';

export async function load(event) {
	const figures = await answer(event, sendFigures);
	const asked = idAsked(event.url, 'send');
	// a long list, for the one send that it is asked for
	const chosen = figures.sends.find(({ id }) => id === asked);
	const issues = chosen ? await answer(event, sendTargets) : [];
	const seen = Math.max(0, ...figures.said.map(({ at }) => at));
	return { figures, seen, chosen: chosen ? { ...chosen, issues } : null };
}

/** When the latest was said that a form showed; null where it does not say. */
function seenIn(form: FormData): number | null {
	const shown = shownIn(form);
	return typeof shown === 'number' ? shown : null;
}

export const actions = {
	assign: change(async (db, publication, form, actor) => {
		const isApart = textIn(form, 'issue') === 'own';
		const issue = isApart ? null : idIn(form, 'issue');
		await assignSends(db, publication, [{ send: idIn(form, 'send'), issue }], actor, seenIn(form));
		const done = await untilDerived(db, publication, 'derive');
		// the form of one send has done its work
		if (done && form.has('chosen')) redirect(303, pathTo(`/p/${publication.slug}/imports/sends`));
		return { done };
	}),
	assignAll: change(async (db, publication, form, actor) => {
		const { alone } = await sendFigures(db, publication);
		const proposed = alone.flatMap(({ id, proposal }) =>
			proposal ? [{ send: id, issue: proposal.issue }] : []
		);
		await assignSends(db, publication, proposed, actor, seenIn(form));
		return { done: await untilDerived(db, publication, 'derive') };
	}),
	undo: change(async (db, publication, form, actor) => {
		const key = { sourceId: idIn(form, 'source'), campaign: textIn(form, 'campaign') };
		await unassignSends(db, publication, [key], actor, seenIn(form));
		return { done: await untilDerived(db, publication, 'derive') };
	}),
	undoAll: change(async (db, publication, form, actor) => {
		const { said } = await sendFigures(db, publication);
		await unassignSends(db, publication, said, actor, seenIn(form));
		return { done: await untilDerived(db, publication, 'derive') };
	})
};
