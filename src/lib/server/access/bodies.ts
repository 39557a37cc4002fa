/** What a form holds at most, in bytes. */
const FORM = 64 * 1024;

/** A logo and the form around it; how large a logo may be is said where it is drawn. */
const LOGO = 2 ** 20 + FORM;

/** An issue pasted into a page, which is text: what is larger is given as a file. */
export const MOST_PASTED = 5_000_000;

/** Files in a form, as a browser without scripts sends them: they are held in memory, and no larger than that. */
export const MOST_IN_FORM = 50_000_000;

/** Routes that stream a file to disk; what lies there is bounded by the quota of the spool. */
const UPLOADS: readonly (string | null)[] = ['/p/[publication]/imports/upload', '/api/imports'];

/** How many bytes a request may bring to a route, whoever sends it. */
export function mostBytes(route: string | null, url: URL): number {
	if (UPLOADS.includes(route)) return url.searchParams.has('pasted') ? MOST_PASTED : Infinity;
	if (route === '/p/[publication]/drafts' && url.searchParams.has('/try'))
		return MOST_PASTED + FORM;
	if (route === '/p/[publication]/imports' && url.searchParams.has('/give'))
		return MOST_IN_FORM + FORM;
	return route === '/p/[publication]/settings' && url.searchParams.has('/logo') ? LOGO : FORM;
}

/**
 * A request that brings no more than so many bytes. What says that it is larger is refused before it
 * is read; what does not say is cut where it becomes larger.
 *
 * @param tooLarge makes the error with which whoever reads on is told
 * @throws what `tooLarge` makes
 */
export function bounded(request: Request, most: number, tooLarge: () => Error): Request {
	if (!request.body || most === Infinity) return request;
	const said = request.headers.get('content-length');
	if (said !== null) {
		// the server reads no further than that
		if (Number(said) <= most) return request;
		throw tooLarge();
	}

	let bytes = 0;
	const reader = (request.body as ReadableStream<Uint8Array>).getReader();
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const { done, value } = await reader.read();
			bytes += value?.length ?? 0;
			// what comes after is left unread: cancelled, it would take the connection of the answer with it
			if (bytes > most) controller.error(tooLarge());
			else if (done) controller.close();
			else controller.enqueue(value);
		}
	});
	return new Request(request, { body, duplex: 'half' } as RequestInit);
}
