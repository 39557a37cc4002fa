import { error, json } from '@sveltejs/kit';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { takeUpload } from '#lib/server/ingest/upload.ts';
import { troubleWords } from '#lib/messages/words.ts';
import { Trouble } from '#lib/trouble.ts';

type Upload = { locals: App.Locals; url: URL; request: Request };

/**
 * Takes one file as the body of a request, streamed to disk; the import goes on after the answer,
 * which says under which id.
 */
export async function takeBody({ locals, url, request }: Upload, slug: string): Promise<Response> {
	const name = url.searchParams.get('name')?.split(/[/\\]/).at(-1)?.trim();
	if (!name || !request.body) error(400);

	try {
		const publication = await publicationOf(locals.db, slug);
		const by = locals.visitor.kind === 'member' ? locals.visitor.id : null;
		const complete = url.searchParams.get('complete') === '1';
		const terms = { data: locals.data, by, now: Date.now(), complete };
		// Node's streams can be read so, which the types of browsers do not say
		const body = request.body as unknown as AsyncIterable<Uint8Array>;
		return json(await takeUpload(locals.db, publication, name, body, terms), { status: 202 });
	} catch (cause) {
		if (!(cause instanceof Trouble)) throw cause;
		const message = troubleWords(cause.code, cause.details, locals.language);
		return json({ code: cause.code, message }, { status: cause.kind === 'missing' ? 404 : 422 });
	}
}
