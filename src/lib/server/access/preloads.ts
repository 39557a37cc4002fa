/** A module that the page will ask for, as a header names it. */
const module = /^<([^>]+)>;[^,]*\brel="modulepreload"/;

/**
 * A page that names the modules it will ask for in its head, not in a header of its answer: of a large
 * page they are six thousand signs, and a proxy that is set up as it comes takes four thousand and sends
 * nobody anything (nginx: 502). Its style sheets are named there already; letters stay in the header.
 */
export function withShortHeader(response: Response): Response {
	const { headers, body, status, statusText } = response;
	const links = headers.get('link')?.split(', ') ?? [];
	const isPage = headers.get('content-type')?.startsWith('text/html') === true;
	if (!isPage || links.length === 0) return response;

	const short = new Headers(headers);
	const fonts = links.filter((link) => link.includes('as="font"'));
	if (fonts.length > 0) short.set('link', fonts.join(', '));
	else short.delete('link');
	if (!body) return new Response(null, { status, statusText, headers: short });

	const tags = links
		.flatMap((link) => module.exec(link)?.[1] ?? [])
		.map((path) => `<link rel="modulepreload" href="${path}">`)
		.join('');
	const length = headers.get('content-length');
	if (length !== null) short.set('content-length', String(Number(length) + tags.length));
	return new Response(body.pipeThrough(atEndOfHead(Buffer.from(tags))), {
		...{ status, statusText, headers: short }
	});
}

function atEndOfHead(tags: Buffer) {
	let isDone = false;
	return new TransformStream<Uint8Array, Uint8Array>({
		transform(chunk, controller) {
			const end = isDone ? -1 : Buffer.from(chunk).indexOf('</head>');
			if (end < 0) return controller.enqueue(chunk);
			isDone = true;
			controller.enqueue(Buffer.concat([chunk.subarray(0, end), tags, chunk.subarray(end)]));
		}
	});
}
