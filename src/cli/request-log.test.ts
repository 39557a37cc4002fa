import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { loggedPath, requestLog } from './request-log.ts';

async function serving() {
	const lines: string[] = [];
	const log = requestLog(
		(line) => lines.push(line),
		() => new Date(0)
	);
	const server = createServer((request, response) => {
		log(request, response);
		response.writeHead(request.url === '/broken' ? 500 : 200).end(request.headers['x-request-id']);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	onTestFinished(() => void server.close());
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const ask = (path: string, headers = {}) => fetch(address + path, { headers });
	return { ask, lines };
}

test('a page or an error → one log line with the request’s id, without its query; a script → no line', async () => {
	const { ask, lines } = await serving();
	const answer = await ask('/p/letter/items?author=Zélie', { cookie: 'secret=1' });
	const id = answer.headers.get('x-request-id');
	expect(await answer.text()).toBe(id);
	await (await ask('/broken')).text();
	await (await ask('/_app/immutable/x.js')).text();
	while (lines.length < 2) await new Promise((soon) => setTimeout(soon, 5));
	expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
		{
			time: '1970-01-01T00:00:00.000Z',
			level: 'info',
			request: id,
			method: 'GET',
			path: '/p/letter/items',
			status: 200,
			ms: expect.any(Number)
		},
		expect.objectContaining({ level: 'error', path: '/broken', status: 500 })
	]);
});

test('a request id that a proxy gives → kept; one that is no id → replaced', async () => {
	const { ask } = await serving();
	const named = async (given: string) =>
		(await ask('/', { 'x-request-id': given })).headers.get('x-request-id');
	expect(await named('0123456789abcdef')).toBe('0123456789abcdef');
	expect(await named('<script>alert(1)</script>')).toMatch(/^[\w-]{36}$/);
});

test('a path that opens a shared link, or one with a query → logged without either', () => {
	expect(loggedPath('/s/abcdefghijklmnopqrst/report.pdf?x=1')).toBe('/s/*/report.pdf');
	expect(loggedPath('/password?token=abc')).toBe('/password');
});
