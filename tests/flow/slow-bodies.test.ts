import {
	Agent,
	createServer,
	request as ask,
	type ClientRequest,
	type IncomingMessage,
	type Server
} from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cutSlowBodies } from '../../src/cli/slow-bodies.ts';

const upload = '/api/imports?name=a.csv';

let server: Server;
let now: number;
let look: () => void;
/** how often something arrived */
let arrived: number;
let heard: () => void;

beforeEach(async () => {
	[now, arrived, heard] = [0, 0, () => {}];
	server = createServer((request, response) => {
		if (request.url === '/refused') response.writeHead(413).end('no');
		else if (request.url === '/unread') {
			// begun to be read, as by whoever makes a stream of it, and then left
			request.once('data', () => {
				request.pause();
				response.writeHead(413).end('no');
			});
		} else
			request
				.on('error', () => {})
				.on('data', () => {
					arrived += 1;
					heard();
				})
				.on('end', () => response.end('done'));
	});
	look = cutSlowBodies(server, () => now);
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});

afterEach(() => {
	server.closeAllConnections();
	server.close();
});

function begin(path: string, headers: Record<string, string> = {}) {
	const { port } = server.address() as AddressInfo;
	const asking = ask({ port, host: '127.0.0.1', path, method: 'POST', headers });
	const answered = new Promise<number | undefined>((resolve) => {
		asking.on('response', ({ statusCode }) => resolve(statusCode));
		asking.on('error', () => resolve(undefined));
	});
	return { asking, answered };
}

/** Sends a piece, and waits until it is there. */
async function send(asking: ClientRequest) {
	const there = new Promise<void>((resolve) => (heard = resolve));
	asking.write('x'.repeat(100));
	await there;
}

test('an upload that keeps moving → not cut, however long it takes', async () => {
	const { asking, answered } = begin(upload);
	for (let minute = 0; minute < 20; minute++) {
		await send(asking);
		now += 59_000;
		look();
	}
	asking.end();
	expect(await answered).toBe(200);
	expect(arrived).toBeGreaterThanOrEqual(20);
});

test('an upload that stands still for a minute → cut with 408', async () => {
	const { asking, answered } = begin(upload, { 'content-length': '1000' });
	await send(asking);
	look();
	now += 61_000;
	look();
	expect(await answered).toBe(408);
});

test('a form that trickles in for five minutes → cut with 408', async () => {
	const { asking, answered } = begin('/account?/password');
	for (let minute = 0; minute < 6; minute++) {
		await send(asking);
		look();
		now += 55_000;
	}
	look();
	expect(await answered).toBe(408);
});

test('a client that sends on after a refusal → reads the refusal, then the connection is closed', async () => {
	const { asking, answered } = begin('/refused');
	const closed = once(asking, 'close');
	asking.write('x');
	const [response] = (await once(asking, 'response')) as [IncomingMessage];
	expect(response.statusCode).toBe(413);
	response.resume();
	await answered;
	await closed;
});

test('a body that is a little too large → read to its end after the refusal, the connection kept', async () => {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const { port } = server.address() as AddressInfo;
	const sockets = new Set();
	for (let round = 0; round < 3; round++) {
		const asking = ask({ port, host: '127.0.0.1', path: '/unread', method: 'POST', agent });
		asking.end('x'.repeat(300_000));
		const [response] = (await once(asking, 'response')) as [IncomingMessage];
		expect(response.statusCode).toBe(413);
		sockets.add(asking.socket);
		await once(response.resume(), 'end');
	}
	agent.destroy();
	expect(sockets.size).toBe(1);
});

test('a request without a body → waits for its answer as long as it takes', async () => {
	const { port } = server.address() as AddressInfo;
	const asking = ask({ port, host: '127.0.0.1', path: '/slow' });
	const answer = once(asking, 'response') as Promise<[IncomingMessage]>;
	asking.end();
	now += 3_600_000;
	look();
	expect((await answer)[0].statusCode).toBe(200);
});
