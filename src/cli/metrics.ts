import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { jobCounts } from '#lib/server/figures/jobs.ts';
import type { Db } from '#lib/server/store/sql/open.ts';

// https://prometheus.io/docs/instrumenting/exposition_formats/

/** Upper bounds of how long answers take, in seconds. */
const BOUNDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts what a web process answers, and says it to a monitor that shows the token. */
// eslint-disable-next-line max-lines-per-function -- a closure: what is counted, and the one text that says it
export function metricsOf(token: string | undefined) {
	const delay = monitorEventLoopDelay({ resolution: 20 });
	if (token !== undefined) delay.enable();
	const answers = new Map<string, number>();
	const took = { buckets: BOUNDS.map(() => 0), count: 0, sum: 0 };

	function note(method: string, status: number, seconds: number) {
		const key = `method="${/^[A-Z]{3,7}$/.test(method) ? method : 'other'}",status="${status}"`;
		answers.set(key, (answers.get(key) ?? 0) + 1);
		took.count++;
		took.sum += seconds;
		BOUNDS.forEach((bound, i) => (took.buckets[i]! += seconds <= bound ? 1 : 0));
	}

	async function text(db: Db | null): Promise<string> {
		const jobs = db ? await jobCounts(db) : [];
		const { rss, heapUsed } = process.memoryUsage();
		return [
			...family('rubrique_http_requests_total', 'counter', 'Requests that were answered.', [
				...[...answers].map(([labels, n]): Sample => [labels, n])
			]),
			...family('rubrique_http_request_seconds', 'histogram', 'How long answers took.', [
				...BOUNDS.map((bound, i): Sample => [`le="${bound}"`, took.buckets[i]!, '_bucket']),
				['le="+Inf"', took.count, '_bucket'],
				['', took.sum, '_sum'],
				['', took.count, '_count']
			]),
			...family('rubrique_jobs', 'gauge', 'Work in the background, by kind and state.', [
				...jobs.map(({ kind, state, n }): Sample => [`kind="${kind}",state="${state}"`, n])
			]),
			...family('rubrique_database_up', 'gauge', 'Whether the database answers.', [
				['', db ? 1 : 0]
			]),
			...family('process_resident_memory_bytes', 'gauge', 'Memory of the web process.', [
				['', rss]
			]),
			...family('nodejs_heap_used_bytes', 'gauge', 'Heap of the web process.', [['', heapUsed]]),
			...family(
				'nodejs_eventloop_lag_p99_seconds',
				'gauge',
				'How long its event loop stood still.',
				[['', (Number.isFinite(delay.percentile(99)) ? delay.percentile(99) : 0) / 1e9]]
			),
			...family('process_uptime_seconds', 'gauge', 'Since when it runs.', [['', process.uptime()]]),
			''
		].join('\n');
	}

	return {
		/** Counts a request once it is answered. */
		observe({ method = '' }: IncomingMessage, response: ServerResponse) {
			const begun = performance.now();
			response.once('close', () =>
				note(method, response.statusCode, (performance.now() - begun) / 1000)
			);
		},

		/** @returns whether it was the question for metrics; without a token there is no such page */
		answer(request: IncomingMessage, response: ServerResponse, db: Db | null): boolean {
			if (token === undefined || (request.url ?? '').split('?')[0] !== '/metrics') return false;
			if (!isSame(request.headers.authorization, `Bearer ${token}`)) {
				response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
				return true;
			}
			const headers = {
				'content-type': 'text/plain; version=0.0.4; charset=utf-8',
				'cache-control': 'no-store'
			};
			text(db).then(
				(body) => response.writeHead(200, headers).end(body),
				// the database does not answer: what the process itself knows is told
				() => text(null).then((body) => response.writeHead(200, headers).end(body))
			);
			return true;
		}
	};
}

/** Labels, a value, and what is added to the family's name. */
type Sample = readonly [labels: string, value: number, suffix?: string];

function family(name: string, type: string, help: string, samples: readonly Sample[]): string[] {
	return [
		`# HELP ${name} ${help}`,
		`# TYPE ${name} ${type}`,
		...samples.map(
			([labels, value, suffix = '']) => `${name}${suffix}${labels && `{${labels}}`} ${value}`
		)
	];
}

function isSame(shown: string | undefined, right: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(shown ?? ''), digest(right));
}
