import * as v from 'valibot';
import { annotate, removeAnnotation } from '#lib/server/editing/annotations.ts';
import { annotationFigures } from '#lib/server/figures/annotations.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { Trouble } from '#lib/trouble.ts';
import { isId } from '../../../../form.ts';
import { parameterOf } from '../../../only-known.ts';
import { said } from '../../../said.ts';

const DAYS = ['from', 'to'];

const note = v.strictObject({
	date: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40))), null),
	text: v.pipe(v.string(), v.maxLength(2000))
});
const Given = v.union([note, v.pipe(v.array(note), v.maxLength(1000))]);

/** Notes on days, and changes that none of them explains; `from` and `to` narrow them. */
export function GET(event) {
	return said(event, async () => undefined, notesOf(event.url), DAYS);
}

/** Keeps a note, or several; answers with all of them. */
export function POST(event) {
	return said(
		event,
		async (db, publication, actor) => {
			const read = v.safeParse(Given, await event.request.json().catch(() => null));
			if (!read.success) throw new Trouble('badBody');
			await annotate(db, publication, [read.output].flat(), actor);
		},
		notesOf(event.url),
		DAYS
	);
}

/** Removes the note whose number `id` says; answers with those left. */
export function DELETE(event) {
	return said(
		event,
		async (db, publication, actor) => {
			const given = parameterOf(event.url, 'id');
			if (!isId(given)) throw new Trouble('badNumber', { given: given.slice(0, 40) });
			await removeAnnotation(db, publication, Number(given), actor);
		},
		notesOf(event.url),
		['id', ...DAYS]
	);
}

/** The notes of the days that an address asks for. */
function notesOf({ searchParams }: URL) {
	const days = { from: searchParams.get('from'), to: searchParams.get('to') };
	return (db: App.Locals['db'], publication: Publication) =>
		annotationFigures(db, publication, days);
}
