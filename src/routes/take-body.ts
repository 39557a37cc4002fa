import { Readable } from 'node:stream';
import { error, json } from '@sveltejs/kit';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { readAbout } from '#lib/server/ingest/questions/read-about.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { accountOf } from '#lib/server/access/may.ts';
import { troubleReply } from './trouble-answers.ts';

/** Values of a parameter that is there to say yes or no: given alone, it says yes. */
const NO = ['0', 'false', 'no'];

function saysYes(params: URLSearchParams, name: string): boolean {
	return params.has(name) && !NO.includes(params.get(name) ?? '');
}

/**
 * What an address says of how its file is to be read, by the names of the command's options.
 *
 * @throws {Trouble} badKind, badOrder, badZone
 */
function aboutIn(params: URLSearchParams) {
	const said = (name: string) => params.get(name)?.trim() || null;
	return readAbout({
		kind: said('kind'),
		order: said('order'),
		zone: said('zone'),
		campaign: said('campaign'),
		yes: saysYes(params, 'yes')
	});
}

type Upload = { locals: App.Locals; url: URL; request: Request };

/** @property again whether a file that was undone is read again: a person wants it back, a script may send all it has */
type How = { again: boolean };

/**
 * Takes one file as the body of a request, streamed to disk; the import goes on after the answer,
 * which says under which id.
 */
export async function takeBody(
	{ locals, url, request }: Upload,
	slug: string,
	{ again }: How
): Promise<Response> {
	const name = url.searchParams.get('name')?.split(/[/\\]/).at(-1)?.trim();
	if (!name) error(400);

	try {
		const publication = await publicationOf(locals.db, slug);
		const by = accountOf(locals.visitor);
		const complete = saysYes(url.searchParams, 'complete');
		const size = Number(request.headers.get('content-length')) || 0;
		const { data, spool: quota } = locals;
		const about = { ...aboutIn(url.searchParams), ...(again && { again }) };
		const terms = { data, by, now: Date.now(), complete, about, quota, size };
		// an empty file has no body: its import says that it is empty
		const body = request.body ? left(request.body) : Readable.from([]);
		return json(await takeUpload(locals.db, publication, name, body, terms), { status: 202 });
	} catch (cause) {
		return troubleReply(cause, locals.language);
	}
}

/**
 * A body that is left where nobody reads on, as where the disk is full: cancelled, it would take the connection
 * of the answer with it, and a browser would know of no reason.
 */
function left(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
	return body.values({ preventCancel: true });
}
