import { json } from '@sveltejs/kit';
import { m } from '#lib/messages/compiled/messages.js';
import { createFormats } from '#lib/messages/format.ts';
import { doubtWords } from '#lib/messages/card-words.ts';
import { words } from '#lib/messages/words.ts';
import { rejectWords } from '#lib/messages/reject-words.ts';
import { awaitedBy } from '#lib/server/figures/money/awaited.ts';
import { unshownOf } from '#lib/server/figures/money/unshown.ts';
import { previewPasted } from '#lib/server/ingest/questions/preview-pasted.ts';
import { uploadState } from '#lib/server/ingest/files/upload-state.ts';
import { readAbout } from '#lib/server/ingest/questions/read-about.ts';
import { idAsked } from '../../../../form.ts';
import { troubleReply } from '../../../../trouble-answers.ts';
import { answer } from '../../answer.ts';
import { pastedLines, unreadLines } from '../pasted-lines.ts';

/** How pasted rows would be read, as `?kind=` and maybe `?order=` say; nothing is stored. */
export async function POST(event) {
	const { locals, request, url } = event;
	const said = (name: string) => url.searchParams.get(name)?.trim() || null;
	try {
		const text = await request.text();
		const about = readAbout({
			kind: said('kind') ?? 'spend',
			order: said('order'),
			campaign: null,
			yes: false
		});
		const shown = await answer(event, async (db, publication, _, now) => {
			const order = about.order ?? null;
			const preview = await previewPasted(publication, text, { kind: about.kind!, order, now });
			// nobody's guess is imported: how they read is shown once that is said
			if (order === null && preview.doubts.some(({ code }) => code === 'orderAmbiguous'))
				return unreadLines(preview);
			const options = { locale: locals.language };
			const formats = createFormats(locals.language, 'UTC');
			const awaited = await awaitedBy(db, publication, preview.rows);
			return pastedLines(preview, formats, {
				currency: publication.currency,
				undated: m['ledger.paste.undated']({}, options),
				doubt: (doubt) => doubtWords(doubt, locals.language),
				why: (code) => rejectWords(code, locals.language),
				guaranteed: (n) => m['ledger.paste.guaranteed']({ n, number: formats.number(n) }, options),
				remarks: awaited.map((own) =>
					own.map(({ code, what }) => words(`ledger.paste.${code}`, { what }, locals.language))
				)
			});
		});
		return json(shown);
	} catch (cause) {
		return troubleReply(cause, locals.language);
	}
}

/**
 * Where rows that were pasted stand, by the number that they were given when they were sent, and those of
 * them that the ledger does not show as it is narrowed.
 */
export async function GET(event) {
	const id = idAsked(event.url, 'id') ?? 0;
	const state = await answer(event, async (db, publication, filters, now) => {
		const stands = await uploadState(db, publication, id);
		if (stands?.state !== 'done') return stands && { ...stands, outside: null };
		return { ...stands, outside: await unshownOf(db, publication, filters, now, stands.id) };
	});
	return json(state);
}
