import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { open } from '#lib/server/store/sql/open.ts';
import { metricsOf } from './metrics.ts';

async function serving(token: string | undefined) {
	const db = await open(':memory:');
	await db.$client.execute(
		`INSERT INTO job (kind, state, made_at, next_at) VALUES ('import', 'waiting', 0, 0), ('import', 'waiting', 0, 0)`
	);
	const metrics = metricsOf(token);
	const server = createServer((request, response) => {
		metrics.observe(request, response);
		if (!metrics.answer(request, response, db)) response.writeHead(404).end();
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	onTestFinished(() => void server.close());
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return (path: string, shown?: string) =>
		fetch(address + path, shown === undefined ? {} : { headers: { authorization: shown } });
}

test('a monitor with the token → counts of requests and jobs in the metrics format, nothing personal', async () => {
	const ask = await serving('s3cret');
	await ask('/p/letter?who=ana@example.org');
	await ask('/p/letter');
	const answer = await ask('/metrics', 'Bearer s3cret');
	const text = await answer.text();
	expect(answer.headers.get('content-type')).toContain('version=0.0.4');
	expect(text).toContain('rubrique_http_requests_total{method="GET",status="404"} 2');
	expect(text).toContain('rubrique_http_request_seconds_count 2');
	expect(text).toContain('rubrique_jobs{kind="import",state="waiting"} 2');
	expect(text).not.toMatch(/ana|letter/);
	// every line is as the format wants it
	const line = /^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+)$/;
	expect(
		text
			.trimEnd()
			.split('\n')
			.filter((one) => !line.test(one))
	).toEqual([]);
});

test('metrics asked for without the right token → 401; no token configured → 404', async () => {
	const ask = await serving('s3cret');
	expect((await ask('/metrics')).status).toBe(401);
	expect((await ask('/metrics', 'Bearer s3cre')).status).toBe(401);
	expect((await (await serving(undefined))('/metrics', 'Bearer ')).status).toBe(404);
});
