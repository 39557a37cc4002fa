import {
	archiveTopic,
	changeSuggestFrom,
	changeTopic,
	makeTopic,
	mergeTopic,
	splitTopic
} from '#lib/server/editing/topics.ts';
import { assignTopics } from '#lib/server/editing/assign-topics.ts';
import { undoableTopicChange, undoTopicChange } from '#lib/server/editing/topic-history.ts';
import { suggestionAgreement } from '#lib/server/figures/content/suggestion-agreement.ts';
import { managedTopics } from '#lib/server/figures/content/managed-topics.ts';
import { idIn, idsIn, shownIn } from '../../../../form.ts';
import { answer } from '../../answer.ts';
import { change } from '../../change.ts';
import { lastChange } from '../../last-change.ts';
import { topicLine } from './topic-line.ts';
import { numberOf, saidIn, topicWords } from './topic-form.ts';

export async function load(event) {
	const { topics, waiting, ...managed } = await answer(event, managedTopics);
	const open = event.url.searchParams.get('open');
	return {
		managed: {
			...managed,
			topics: topics.map((topic) => topicLine(topic, topics)),
			// as much as is shown
			waiting: waiting.map((item) => ({ ...item, text: item.text.slice(0, 320) }))
		},
		open: topics.find(({ id }) => String(id) === open) ?? null,
		// learnt five times over: only where somebody wants to see it, and not after each word of theirs
		agreement: event.url.searchParams.has('agreement')
			? await answer(event, suggestionAgreement)
			: null,
		undoable: await lastChange(event, undoableTopicChange)
	};
}

export const actions = {
	make: change((db, publication, form, actor) =>
		makeTopic(db, publication, topicWords(form), actor)
	),
	change: change((db, publication, form, actor) => {
		const said = { sent: topicWords(form), shown: shownIn(form) };
		return changeTopic(db, publication, idIn(form, 'topic'), said, actor);
	}),
	split: change((db, publication, form, actor) =>
		splitTopic(db, publication, idIn(form, 'topic'), topicWords(form), actor)
	),
	merge: change((db, publication, form, actor) =>
		mergeTopic(db, publication, idIn(form, 'topic'), idIn(form, 'into'), actor)
	),
	archive: change((db, publication, form, actor) =>
		archiveTopic(db, publication, idIn(form, 'topic'), !form.has('back'), actor)
	),
	threshold: change((db, publication, form, actor) =>
		changeSuggestFrom(db, publication, numberOf(form, 'from') / 100, actor)
	),
	assign: change((db, publication, form, actor) =>
		assignTopics(db, publication, { items: idsIn(form, 'item'), ...saidIn(form) }, actor)
	),
	undo: change((db, publication, form, actor) =>
		undoTopicChange(db, publication, actor, idIn(form, 'of'))
	)
};
