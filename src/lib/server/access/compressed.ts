/** What is text, and shrinks to a fifth or a tenth of its size. */
const shrinks =
	/^(?:text\/(?!event-stream)|application\/(?:json|javascript|xml|[\w.-]+\+(?:json|xml))|image\/svg)/i;

/** Less than this, in bytes, is sent as it is: it would fit in one packet either way. */
const least = 1024;

/**
 * An answer as its asker takes it: text that is asked for by a browser travels compressed. What is
 * compressed already, or is told bit by bit, goes as it is.
 */
export function compressed(request: Request, response: Response): Response {
	const { headers, body, status } = response;
	if (!body || request.method === 'HEAD' || headers.has('content-encoding')) return response;
	if (!shrinks.test(headers.get('content-type') ?? '')) return response;
	if (/no-transform/.test(headers.get('cache-control') ?? '')) return response;

	const told = new Headers(headers);
	told.append('vary', 'accept-encoding');
	const size = headers.get('content-length');
	if (!takesGzip(request) || (size !== null && Number(size) < least))
		return new Response(body, { status, statusText: response.statusText, headers: told });

	told.set('content-encoding', 'gzip');
	told.delete('content-length');
	// the same words in other bytes
	const etag = told.get('etag');
	if (etag && !etag.startsWith('W/')) told.set('etag', `W/${etag}`);
	const packed = body.pipeThrough(new CompressionStream('gzip') as TransformStream);
	return new Response(packed, { status, statusText: response.statusText, headers: told });
}

function takesGzip(request: Request): boolean {
	const taken = request.headers.get('accept-encoding') ?? '';
	return taken.split(',').some((one) => {
		const [name = '', quality = ''] = one.split(';');
		return /^\s*(?:gzip|\*)\s*$/i.test(name) && !/q=0(?:\.0*)?\s*$/i.test(quality);
	});
}
