import { json } from '@sveltejs/kit';
import { m } from '#lib/messages/compiled/messages.js';
import { createFormats } from '#lib/messages/format.ts';
import { doubtWords } from '#lib/messages/card-words.ts';
import { rejectWords } from '#lib/messages/reject-words.ts';
import { likelyOrder, previewPasted } from '#lib/server/ingest/questions/preview-pasted.ts';
import { readAbout } from '#lib/server/ingest/questions/read-about.ts';
import { troubleReply } from '../../../../status.ts';
import { answer } from '../../answer.ts';
import { pastedLines } from '../pasted-lines.ts';

/** How pasted rows would be read, as `?kind=` and maybe `?order=` say; nothing is stored. */
export async function POST(event) {
	const { locals, request, url } = event;
	const said = (name: string) => url.searchParams.get(name)?.trim() || null;
	try {
		const text = await request.text();
		const about = readAbout({
			...{ kind: said('kind') ?? 'spend', order: said('order') },
			...{ campaign: null, yes: false }
		});
		const shown = await answer(event, async (_db, publication, _, now) => {
			const order = about.order ?? null;
			const preview = await previewPasted(publication, text, { kind: about.kind!, order, now });
			const asks = order === null && preview.doubts.some(({ code }) => code === 'orderAmbiguous');
			// a guess is shown as what it would make of the rows, and can be changed before they are stored
			const guess = asks ? likelyOrder(publication) : order;
			const guessed = asks
				? await previewPasted(publication, text, { kind: about.kind!, order: guess, now })
				: preview;
			const formats = createFormats(locals.language, 'UTC');
			return pastedLines(guessed, formats, {
				currency: publication.currency,
				undated: m['ledger.paste.undated']({}, { locale: locals.language }),
				doubt: (doubt) => doubtWords(doubt, locals.language),
				why: (code) => rejectWords(code, locals.language)
			});
		});
		return json(shown);
	} catch (cause) {
		return troubleReply(cause, locals.language);
	}
}
