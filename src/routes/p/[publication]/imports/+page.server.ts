import { fail } from '@sveltejs/kit';
import type { RequestEvent } from './$types';
import { importFigures, receiptFigures } from '#lib/server/figures/imports.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { answerQuestion, leaveOut } from '#lib/server/ingest/answer-question.ts';
import { declareComplete } from '#lib/server/ingest/declare-complete.ts';
import { questionOf } from '#lib/server/ingest/question.ts';
import { readSpooledRejects } from '#lib/server/ingest/reject-file.ts';
import { askAgain, askUndo, spoolFolder } from '#lib/server/ingest/upload.ts';
import { Trouble } from '#lib/trouble.ts';
import { mayTakeWhole } from './may-take-whole.ts';
import { offered } from '../../publication-form.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { readAnswer } from './map-form.ts';

export async function load(event) {
	const asked = Number(event.url.searchParams.get('import'));
	const { imports, missing, settling } = await answer(event, importFigures);
	const chosen =
		imports.find(({ id }) => id === asked) ??
		imports.find(({ state }) => state === 'question') ??
		imports.find(({ state }) => state === 'done');

	const receipt = chosen
		? await answer(event, (db, publication) => receiptFigures(db, publication, chosen.id))
		: null;
	const question =
		chosen?.state === 'question'
			? await answer(event, (db, publication) => questionOf(db, publication, chosen.id))
			: null;

	const rejects = chosen && chosen.rejected > 0 && mayTakeWhole(event.locals.visitor);
	const whole = rejects
		? (await readSpooledRejects(spoolFolder(event.locals.data), chosen.id)) !== null
		: false;

	return {
		imports,
		missing,
		settling,
		receipt,
		question,
		whole,
		zones: question ? offered().zones : []
	};
}

type Verb = (
	db: App.Locals['db'],
	publication: Publication,
	id: number,
	form: FormData
) => Promise<void>;

/** An action on one import, named by the form; foreseen trouble comes back to the page. */
function on(verb: Verb) {
	return async ({ locals, params, request }: RequestEvent) => {
		const form = await request.formData();
		try {
			const publication = await publicationOf(locals.db, params.publication);
			await verb(locals.db, publication, Number(form.get('import')), form);
		} catch (cause) {
			if (!(cause instanceof Trouble)) throw cause;
			return fail(422, { trouble: { code: cause.code, details: cause.details } });
		}
	};
}

export const actions = {
	undo: on((db, publication, id, form) => askUndo(db, publication, id, form.has('whole'))),
	again: on((db, publication, id) => askAgain(db, publication, id)),
	map: on((db, publication, id, form) => answerQuestion(db, publication, id, readAnswer(form))),
	complete: change((db, publication, form, actor) =>
		declareComplete(db, publication, Number(form.get('import')), form.has('complete'), actor)
	),
	leave: on((db, publication, id) => leaveOut(db, publication, id, Date.now()))
};
