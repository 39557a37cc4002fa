import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';

/** The header by which a request is told apart, in what a proxy writes down and in what we do. */
export const REQUEST_ID = 'x-request-id';

/** What is the same in every build, and asked for by the dozen. */
const ASSETS = /^\/_app\//;

/**
 * Gives every request a name of its own, or keeps the one that a proxy gave it, and writes one line of
 * JSON for each answer where that is wished. No line holds a person: neither who asks nor from where,
 * no query, and of a shared link not what opens it.
 */
export function requestLog(write: ((line: string) => void) | null, now = () => new Date()) {
	return (request: IncomingMessage, response: ServerResponse) => {
		const given = request.headers[REQUEST_ID];
		const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
		request.headers[REQUEST_ID] = id;
		response.setHeader(REQUEST_ID, id);

		const path = loggedPath(request.url ?? '');
		if (write === null || ASSETS.test(path)) return;
		const begun = performance.now();
		const { method } = request;
		response.once('close', () => {
			const ms = Math.round(performance.now() - begun);
			const { statusCode: status, writableFinished: whole } = response;
			const said = { time: now().toISOString(), level: status >= 500 ? 'error' : 'info' };
			write(
				JSON.stringify({
					...said,
					request: id,
					method,
					path,
					status,
					ms,
					...(!whole && { cut: true })
				})
			);
		});
	};
}

/** @internal for tests */
export function loggedPath(url: string): string {
	const [path = ''] = url.split('?');
	return path.replace(/^\/s\/[^/]+/, '/s/*').slice(0, 200);
}
