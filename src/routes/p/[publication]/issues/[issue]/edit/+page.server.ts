import {
	correct,
	correctTopics,
	redoCorrection,
	undoCorrection
} from '#lib/server/editing/corrections.ts';
import { makeRule, offersFor } from '#lib/server/editing/template-rules.ts';
import { untilDerived } from '#lib/server/editing/until-derived.ts';
import { blocksOfIssue, doubtfulIssues, markSeen } from '#lib/server/derive/doubtful-issues.ts';
import { issueEdit } from '#lib/server/figures/content/issue-edit.ts';
import { idIn, idOfPath, idOrNullIn, shownIn } from '../../../../../form.ts';
import { answer } from '../../../answer.ts';
import { change } from '../../../change.ts';
import { ruleOf } from '../../../rules/rule-form.ts';
import { shownTopicsIn, topicsIn } from '../../../topics/manage/topic-form.ts';
import { readCorrection } from './read-correction.ts';

export async function load(event) {
	const id = idOfPath(event.params.issue);
	// they look at every issue: the page does not wait for them
	const offers = answer(event, (db, publication) => offersFor(db, publication, id));
	offers.catch(() => {});
	// an answer in pieces has no status of its own, and a form that was refused has to have one
	const isForm = event.request.method === 'POST';
	const doubtful = await answer(event, doubtfulIssues);
	const why = event.url.searchParams.has('why');
	return {
		doubts: doubtful.find((one) => one.id === id)?.doubts ?? [],
		blocks: why
			? await answer(event, (db, publication) => blocksOfIssue(db, publication, id))
			: null,
		edit: await answer(event, (db, publication) => issueEdit(db, publication, id)),
		offers: isForm ? await offers : offers
	};
}

export const actions = {
	seen: change((db, publication, _, actor, issue) => markSeen(db, publication, issue, actor)),
	correct: change((db, publication, form, actor, issue) =>
		correct(db, publication, issue, readCorrection(form), actor, shownIn(form))
	),
	topics: change((db, publication, form, actor, issue) => {
		const [topics, shown] = [topicsIn(form), shownTopicsIn(form)];
		const said = { item: idIn(form, 'item'), topics, shown };
		return correctTopics(db, publication, issue, said, actor);
	}),
	rule: change(async (db, publication, form, actor, issue) => {
		const issues = await makeRule(db, publication, issue, ruleOf(form), actor, shownIn(form));
		return { applied: { issues, done: await untilDerived(db, publication) } };
	}),
	undo: change(async (db, publication, form, actor, issue) => {
		await undoCorrection(db, publication, issue, actor, idOrNullIn(form, 'of'));
		return { done: await untilDerived(db, publication) };
	}),
	redo: change(async (db, publication, form, actor, issue) => {
		await redoCorrection(db, publication, issue, actor, idOrNullIn(form, 'of'));
		return { done: await untilDerived(db, publication) };
	})
};
