import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workOn } from '../store/jobs/machine.ts';
import { open, type Db } from '../store/sql/open.ts';
import { authOf, type Auth } from './auth.ts';
import { isFirstCode, makeFirstCode } from './first-code.ts';
import { createFirstAdministrator } from './first-administrator.ts';
import { localsOf } from './locals.ts';
import { sessionSecret } from './secret.ts';
import { signIn, signOut, visitorOf } from './session.ts';

const ana = Object.freeze({ name: 'Ana', email: 'Ana@example.org', password: 'correct horse' });
const now = Date.UTC(2025, 8, 18);

let data: string;
let db: Db;
let auth: Auth;
let code: string;

beforeEach(async () => {
	data = mkdtempSync(join(tmpdir(), 'rubrique-'));
	db = await open(`file:${join(data, 'rubrique.db')}`);
	auth = authOf(db, sessionSecret(data));
	code = await makeFirstCode(db);
});

afterEach(() => {
	db.$client.close();
	rmSync(data, { recursive: true });
});

/** Somebody who knows the code of the start. */
const foundBy = (filled: object) => createFirstAdministrator(db, { code, ...filled }, now);

function asking(cookies: { name: string; value: string }[] = []) {
	const cookie = cookies
		.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
		.join('; ');
	const headers = new Headers(cookie ? { cookie } : {});
	return visitorOf(db, auth, headers, localsOf(db, null));
}

test('the first administrator → created, signs in and out', async () => {
	expect((await asking()).visitor).toEqual({ kind: 'nobodyYet' });
	expect(await foundBy(ana)).toBeNull();
	expect((await asking()).visitor).toEqual({ kind: 'signedOut' });

	const { cookies } = (await signIn(auth, 'ana@example.org', ana.password, new Headers()))!;
	expect(cookies).toMatchObject([{ name: 'rubrique.session_token', maxAge: 30 * 24 * 3600 }]);
	expect((await asking(cookies)).visitor).toMatchObject({
		kind: 'member',
		name: 'Ana',
		email: 'ana@example.org',
		role: 'admin'
	});

	const cookie = cookies
		.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
		.join('; ');
	await signOut(auth, new Headers({ cookie }));
	expect((await asking(cookies)).visitor).toEqual({ kind: 'signedOut' });
});

test('a wrong password, or an unknown address → the same refusal', async () => {
	await foundBy(ana);
	expect(await signIn(auth, 'ana@example.org', 'wrong horse', new Headers())).toBeNull();
	expect(await signIn(auth, 'ben@example.org', ana.password, new Headers())).toBeNull();
});

test('two first administrators at once → one created, the other refused', async () => {
	const ben = { ...ana, name: 'Ben', email: 'ben@example.org' };
	const outcomes = await Promise.allSettled([ana, ben].map((person) => foundBy(person)));
	expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
		reason: { code: 'adminExists' }
	});
});

test('no setup code, or a wrong one → refused; the right one → taken, once', async () => {
	expect(await createFirstAdministrator(db, ana, now)).toBe('code');
	expect(await createFirstAdministrator(db, { ...ana, code: 'aaaa-bbbb-cccc' }, now)).toBe('code');
	expect(
		await createFirstAdministrator(
			db,
			{ ...ana, code: code.toUpperCase().replaceAll('-', ' ') },
			now
		)
	).toBe(null);
	expect(await isFirstCode(db, code)).toBe(false);
});

test.each([
	['name', { ...ana, name: ' ' }],
	['email', { ...ana, email: 'ana' }],
	['password', { ...ana, password: '9 letters' }]
])('a wrong %s → named as the flaw', async (flaw, filled) => {
	expect(await foundBy(filled)).toBe(flaw);
});

test('a forged cookie → signed out', async () => {
	await foundBy(ana);
	const entered = await signIn(auth, 'ana@example.org', ana.password, new Headers());
	const [cookie] = entered!.cookies;
	const forged = { name: cookie!.name, value: `${cookie!.value.slice(0, -4)}abc=` };
	expect((await asking([forged])).visitor).toEqual({ kind: 'signedOut' });
});

test('two machines print codes → either is taken, until there is an administrator', async () => {
	workOn(db, 'another', null);
	const other = await makeFirstCode(db);
	expect(await isFirstCode(db, code)).toBe(true);
	const again = await makeFirstCode(db);
	expect(await isFirstCode(db, other)).toBe(false);

	expect(await foundBy({ ...ana, code: again })).toBeNull();
	expect(await isFirstCode(db, code)).toBe(false);
});

test('the key of sessions → readable by its owner alone, and the same each time', () => {
	expect(statSync(join(data, 'session.key')).mode & 0o777).toBe(0o600);
	expect(sessionSecret(data)).toBe(sessionSecret(data));
});
