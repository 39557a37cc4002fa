import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { open } from '#lib/server/store/sql/open.ts';
import { browserAt } from './browser.ts';
import { firstCodeIn } from './first-code.ts';
import { folder, rubrique, started, type Running } from './program.ts';

let program: Running;
let cookie = '';

beforeAll(async () => {
	program = await started({ here: folder() });
});

afterAll(() => program?.stop());

function ask(path: string, init: RequestInit = {}) {
	return fetch(`${program.address}${path}`, {
		redirect: 'manual',
		...init,
		headers: { accept: 'text/html', cookie, ...init.headers }
	});
}

function post(path: string, filled: Record<string, string>, headers: HeadersInit = {}) {
	return ask(path, {
		method: 'POST',
		body: new URLSearchParams(filled),
		headers: { origin: program.address, ...headers }
	});
}

const ana = { name: 'Ana', email: 'ana@example.org', password: 'correct horse' };

test('a first visitor who wants to import → led to creating the administrator', async () => {
	for (const path of ['/p/new', '/p/sample/imports', '/p/sample/settings', '/p/other']) {
		const answer = await ask(path);
		expect([answer.status, answer.headers.get('location')]).toEqual([
			303,
			`/welcome?next=${encodeURIComponent(path)}`
		]);
	}
});

test('the address that the start prints → carries the code, which the page asks for otherwise', async () => {
	const printed = /http:\S+\/welcome\?code=[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/.exec(
		program.talk()
	);
	const { pathname, search, origin } = new URL(printed![0]);
	expect(origin).toBe(program.address);
	expect(await (await ask(pathname + search)).text()).toContain('type="hidden" name="code"');
	expect(await (await ask('/welcome')).text()).toMatch(/<input id="code" name="code"/);
});

test('a first administrator without the right code → not created, wherever the request comes from', async () => {
	for (const headers of [{}, { 'x-forwarded-for': '192.0.2.7' }] as HeadersInit[])
		for (const more of [ana, { ...ana, code: '' }, { ...ana, code: 'abcd-efgh' }])
			expect((await post('/welcome', more, headers)).status).toBe(400);
});

test('a form sent from another site → refused', async () => {
	const answer = await post('/welcome', ana, { origin: 'https://example.net' });
	expect(answer.status).toBe(403);
});

test('two first administrators at once → one is created, and let in', async () => {
	const ben = { ...ana, name: 'Ben', email: 'ben@example.org' };
	const answers = await Promise.all(
		[ana, ben].map((person) =>
			post('/welcome?next=/p/new', { ...person, code: firstCodeIn(program.talk()) })
		)
	);

	expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
	const made = answers.find(({ status }) => status === 303);
	expect(made?.headers.get('location')).toBe('/p/new');

	const set = made?.headers.get('set-cookie') ?? '';
	expect(set).toMatch(/HttpOnly/i);
	expect(set).toMatch(/SameSite=Lax/i);
	expect(set).not.toMatch(/Secure/i);
	cookie = set.split(';')[0] ?? '';
	expect((await ask('/p/new')).status).toBe(200);
});

test('an administrator is there → every route needs a session', async () => {
	for (const path of ['/', '/p/new', '/p/sample', '/welcome']) {
		const answer = await ask(path, { headers: { cookie: '' } });
		expect(answer.status).toBe(303);
		expect(answer.headers.get('location')).toMatch(/^\/sign-in/);
	}
	const upload = await ask('/p/sample/imports/upload?name=a.csv', {
		method: 'POST',
		body: 'a',
		headers: { cookie: '', accept: '*/*', 'content-type': 'application/octet-stream' }
	});
	expect(upload.status).toBe(401);
});

test('a page → headers that forbid frames and hide where visitors come from', async () => {
	const { headers } = await ask('/sign-in', { headers: { cookie: '' } });
	expect(headers.get('x-frame-options')).toBe('DENY');
	expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
	expect(headers.get('referrer-policy')).toBe('same-origin');
});

test('a sign-out → ends the session for good', async () => {
	expect((await post('/sign-out', {})).headers.get('location')).toBe('/sign-in');
	expect((await ask('/p/new')).status).toBe(303);
	cookie = '';
});

test('wrong passwords → refused, and after some nothing is tried for a while', async () => {
	const wrong = { email: 'ana@example.org', password: 'wrong horse' };
	let answer = await post('/sign-in', wrong);
	expect(answer.status).toBe(400);
	// the wait doubles with each try that was taken: in the end it is longer than a slow machine takes
	while (answer.status === 400) answer = await post('/sign-in', wrong);
	expect([answer.status, await answer.text()]).toEqual([
		429,
		expect.stringContaining('Too many attempts')
	]);
});

test('a second start at the same port → says so in one sentence', async () => {
	const port = new URL(program.address).port;
	const { code, talk } = await rubrique(['start'], {
		here: folder(),
		env: { PORT: port, RUBRIQUE_DATA: folder() }
	});
	expect([code, talk]).toEqual([
		1,
		`Port ${port} is in use. Close the other program, or choose another port: PORT=${Number(port) + 1} npm start.\n`
	]);
});

test('told to stop → ends in order', async () => {
	expect(await program.stop()).toBe(0);
});

test('people with accounts → change their own alone, and the last administrator stays', async () => {
	const env = { RUBRIQUE_DATA: folder() };
	const where = { here: folder(), env };
	const user = async (...args: string[]) => rubrique(['user', ...args], where);

	// the first account is the administrator's, with which the first code ends
	expect((await user('add', 'cy@example.org')).talk).toContain('--role admin');
	const made = await user('add', 'ana@example.org', '--name', 'Ana', '--role', 'admin', '--json');
	expect(made.code).toBe(0);
	const { password } = JSON.parse(made.out);
	expect((await user('add', 'ANA@example.org')).talk).toContain('has an account already');
	expect((await user('add', 'nobody')).talk).toContain('“nobody” isn’t valid');
	expect((await user('remove', 'ana@example.org')).talk).toContain('the last administrator');

	const there = await started(where);
	onTestFinished(async () => void (await there.stop()));
	expect(there.talk()).not.toContain('code=');

	const browser = () => browserAt(() => there.address);
	const admin = browser();
	const first = { email: 'ana@example.org', password };
	expect((await admin('/sign-in', first)).status).toBe(303);
	const added = await admin('/account?/add', {
		name: 'Bo',
		email: 'bo@example.org',
		role: 'viewer'
	});
	const given = /<code[^>]*>([0-9a-f-]{27})<\/code>/.exec(added.text)![1]!;

	// somebody who only looks sees nobody else's account, nor changes any but their own
	const viewer = browser();
	expect((await viewer('/sign-in', { email: 'bo@example.org', password: given })).status).toBe(303);
	const own = await viewer('/account');
	expect(own.text).toContain('bo@example.org');
	expect(own.text).not.toContain('ana@example.org');
	const grab = { email: 'bo@example.org', role: 'admin' };
	expect((await viewer('/account?/role', grab)).status).toBe(403);
	expect((await viewer('/account?/remove', { email: 'ana@example.org' })).status).toBe(403);

	// their other browser is signed out when the password changes
	const other = browser();
	await other('/sign-in', { email: 'bo@example.org', password: given });
	expect((await viewer('/account?/password', { present: 'x', fresh: 'y'.repeat(10) })).status).toBe(
		400
	);
	const changed = await viewer('/account?/password', { present: given, fresh: 'better horse' });
	expect(changed.text).toContain('Your password has been changed');
	expect((await viewer('/account')).status).toBe(200);
	expect((await other('/account')).status).toBe(303);

	// how somebody likes the pages holds from the first page on, in any browser
	const likes = { language: 'fr', theme: 'dark', publication: '', last: '' };
	expect((await admin('/account/profile', likes)).status).toBeLessThan(400);
	const elsewhere = browser();
	expect((await elsewhere('/sign-in', first)).status).toBe(303);
	expect((await elsewhere('/account')).text).toMatch(/<html lang="fr"/);

	// whoever is removed is out at once, also of what a page is still being told
	const words = { name: 'Own', slug: 'own', language: 'en', currency: 'EUR', zone: 'UTC' };
	expect((await admin('/p/new', words)).status).toBe(303);
	const db = await open(`file:${join(env.RUBRIQUE_DATA, 'rubrique.db')}`);
	onTestFinished(() => db.$client.close());
	// of another machine, which lives as long as its lease
	const busy = () =>
		db.run(sql`INSERT INTO job (kind, publication_id, state, attempts, owner, lease_until, made_at, next_at)
			SELECT 'report', id, 'running', 1, 'another-host.1.mark', 9e15, 1, 0 FROM publication`);
	await busy();
	expect((await admin('/account?/role', { ...grab, role: 'editor' })).status).toBeLessThan(400);
	const told = await fetch(`${there.address}/p/own/activity/progress`, {
		headers: {
			cookie: viewer
				.cookies()
				.map(({ name, value }) => `${name}=${value}`)
				.join('; ')
		}
	});
	const news = told.body!.pipeThrough(new TextDecoderStream()).getReader();
	expect((await news.read()).value).toContain('"kind":"report"');
	expect((await admin('/account?/remove', { email: 'bo@example.org' })).status).toBe(303);
	await busy();
	expect((await news.read()).value).toBe('event: over\ndata:\n\n');
	expect((await viewer('/account')).status).toBe(303);
	expect((await user('list', '--json')).out).not.toContain('bo@example.org');
});
