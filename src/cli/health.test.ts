import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerHealth, type Stage } from './health.ts';
import type { Db } from '#lib/server/store/sql/open.ts';

let stage: Stage = 'starting';
let address = '';
const $client = createClient({ url: ':memory:' });
const server = createServer((request, response) => {
	const db = { $client } as unknown as Db;
	if (!answerHealth(request, response, { stage, share: 0.3, db })) response.writeHead(404).end();
});

beforeAll(async () => {
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const asked = async (path: string, method = 'GET') => {
	const answer = await fetch(address + path, { method });
	return [answer.status, await answer.text()];
};

test('at each stage → alive, and ready only while pages are served', async () => {
	expect(await asked('/health')).toEqual([200, '{"status":"starting"}']);
	expect(await asked('/ready')).toEqual([503, '{"status":"starting"}']);
	stage = 'migrating';
	expect(await asked('/health')).toEqual([200, '{"status":"migrating 30 %"}']);
	expect(await asked('/ready')).toEqual([503, '{"status":"migrating 30 %"}']);
	stage = 'serving';
	expect(await asked('/health?from=proxy')).toEqual([200, '{"status":"serving"}']);
	expect(await asked('/ready')).toEqual([200, '{"status":"ready"}']);
	expect(await asked('/ready', 'HEAD')).toEqual([200, '']);
	stage = 'stopping';
	expect(await asked('/ready')).toEqual([503, '{"status":"stopping"}']);
});

test('a database that is gone → alive, and not ready; what asks for something else is answered elsewhere', async () => {
	stage = 'serving';
	$client.close();
	expect((await asked('/health'))[0]).toBe(200);
	expect(await asked('/ready')).toEqual([503, '{"status":"noDatabase"}']);
	for (const [path, method] of [
		['/health', 'POST'],
		['/healthy', 'GET'],
		['/', 'GET']
	] as const)
		expect((await asked(path, method))[0]).toBe(404);
});
