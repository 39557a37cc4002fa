import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Db } from '#lib/server/store/sql/open.ts';

/** How far a web process is: it answers from its first moment on, pages come later. */
export type Stage = 'starting' | 'serving' | 'stopping';

/**
 * Answers what whoever watches over a program asks, and nothing of what is in it: `/health`, whether
 * the process is alive, at any stage; `/ready`, whether pages may be asked for, with the database they
 * come from. These are 200 or 503, and of no interest to caches.
 *
 * @returns whether it was such a question
 */
export function answerHealth(
	{ method, url }: Pick<IncomingMessage, 'method' | 'url'>,
	response: ServerResponse,
	{ stage, db }: { stage: Stage; db: Db }
): boolean {
	const [path] = (url ?? '').split('?');
	if ((method !== 'GET' && method !== 'HEAD') || (path !== '/health' && path !== '/ready'))
		return false;

	const say = (status: 200 | 503, body: object) => {
		response.writeHead(status, {
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'no-store'
		});
		response.end(method === 'HEAD' ? undefined : JSON.stringify(body));
	};
	if (path === '/health') say(200, { status: stage });
	else if (stage !== 'serving') say(503, { status: stage });
	else
		db.$client
			.execute('SELECT 1')
			.then(() => say(200, { status: 'ready' }))
			.catch(() => say(503, { status: 'noDatabase' }));
	return true;
}
