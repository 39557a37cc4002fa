import { connect } from 'node:net';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookiesOf } from './browser.ts';
import { dealt } from '../combinations.ts';
import { folder, rubrique, started, type Running } from './program.ts';

const data = folder();
const env = {
	RUBRIQUE_DATA: join(data, 'data'),
	ADDRESS_HEADER: 'x-forwarded-for',
	RUBRIQUE_SPOOL_GB: '0.000001'
};
let program: Running;
let password: string;
let cookie: string;

beforeAll(async () => {
	const where = { here: folder(), env };
	const made = await rubrique(
		['user', 'add', 'ana@example.org', '--role', 'admin', '--json'],
		where
	);
	password = (JSON.parse(made.out) as { password: string }).password;
	program = await started(where);
	const answer = await signIn(password, '192.0.2.1');
	cookie = cookiesOf(answer);
	const words = { name: 'Own', slug: 'own', language: 'en', currency: 'EUR', zone: 'UTC' };
	await post('/p/new', words);
});

afterAll(() => program?.stop());

function post(path: string, filled: Record<string, string>, headers: Record<string, string> = {}) {
	return fetch(`${program.address}${path}`, {
		method: 'POST',
		redirect: 'manual',
		body: new URLSearchParams(filled),
		headers: { accept: 'text/html', origin: program.address, cookie, ...headers }
	});
}

const signIn = (typed: string, from: string, held = '', email = 'ana@example.org') =>
	post('/sign-in', { email, password: typed }, { cookie: held, 'x-forwarded-for': from });

test('wrong passwords from one address → slowed down, and nobody else is kept out', async () => {
	let refused = await signIn('wrong horse', '198.51.100.9');
	expect(refused.status).toBe(400);
	// the wait doubles with each try that was taken: in the end it is longer than a slow machine takes
	while (refused.status === 400) refused = await signIn('wrong horse', '198.51.100.9');
	expect(refused.status).toBe(429);
	const seconds = Number(refused.headers.get('retry-after'));
	expect(seconds).toBeGreaterThan(0);
	expect(seconds).toBeLessThanOrEqual(300);
	expect(await refused.text()).toContain('Too many attempts');

	// another address, another name at the same one, and a browser that was there before
	expect((await signIn(password, '192.0.2.77')).status).toBe(303);
	expect((await signIn('wrong', '198.51.100.9', '', 'ben@example.org')).status).toBe(400);
	expect((await signIn(password, '198.51.100.9', cookie)).status).toBe(303);
});

test('wrong passwords from one /64 → slowed down as one address; a request past the proxy → answered', async () => {
	// at once, as no wait between them is longer than a slow machine takes
	const from = Array.from({ length: 12 }, (_, n) => `2001:db8::${n}`);
	const tried = await Promise.all(
		from.map(async (one) => (await signIn('wrong', one, '', 'cy@example.org')).status)
	);
	expect([...new Set(tried)].sort()).toEqual([400, 429]);
	expect((await signIn('wrong', '2001:db8:0:1::99', '', 'cy@example.org')).status).toBe(400);
	const past = await fetch(`${program.address}/sign-in`, { headers: { accept: 'text/html' } });
	expect(past.status).toBe(200);
});

test('a sign-in with a “next” on another site → led to the start page', async () => {
	for (const next of [
		'/.//example.com',
		'/%2e//example.com',
		'/p/..//example.com',
		'/\\example.com'
	]) {
		const path = `/sign-in?next=${encodeURIComponent(next)}`;
		const filled = { email: 'ana@example.org', password };
		const answer = await post(path, filled, { cookie: '', 'x-forwarded-for': '192.0.2.3' });
		expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
	}
});

/** Says something to the server that no client says, and what it answers first. */
function send(text: string, more?: string): Promise<string> {
	return new Promise((resolve) => {
		const socket = connect(Number(new URL(program.address).port), '127.0.0.1');
		let heard = '';
		// it is sent on for ever, until the server has enough
		const go = () => more && !socket.destroyed && socket.write(more, () => setImmediate(go));
		socket.on('error', () => {}).on('close', () => resolve(heard));
		socket.on('data', (chunk) => {
			heard += chunk.toString();
			if (heard.includes('\r\n\r\n') && !more) socket.destroy();
		});
		socket.write(text, go);
	});
}

const head = (...lines: string[]) => headOf('/account?/password', ...lines);

const headOf = (path: string, ...lines: string[]) =>
	[
		`POST ${path} HTTP/1.1`,
		'Host: localhost',
		'X-Forwarded-For: 192.0.2.1',
		`Origin: http://localhost`,
		`Cookie: ${cookie}`,
		'Content-Type: application/x-www-form-urlencoded',
		...lines,
		'',
		''
	].join('\r\n');

test.each([
	['Content-Length: 1200000000', 413],
	['Content-Length: 99999999999999999999999', 400],
	['Content-Length: -5', 400],
	['Content-Length: 5, 6', 400],
	['Content-Length: 0x10', 400],
	['Content-Length: 1e3', 400],
	['Content-Length: five', 400]
])('%s → answered with %d at once', async (line, status) => {
	expect(await send(head(line))).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test.each([
	['Content-Length: 5000001', '&pasted', 413],
	['Transfer-Encoding: chunked\r\nContent-Length: 5', '&pasted', 400]
])('an upload of %s%s → answered with %d at once', async (line, more, status) => {
	const path = `/p/own/imports/upload?name=a.html${more}`;
	expect(await send(headOf(path, line))).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test('a pasted issue that fits → accepted, and the page says how large it may be', async () => {
	const answer = await fetch(`${program.address}/p/own/imports/upload?name=a.html&pasted`, {
		method: 'POST',
		body: '<h1>Ebb</h1>',
		headers: { cookie, origin: program.address, 'content-type': 'application/octet-stream' }
	});
	expect(answer.status).toBe(202);
	const pageIn = async (language: string) =>
		(
			await fetch(`${program.address}/p/own/imports`, {
				headers: { accept: 'text/html', cookie, 'accept-language': language }
			})
		).text();
	expect(await pageIn('en')).toMatch(/at most 5\sMB/);
	expect(await pageIn('fr')).toMatch(/5\sMo au plus/);
});

test('a request with both a length and chunks → refused', async () => {
	const said = head('Content-Length: 5', 'Transfer-Encoding: chunked');
	expect(await send(said)).toMatch(/^HTTP\/1.1 400 /);
});

test('chunks without an end → refused at 64 KiB, and the server goes on', async () => {
	const chunk = `1000\r\n${'x'.repeat(4096)}\r\n`;
	expect(await send(head('Transfer-Encoding: chunked'), chunk)).toMatch(/^HTTP\/1.1 413 /);
	expect((await fetch(`${program.address}/sign-in`)).status).toBe(200);
});

test('an upload above the quota of the spool → refused; one that fits → accepted', async () => {
	const upload = (bytes: number) =>
		fetch(`${program.address}/p/own/imports/upload?name=a.csv`, {
			method: 'POST',
			body: new Uint8Array(bytes),
			headers: { cookie, origin: program.address, 'content-type': 'application/octet-stream' }
		});
	const full = await upload(1001);
	expect([full.status, ((await full.json()) as { code: string }).code]).toEqual([507, 'spoolFull']);
	expect((await upload(10)).status).toBe(202);
});

test.each([
	['topics/manage', 400],
	['settings', 400],
	['issues/abc', 400],
	['items/3', 400],
	['issues/999', 404],
	['sponsors/999', 404],
	['//example.com', 400]
])(
	'a shared link to %s, which cannot be shared → refused when it is made',
	async (path, status) => {
		expect((await post('/p/own/shares?/make', { path })).status).toBe(status);
	}
);

test('a shared link with an end that makes no sense → refused', async () => {
	for (const days of ['abc', '1e999', '-3', '99999999'])
		expect((await post('/p/own/shares?/make', { path: 'topics', days })).status).toBe(400);
	expect((await post('/p/own/shares?/make', { report: '999' })).status).toBe(404);
	expect((await post('/p/own/shares?/make', { path: 'topics', days: '7' })).status).toBe(200);
});

test('the data folder and its files → readable by their owner alone', () => {
	const modeOf = (name: string) => statSync(join(env.RUBRIQUE_DATA, name)).mode & 0o777;
	expect(modeOf('')).toBe(0o700);
	for (const name of ['rubrique.db', 'rubrique.db-wal', 'rubrique.db-shm', 'session.key'])
		expect([name, modeOf(name)]).toEqual([name, 0o600]);
});

// each waits for the other's lock until it gives up: side by side they wait once
test.concurrent.for(dealt(0, ['start', 'topics', 'verify'], 2))(
	'%s with a database that is none, damaged or locked by another → says so in a sentence',
	// its own end, since of tests side by side another may end first, and would give the lock back
	async (command, { onTestFinished }) => {
		const own = folder();
		const file = join(own, 'rubrique.db');
		const run = async () => {
			const { code, talk } = await rubrique([command], { here: own, env: { RUBRIQUE_DATA: own } });
			return [code, talk];
		};
		const damaged = [
			1,
			'The database is damaged and cannot be read. Restore a backup: restore FILE.\n'
		];

		writeFileSync(file, 'nothing that SQLite wrote, but long enough to be looked at'.repeat(100));
		expect(await run()).toEqual(damaged);

		const whole = readFileSync(join(env.RUBRIQUE_DATA, 'rubrique.db'));
		const torn = Buffer.from(whole);
		torn.fill(0xff, 200);
		writeFileSync(file, torn);
		expect(await run()).toEqual(damaged);

		mkdirSync(join(own, 'held'));
		const held = createClient({ url: `file:${join(own, 'held', 'rubrique.db')}` });
		onTestFinished(() => held.close());
		await held.execute('CREATE TABLE other (a)');
		await held.execute('PRAGMA locking_mode = EXCLUSIVE');
		await held.execute('BEGIN EXCLUSIVE');
		const inUse = await rubrique([command], {
			here: own,
			env: { RUBRIQUE_DATA: join(own, 'held') }
		});
		expect([inUse.code, inUse.talk]).toEqual([
			1,
			'Another program is using the database. Close it, or try again in a moment.\n'
		]);
	}
);

test('an upload that turns out not to fit while it comes in → its sender reads why', async () => {
	const chunk = new Uint8Array(64 * 1024);
	let left = 100;
	const body = new ReadableStream({
		pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close())
	});
	const full = await fetch(`${program.address}/p/own/imports/upload?name=a.csv`, {
		method: 'POST',
		body,
		duplex: 'half',
		headers: { cookie, origin: program.address, 'content-type': 'application/octet-stream' }
	} as RequestInit);
	expect([full.status, ((await full.json()) as { code: string }).code]).toEqual([507, 'spoolFull']);
});
