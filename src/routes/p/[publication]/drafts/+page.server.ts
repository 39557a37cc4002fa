import { MOST_PASTED } from '#lib/server/access/bodies.ts';
import { forecastFigures } from '#lib/server/forecast/forecasts.ts';
import { lookBackFigures } from '#lib/server/forecast/look-back.ts';
import { makeForecast } from '#lib/server/forecast/try-draft.ts';
import { typedCount } from '#lib/plain-text.ts';
import { Trouble } from '#lib/trouble.ts';
import { textIn } from '../../../form.ts';
import { answer } from '../answer.ts';
import { change } from '../change.ts';
import { goOn } from '../go-on.ts';

export async function load(event) {
	const figures = await answer(event, forecastFigures);
	// takes some seconds the first time: the page does not wait for it
	const lookBack = answer(event, lookBackFigures);
	lookBack.catch(() => {});
	// an answer in pieces has no status of its own, and a form that was refused has to have one
	const isForm = event.request.method === 'POST';
	return { ...figures, lookBack: isForm ? await lookBack : lookBack, most: MOST_PASTED };
}

export const actions = {
	try: (event) =>
		change(
			async (db, publication, form, actor) => {
				const raw = await draftIn(form);
				const given = { delivered: deliveredIn(form) };
				const { kept, notYet, issues } = await makeForecast(db, publication, raw, given, actor);
				if (kept) goOn(event, `/drafts/${kept.id}`);
				return { notYet: notYet!, issues };
			},
			['file']
		)(event)
};

/** A draft as a file, else as it was pasted: as HTML where the clipboard held it, which keeps its links. */
async function draftIn(form: FormData) {
	const file = form.get('file');
	if (file instanceof File && file.size > 0)
		return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
	const html = textIn(form, 'html');
	const text = textIn(form, 'draft');
	const markup = html || (/^\s*<(!doctype|html|body|table|div|h\d|p)\b/i.test(text) ? text : '');
	if (!markup && !text) throw new Trouble('noDraft');
	const name = markup ? 'draft.html' : 'draft.md';
	return { name, bytes: new TextEncoder().encode(markup || text) };
}

/** @throws {Trouble} badCount */
function deliveredIn(form: FormData): number | null {
	const given = textIn(form, 'delivered');
	if (given === '') return null;
	const count = typedCount(given);
	if (!count) throw new Trouble('badCount', { given: given.slice(0, 40), field: 'delivered' });
	return count;
}
