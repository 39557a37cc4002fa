import {
	joinNames,
	separateName,
	undoMoneyChange,
	undoableMoneyChange
} from '#lib/server/editing/money.ts';
import { nameFigures } from '#lib/server/figures/names.ts';
import { namedKinds } from '#lib/same-names.ts';
import { choiceIn, idIn, textIn } from '../../../../form.ts';
import { answer } from '../../answer.ts';
import { change } from '../../change.ts';
import { lastChange } from '../../last-change.ts';

export async function load(event) {
	return {
		names: await answer(event, nameFigures),
		undoable: await lastChange(event, undoableMoneyChange)
	};
}

export const actions = {
	join: change((db, publication, form, actor) =>
		joinNames(
			db,
			publication,
			{
				kind: choiceIn(form, 'kind', namedKinds),
				from: textIn(form, 'from'),
				to: textIn(form, 'to')
			},
			actor
		)
	),
	separate: change((db, publication, form, actor) =>
		separateName(
			db,
			publication,
			{ kind: choiceIn(form, 'kind', namedKinds), name: textIn(form, 'name') },
			actor
		)
	),
	undo: change((db, publication, form, actor) =>
		undoMoneyChange(db, publication, actor, idIn(form, 'of'))
	)
};
