import * as v from 'valibot';
import { addPack, keepTopics } from '#lib/server/editing/own-topics.ts';
import { undoableTopicChange, undoTopicChange } from '#lib/server/editing/topic-history.ts';
import { editableProposals } from '#lib/server/figures/content/topic-proposals.ts';
import { Trouble } from '#lib/trouble.ts';
import { idIn, textIn } from '../../../../form.ts';
import { answer } from '../../answer.ts';
import { change } from '../../change.ts';
import { lastChange } from '../../last-change.ts';

const Kept = v.pipe(
	v.array(
		v.object({
			name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
			words: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(200)),
			ids: v.array(v.number())
		})
	),
	v.maxLength(200)
);

export async function load(event) {
	return {
		figures: await answer(event, editableProposals),
		undoable: await lastChange(event, undoableTopicChange)
	};
}

export const actions = {
	keep: change(async (db, publication, form, actor) => {
		const kept = keptIn(textIn(form, 'topics'));
		await keepTopics(db, publication, kept, actor);
		return { kept: kept.length };
	}),
	pack: change((db, publication, form, actor) =>
		addPack(db, publication, textIn(form, 'pack'), actor)
	),
	undo: change((db, publication, form, actor) =>
		undoTopicChange(db, publication, actor, idIn(form, 'of'))
	)
};

/** @throws {Trouble} badForm */
function keptIn(text: string) {
	try {
		return v.parse(Kept, JSON.parse(text));
	} catch {
		throw new Trouble('badForm');
	}
}
