import { json } from '@sveltejs/kit';
import { previewQuestion } from '#lib/server/ingest/questions/preview-question.ts';
import { formOf, idIn } from '../../../../form.ts';
import { answer } from '../../answer.ts';
import { mayTakeWhole } from '../may-take-whole.ts';
import { readAnswer } from '../map-form.ts';
import { saidPreview } from '../said-preview.ts';

/** What a file that waits would become, read as the form says; values of people only to those who may see them. */
export async function POST(event) {
	const form = await formOf(event);
	return json(
		await answer(event, async (db, publication, _, now) => {
			const whole = form.has('whole') && mayTakeWhole(event.locals.visitor, publication);
			const { inbox, language } = event.locals;
			const options = { now, whole, inbox };
			const id = idIn(form, 'import');
			return saidPreview(
				await previewQuestion(db, publication, id, readAnswer(form), options),
				language
			);
		})
	);
}
