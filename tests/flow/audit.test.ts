import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditRow } from '#lib/server/access/audit.ts';
import { cookiesOf } from './browser.ts';
import { folder, rubrique, started, type Running } from './program.ts';

const here = folder();
const env = { RUBRIQUE_DATA: folder(), RUBRIQUE_IMPORTS: folder() };
const where = { here, env };
const reader = 'zelie.quervoal@example.com';

let program: Running;
let cookie = '';
let token = '';

function ask(path: string, filled?: Record<string, string>, held: Record<string, string> = {}) {
	return fetch(`${program.address}${path}`, {
		redirect: 'manual',
		headers: { accept: 'text/html', origin: program.address, cookie, ...held },
		...(filled && { method: 'POST', body: new URLSearchParams(filled) })
	});
}

async function runCommand(...args: string[]): Promise<string> {
	const { out, talk, code } = await rubrique(args, where);
	expect([code, talk]).toEqual([0, expect.anything()]);
	return out.trim();
}

const rows = async (...args: string[]) =>
	JSON.parse(await runCommand('audit', '--json', ...args)) as AuditRow[];

beforeAll(async () => {
	const password = await runCommand('user', 'add', 'ana@example.org', '--role', 'admin');
	program = await started(where);
	const right = { email: 'ana@example.org', password };
	for (const wrong of ['ana@example.org', reader])
		await ask('/sign-in', { email: wrong, password: 'not this one' });
	const answer = await ask('/sign-in', right);
	cookie = cookiesOf(answer);
	const words = { slug: 'one', name: 'One', language: 'en', currency: 'EUR', zone: 'UTC' };
	await ask('/p/new', words);
	await ask('/p/one/settings?/save', { ...words, currency: 'USD' });
	token = await runCommand('token', 'add', 'desk', '--scope', 'admin');
});

afterAll(() => program?.stop());

test('sign-ins and changed settings → in the log with who, from where, before and after', async () => {
	const [done, none, failed] = await rows('--action', 'sign-in');
	expect(done).toMatchObject({ action: 'sign-in.done', who: 'ana@example.org', via: 'page' });
	expect(done!.address).toMatch(/127\.0\.0\.1|::1/);
	expect(failed).toMatchObject({ action: 'sign-in.failed', who: 'ana@example.org' });
	// what somebody without an account typed may be a reader's address
	expect(none).toMatchObject({ who: null, details: { known: false } });

	const [changed, made] = await rows('--publication', 'one');
	expect(changed).toMatchObject({
		action: 'publication.changed',
		who: 'ana@example.org',
		publication: 'one',
		details: { before: { currency: 'EUR' }, after: { currency: 'USD' } }
	});
	expect(made).toMatchObject({ action: 'publication.made', via: 'page' });
	expect(await rows('--action', 'people')).toMatchObject([
		{ action: 'people.added', via: 'command', who: null, details: { email: 'ana@example.org' } }
	]);
	expect(await rows('--action', 'tokens')).toMatchObject([
		{ action: 'tokens.added', details: { name: 'desk', scope: 'admin' } }
	]);
});

test('imports, exports and erasures → in the log, without any reader', async () => {
	const lines = [
		'E-Mail,Campaign,URL,Clicked at',
		`${reader},1,https://example.com/a,2026-03-05 08:12`
	];
	const file = join(here, `${reader}.csv`);
	writeFileSync(file, lines.join('\n'));
	await rubrique(['import', file, '--publication', 'one', '--yes'], where);
	await ask('/p/one/export.csv?table=items');
	await rubrique(['erase', reader, '--publication', 'one'], where);
	await runCommand('backup', join(here, 'copy.backup'));

	const all = await rows('--limit', '1000');
	expect(all.map(({ action }) => action)).toEqual(
		expect.arrayContaining(['imports.begun', 'exports.table', 'exports.backup'])
	);
	const [table] = await rows('--action', 'exports.table');
	expect(table).toMatchObject({ who: 'ana@example.org', details: { table: 'items' } });
	expect(JSON.stringify(all)).not.toMatch(/quervoal|z[eé]lie/i);
	const [begun] = await rows('--action', 'imports.begun');
	expect(begun!.details).toMatchObject({ import: 1, files: [expect.stringMatching(/\.csv$/)] });
	expect(await runCommand('audit', '--action', 'imports.begun')).toContain('File:');
});

test('the log on the page, in a file, by command and by API → the same, and no figure for its token', async () => {
	const page = await (await ask('/account/audit?action=sign-in')).text();
	expect(page).toContain('failed sign-in');
	expect(page).not.toContain('created an API token');
	const file = await (await ask('/account/audit/audit.csv?action=tokens')).text();
	expect(file).toContain('tokens.added');
	const french = await ask('/account/audit', undefined, { 'accept-language': 'fr' });
	expect(await french.text()).toContain('échec de connexion');

	const asProgram = (path: string, method = 'GET', body?: string) =>
		fetch(`${program.address}${path}`, {
			method,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			...(body !== undefined && { body })
		});
	const listed = (await (await asProgram('/api/audit?action=sign-in')).json()) as AuditRow[];
	expect(listed).toEqual(await rows('--action', 'sign-in'));
	const [first, second] = listed;
	expect(
		await (await asProgram(`/api/audit?before=${first!.id}&limit=1&action=sign-in`)).json()
	).toEqual([second]);
	for (const bad of ['action=x', 'from=yesterday', 'before=0', 'publication=nope', 'hm=1'])
		expect([bad, (await asProgram(`/api/audit?${bad}`)).status]).toEqual([
			bad,
			bad.startsWith('pub') ? 404 : 400
		]);

	const made = await asProgram('/api/people', 'POST', '{"email":"bo@example.org"}');
	expect([made.status, await made.json()]).toEqual([
		201,
		{
			email: 'bo@example.org',
			link: expect.stringContaining('/password?token='),
			expiresAt: expect.any(Number)
		}
	]);
	const people = (await (await asProgram('/api/people')).json()) as { email: string }[];
	expect(people).toMatchObject([
		{ email: 'ana@example.org', role: 'admin', invited: false },
		{ email: 'bo@example.org', role: 'viewer', invited: true }
	]);
	const [invited] = await rows('--action', 'people.invited');
	expect(invited).toMatchObject({ who: 'desk', via: 'api', details: { email: 'bo@example.org' } });
	expect((await asProgram('/api/people?email=bo@example.org', 'DELETE')).status).toBe(204);
	expect((await asProgram('/api/people?email=ana@example.org', 'DELETE')).status).toBe(409);
	expect((await asProgram('/api/people', 'POST', 'no')).status).toBe(400);
	// it reads no figure
	expect((await asProgram('/api/publications/one/topics')).status).toBe(403);
});

test('a token with its last day → good until it is removed; with a day that is past → not made', async () => {
	const past = await rubrique(['token', 'add', 'old', '--expires', '2020-01-01'], where);
	expect([past.code, past.talk]).toEqual([2, expect.stringContaining('in the past')]);
	const one = await rubrique(
		['token', 'add', 'x', '--scope', 'admin', '--publication', 'one'],
		where
	);
	expect(one.code).toBe(2);
	const good = await runCommand(
		'token',
		'add',
		'good',
		'--scope',
		'read',
		'--expires',
		'2999-12-31'
	);
	const asked = () =>
		fetch(`${program.address}/api/publications`, { headers: { authorization: `Bearer ${good}` } });
	expect((await asked()).status).toBe(200);
	const listed = JSON.parse(await runCommand('token', 'list', '--json')) as { name: string }[];
	expect(listed.find(({ name }) => name === 'good')).toMatchObject({
		expiresAt: Date.parse('3000-01-01')
	});
	await runCommand('token', 'remove', 'good');
	expect((await asked()).status).toBe(401);
});

test('the retention of the log → set within bounds, at once, and logged', async () => {
	expect((await rubrique(['audit', '--keep', '0'], where)).code).toBe(2);
	expect((await rubrique(['audit', '--keep', '999'], where)).code).toBe(2);
	expect(await runCommand('audit', '--keep', '6')).toContain('6');
	expect((await ask('/account/audit?/keep', { months: '24' })).status).toBe(200);
	const [last, before] = await rows('--action', 'settings');
	expect(last).toMatchObject({ who: 'ana@example.org', details: { before: 6, after: 24 } });
	expect(before).toMatchObject({ via: 'command', details: { before: 12, after: 6 } });
});
