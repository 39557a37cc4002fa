import {
	annotate,
	removeAnnotation,
	undoableAnnotation,
	undoAnnotation
} from '#lib/server/editing/annotations.ts';
import { MOST_NOTE } from '#lib/server/derive/note-words.ts';
import { annotationFigures } from '#lib/server/figures/annotations.ts';
import { readAnnotations } from '#lib/server/ingest/read-annotations.ts';
import { choiceIn, idIn, textIn } from '../../../form.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { lastChange } from '../last-change.ts';

export async function load(event) {
	return {
		figures: await answer(event, (db, publication) => annotationFigures(db, publication)),
		undoable: await lastChange(event, undoableAnnotation),
		most: MOST_NOTE,
		// a change leads here with its day
		day: event.url.searchParams.get('day') ?? ''
	};
}

export const actions = {
	add: change((db, publication, form, actor) =>
		annotate(
			db,
			publication,
			[{ date: textIn(form, 'date') || null, text: textIn(form, 'text') }],
			actor
		)
	),
	several: change(
		async (db, publication, form, actor) => {
			const order = choiceIn(form, 'order', ['', 'dmy', 'mdy']);
			const file = form.get('file');
			const isFile = file instanceof File && file.size > 0;
			const { notes, rejected } = await readAnnotations(
				isFile ? file.name : 'notes.csv',
				isFile ? new Uint8Array(await file.arrayBuffer()) : textIn(form, 'rows'),
				order === '' ? null : order
			);
			return { rejected, ...(await annotate(db, publication, notes, actor)) };
		},
		['file']
	),
	remove: change((db, publication, form, actor) =>
		removeAnnotation(db, publication, idIn(form, 'id'), actor)
	),
	undo: change((db, publication, form, actor) =>
		undoAnnotation(db, publication, actor, idIn(form, 'of'))
	)
};
