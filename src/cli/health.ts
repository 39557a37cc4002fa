import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Db } from '#lib/server/store/sql/open.ts';

/** How far a web process is: it answers from its first moment on, pages come later. */
export type Stage = 'starting' | 'migrating' | 'serving' | 'stopping';

/** `share`: how far a migration is, 0..1; without a database nothing is ready. */
export type Health = { stage: Stage; share?: number; db: Db | null };

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
	{ stage, share = 0, db }: Health
): boolean {
	const [path] = (url ?? '').split('?');
	if ((method !== 'GET' && method !== 'HEAD') || (path !== '/health' && path !== '/ready'))
		return false;

	const answer = (status: 200 | 503, body: object) => {
		response.writeHead(status, {
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'no-store'
		});
		response.end(method === 'HEAD' ? undefined : JSON.stringify(body));
	};
	const status = stage === 'migrating' ? `migrating ${Math.round(100 * share)} %` : stage;
	if (path === '/health') answer(200, { status });
	else if (stage !== 'serving' || !db) answer(503, { status });
	else
		db.$client
			.execute('SELECT 1')
			.then(() => answer(200, { status: 'ready' }))
			.catch(() => answer(503, { status: 'noDatabase' }));
	return true;
}
