import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { open } from '../store/open.ts';
import type { Db } from '../store/open.ts';
import { authOf } from './auth.ts';
import type { Auth } from './auth.ts';
import { isFirstCode, makeFirstCode } from './first-code.ts';
import { found } from './founder.ts';
import { sessionSecret } from './secret.ts';
import { signIn, signOut, visitorOf } from './session.ts';

const ana = Object.freeze({ name: 'Ana', email: 'Ana@example.org', password: 'correct horse' });
const now = Date.UTC(2025, 8, 18);

let data: string;
let db: Db;
let auth: Auth;

beforeEach(async () => {
	data = mkdtempSync(join(tmpdir(), 'rubrique-'));
	db = await open(`file:${join(data, 'rubrique.db')}`);
	auth = authOf(db, sessionSecret(data));
});

afterEach(() => {
	db.$client.close();
	rmSync(data, { recursive: true });
});

function asking(cookies: { name: string; value: string }[] = []) {
	const cookie = cookies
		.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
		.join('; ');
	return visitorOf(db, auth, new Headers(cookie ? { cookie } : {}), true);
}

test('the first administrator is created, signs in and out', async () => {
	expect((await asking()).visitor).toEqual({ kind: 'nobodyYet', here: true });
	expect(await found(db, ana, { data, here: true, now })).toBeNull();
	expect((await asking()).visitor).toEqual({ kind: 'signedOut' });

	const cookies = await signIn(auth, 'ana@example.org', ana.password, new Headers());
	expect(cookies).toMatchObject([{ name: 'rubrique.session_token', maxAge: 30 * 24 * 3600 }]);
	expect((await asking(cookies!)).visitor).toMatchObject({
		kind: 'member',
		name: 'Ana',
		email: 'ana@example.org',
		role: 'admin'
	});

	const cookie = cookies!
		.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
		.join('; ');
	await signOut(auth, new Headers({ cookie }));
	expect((await asking(cookies!)).visitor).toEqual({ kind: 'signedOut' });
});

test('a wrong password and an unknown address are told apart by nobody', async () => {
	await found(db, ana, { data, here: true, now });
	expect(await signIn(auth, 'ana@example.org', 'wrong horse', new Headers())).toBeNull();
	expect(await signIn(auth, 'ben@example.org', ana.password, new Headers())).toBeNull();
});

test('of two first administrators at once, one is created', async () => {
	const ben = { ...ana, name: 'Ben', email: 'ben@example.org' };
	const outcomes = await Promise.allSettled(
		[ana, ben].map((person) => found(db, person, { data, here: true, now }))
	);
	expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
		reason: { code: 'adminExists' }
	});
});

test('from another machine the code of the start is needed, and works once', async () => {
	const code = makeFirstCode(data);
	const elsewhere = { data, here: false, now };

	expect(await found(db, ana, elsewhere)).toBe('code');
	expect(await found(db, { ...ana, code: 'aaaa-bbbb-cccc' }, elsewhere)).toBe('code');
	expect(
		await found(db, { ...ana, code: code.toUpperCase().replaceAll('-', ' ') }, elsewhere)
	).toBe(null);
	expect(isFirstCode(data, code)).toBe(false);
});

test.each([
	['name', { ...ana, name: ' ' }],
	['email', { ...ana, email: 'ana' }],
	['password', { ...ana, password: '9 letters' }]
])('says that the %s is wrong', async (flaw, filled) => {
	expect(await found(db, filled, { data, here: true, now })).toBe(flaw);
});

test('a forged or altered cookie is nobody’s', async () => {
	await found(db, ana, { data, here: true, now });
	const [cookie] = (await signIn(auth, 'ana@example.org', ana.password, new Headers()))!;
	const forged = { name: cookie!.name, value: `${cookie!.value.slice(0, -4)}abc=` };
	expect((await asking([forged])).visitor).toEqual({ kind: 'signedOut' });
});

test('keys and codes are readable by their owner alone', () => {
	makeFirstCode(data);
	const modes = ['session.key', 'first-code'].map(
		(file) => statSync(join(data, file)).mode & 0o777
	);
	expect(modes).toEqual([0o600, 0o600]);
	expect(sessionSecret(data)).toBe(sessionSecret(data));
});
