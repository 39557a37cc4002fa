import { error, json } from '@sveltejs/kit';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { takeUpload } from '#lib/server/ingest/upload.ts';
import { troubleWords } from '#lib/messages/words.ts';
import { Trouble } from '#lib/trouble.ts';

/** Takes one file as the body of a request, streamed to disk; the import goes on after the answer. */
export async function POST({ locals, params, url, request }) {
	const name = url.searchParams.get('name')?.split(/[/\\]/).at(-1)?.trim();
	if (!name || !request.body) error(400);

	const publication = await publicationOf(locals.db, params.publication);
	try {
		const by = locals.visitor.kind === 'member' ? locals.visitor.id : null;
		const terms = { data: locals.data, by, now: Date.now() };
		// Node's streams can be read so, which the types of browsers do not say
		const body = request.body as unknown as AsyncIterable<Uint8Array>;
		return json(await takeUpload(locals.db, publication, name, body, terms), { status: 202 });
	} catch (cause) {
		if (!(cause instanceof Trouble)) throw cause;
		const message = troubleWords(cause.code, cause.details, locals.language);
		return json({ code: cause.code, message }, { status: 422 });
	}
}
