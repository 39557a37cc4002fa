import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { annotate, removeAnnotation } from '#lib/server/desk/annotations.ts';
import { annotationFigures } from '#lib/server/figures/annotations.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { Trouble } from '#lib/trouble.ts';
import { isId } from '../../../../form.ts';
import { troubleReply } from '../../../../status.ts';

const note = v.strictObject({
	date: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40))), null),
	text: v.pipe(v.string(), v.maxLength(2000))
});
const Given = v.union([note, v.pipe(v.array(note), v.maxLength(1000))]);

/** Notes on days, and changes that none of them explains; `from` and `to` narrow them. */
export function GET(event) {
	return answered(event, async () => {});
}

/** Keeps a note, or several; answers with all of them. */
export function POST(event) {
	return answered(event, async (db, publication, actor) => {
		const read = v.safeParse(Given, await event.request.json().catch(() => null));
		if (!read.success) throw new Trouble('badForm');
		await annotate(db, publication, [read.output].flat(), actor);
	});
}

/** Removes the note whose number `id` says; answers with those left. */
export function DELETE(event) {
	return answered(event, async (db, publication, actor) => {
		const given = event.url.searchParams.get('id') ?? '';
		if (!isId(given)) throw new Trouble('badNumber', { given: given.slice(0, 40) });
		await removeAnnotation(db, publication, Number(given), actor);
	});
}

type Asked = { locals: App.Locals; params: { publication: string }; url: URL };
type Change = (
	db: App.Locals['db'],
	publication: Awaited<ReturnType<typeof publicationOf>>,
	actor: { by: string | null; now: number }
) => Promise<void>;

async function answered(
	{ locals: { db, language, visitor }, params, url }: Asked,
	change: Change
): Promise<Response> {
	try {
		const publication = await publicationOf(db, params.publication);
		const by = visitor.kind === 'member' ? visitor.id : null;
		await change(db, publication, { by, now: Date.now() });
		const days = { from: url.searchParams.get('from'), to: url.searchParams.get('to') };
		return json(await annotationFigures(db, publication, days));
	} catch (cause) {
		return troubleReply(cause, language);
	}
}
