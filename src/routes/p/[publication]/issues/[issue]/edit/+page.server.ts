import { error } from '@sveltejs/kit';
import { correct, redoCorrection, undoCorrection } from '#lib/server/desk/corrections.ts';
import { sayTopics } from '#lib/server/desk/topics.ts';
import { issueEdit } from '#lib/server/figures/issue-edit.ts';
import { answer } from '../../../answer.ts';
import { change } from '../../../change.ts';
import { numberOf } from '../../../topics/manage/topic-form.ts';
import { wishOf } from './wish.ts';

export async function load(event) {
	const id = Number(event.params.issue);
	if (!Number.isSafeInteger(id)) error(404);
	return { edit: await answer(event, (db, publication) => issueEdit(db, publication, id)) };
}

export const actions = {
	correct: change((db, publication, form, actor, issue) =>
		correct(db, publication, issue, wishOf(form), actor)
	),
	topics: change((db, publication, form, actor) =>
		sayTopics(db, publication, numberOf(form, 'item'), form.getAll('topic').map(Number), actor)
	),
	undo: change((db, publication, _, actor, issue) => undoCorrection(db, publication, issue, actor)),
	redo: change((db, publication, _, actor, issue) => redoCorrection(db, publication, issue, actor))
};
