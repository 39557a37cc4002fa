import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserAt, follow, type Browser } from './browser.ts';
import { identityProvider, type Known } from './identity-provider.ts';
import { freePort } from '../free-port.mjs';
import { folder, rubrique, started, type Running } from './program.ts';

// Sign-in at an organisation's provider, against a real one.

type Provider = Awaited<ReturnType<typeof identityProvider>>;
let provider: Provider;
let program: Running;
let password: string;
const env: Record<string, string> = { RUBRIQUE_DATA: folder() };
const where = { here: folder(), env };

const browser = () => browserAt(() => program.address);

const known = (name: string, more: Partial<Known> = {}): Known => ({
	sub: `subject-${name}`,
	email: `${name}@example.org`,
	email_verified: true,
	name,
	...more
});
const isBack = (led: string) => led.includes('/sign-in/organisation/back');

/** Somebody comes in, or is told at the form why not. */
async function come(somebody: Known, next = '/account') {
	provider.enter(somebody);
	const own = browser();
	const start = `/sign-in/organisation?next=${encodeURIComponent(next)}`;
	return { own, ...(await follow(own, start)) };
}

async function logged(action: string) {
	const { out } = await rubrique(['audit', '--action', action, '--json'], where);
	return (JSON.parse(out) as { details: Record<string, unknown> }[]).map(({ details }) => details);
}

const user = (...args: string[]) => rubrique(['user', ...args], where);

beforeAll(async () => {
	env.PORT = String(await freePort());
	const client = { id: 'rubrique', secret: 'a secret of some length, with spaces' };
	const back = `http://localhost:${env.PORT}/sign-in/organisation/back`;
	provider = await identityProvider({ ...client, back });
	Object.assign(env, {
		OIDC_ISSUER: provider.issuer,
		OIDC_CLIENT_ID: client.id,
		OIDC_CLIENT_SECRET: client.secret,
		OIDC_NAME: 'Example Login',
		OIDC_DOMAINS: 'staff.example.com=marketing'
	});
	password = (await user('add', 'ana@example.org', '--role', 'admin')).out.trim();
	await user('invite', 'bo@example.org', '--role', 'editor');
	program = await started(where);
});

afterAll(async () => {
	await program?.stop();
	await provider?.close();
});

test('an organisation’s provider → offered at sign-in by its name, in both languages', async () => {
	for (const [language, offer] of [
		['en', 'Sign in with Example Login'],
		['fr', 'Se connecter avec Example Login']
	] as const) {
		const headers = { 'accept-language': language };
		const { text } = await browser()('/sign-in', undefined, { headers });
		expect(text).toContain(offer);
	}
});

test('a person who was invited → let in to the page they asked for, with the role of the invitation', async () => {
	const bo = await come(known('bo'));
	expect([bo.status, bo.url]).toEqual([200, `${program.address}/account`]);
	expect(bo.text).toContain('bo@example.org');
	expect(bo.text).toContain('You sign in with Example Login');
	const listed = JSON.parse((await user('list', '--json')).out) as object[];
	expect(listed).toContainEqual(
		expect.objectContaining({ email: 'bo@example.org', role: 'editor', invited: false })
	);
	expect((await logged('sign-in.done'))[0]).toEqual({
		email: 'bo@example.org',
		by: 'organisation'
	});
	expect(await logged('people.linked')).toEqual([{ email: 'bo@example.org' }]);
});

test('a person who was not invited → refused, and leaves no account and no name', async () => {
	const { text, own } = await come(known('cy'));
	expect(text).toContain('but have no account here');
	expect((await own('/account')).status).toBe(303);
	expect((await user('list', '--json')).out).not.toContain('cy@example.org');
	expect((await logged('sign-in.failed'))[0]).toEqual({
		known: false,
		by: 'organisation',
		why: 'notInvited'
	});
});

test('a person of an allowed domain → an account with the role of that domain', async () => {
	const { status, text } = await come(known('dee', { email: 'Dee@Staff.example.com' }));
	expect([status, text.includes('dee@staff.example.com')]).toEqual([200, true]);
	const listed = JSON.parse((await user('list', '--json')).out) as object[];
	expect(listed).toContainEqual(
		expect.objectContaining({ email: 'dee@staff.example.com', role: 'marketing' })
	);
});

test.each([
	['ana@example.org', 'an address of an administrator'],
	['eve@staff.example.com', 'an allowed domain']
])('%s that the provider did not verify → opens nothing: %s', async (email) => {
	const { text, own } = await come(known('eve', { email, email_verified: false }));
	expect(text).toContain('does not confirm your e-mail address');
	expect((await own('/account')).status).toBe(303);
});

test('an address that changed hands at the provider → does not open the account it was tied to', async () => {
	const { text, own } = await come(known('bo', { sub: 'somebody-else' }));
	expect(text).toContain('belongs to another account');
	expect((await own('/account')).status).toBe(303);
	// and who was tied to it stays so, under a new address as well
	const bo = await come(known('bo', { email: 'bo.new@example.org' }));
	expect(bo.text).toContain('bo@example.org');
});

test('an answer for another browser, altered, or used twice → lets nobody in', async () => {
	provider.enter(known('bo'));
	const own = browser();
	const answer = (await follow(own, '/sign-in/organisation', isBack)).led!;
	const refused = async (one: Browser, address: string) => {
		expect((await one(address)).led).toContain('/sign-in?refused=refused');
		expect((await one('/account')).status).toBe(303);
	};
	await refused(browser(), answer);

	const other = browser();
	await follow(other, '/sign-in/organisation', isBack);
	await refused(other, answer);
	const changed = new URL(answer);
	changed.searchParams.set('state', 'another');
	await refused(own, changed.href);
	const issuer = new URL(answer);
	issuer.searchParams.set('iss', 'https://login.example.com');
	await refused(own, issuer.href);

	expect((await own(answer)).led).toBe(`${program.address}/`);
	await refused(browser(), answer);
});

test('a token made for another nonce → lets nobody in', async () => {
	provider.enter(known('bo'));
	const own = browser();
	const { led } = await follow(own, '/sign-in/organisation', (to) => to.includes('/auth?'));
	const asked = new URL(led!);
	asked.searchParams.set('nonce', 'of-somebody-else');
	const { led: back } = await follow(own, asked.href, isBack);
	expect((await own(back!)).led).toContain('refused=refused');
});

test('local sign-in kept for one administrator → other passwords and their sessions end; before → all work', async () => {
	const ana = browser();
	expect((await ana('/sign-in', { email: 'ana@example.org', password })).status).toBe(303);
	const { out } = await user('add', 'fay@example.org', '--role', 'admin');
	const fay = browser();
	const filled = { email: 'fay@example.org', password: out.trim() };
	expect((await fay('/sign-in', filled)).status).toBe(303);
	expect((await fay('/account')).status).toBe(200);

	await program.stop();
	env.LOCAL_SIGN_IN = 'ana@example.org';
	program = await started(where);
	// what began with a password has ended as well
	expect((await fay('/account')).status).toBe(303);
	const again = await fay('/sign-in', filled);
	expect([again.status, again.text]).toEqual([400, expect.stringContaining('turned off')]);
	expect((await ana('/account')).status).toBe(200);
	const fresh = browser();
	expect((await fresh('/sign-in', { email: 'ana@example.org', password })).status).toBe(303);
	expect((await come(known('fay'))).text).toContain('fay@example.org');
	expect((await browser()('/sign-in')).text).toContain('Administrator sign-in');
});

test('a provider that does not answer → said in a sentence, and the administrator still signs in', async () => {
	await program.stop();
	await provider.close();
	program = await started(where);
	const { text } = await follow(browser(), '/sign-in/organisation');
	expect(text).toContain('Example Login cannot be reached');
	const ana = browser();
	expect((await ana('/sign-in', { email: 'ana@example.org', password })).status).toBe(303);
});
