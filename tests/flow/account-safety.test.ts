import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserAt, codeOf } from './browser.ts';
import { arrived, mailServer, type MailServer } from './mail-server.ts';
import { folder, rubrique, started, type Running } from './program.ts';

// What protects accounts besides their password: their owners are told by mail what was changed, and
// a second step can be required of them.

const env: Record<string, string> = { RUBRIQUE_DATA: folder(), ORIGIN: 'https://news.example.org' };
const where = { here: folder(), env };
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let mails: MailServer;
let program: Running;
const words: Record<string, string> = {};

async function command(...args: string[]) {
	const { code, out, talk } = await rubrique(args, where);
	expect([args, code, code === 0 ? '' : talk]).toEqual([args, 0, '']);
	return out.trim();
}

beforeAll(async () => {
	mails = await mailServer();
	env.SMTP_URL = mails.url;
	for (const [name, role] of Object.entries({ ana: 'admin', bo: 'viewer', cy: 'editor' }))
		words[name] = await command('user', 'add', `${name}@example.org`, '--role', role);
	program = await started(where);
});

afterAll(async () => {
	await program?.stop();
	await mails?.close();
});

async function signedIn(name: string, language = 'en') {
	const own = { origin: env.ORIGIN!, 'accept-language': language, 'user-agent': FIREFOX };
	const visit = browserAt(() => program.address, own);
	const password = words[name]!;
	const { status } = await visit('/sign-in', { email: `${name}@example.org`, password });
	expect([name, status]).toEqual([name, 303]);
	return visit;
}

/** The mail with such a subject to somebody, once it has come. */
function mailed(name: string, subject: string, since = 0) {
	return arrived(
		mails,
		(mail) => mail.to?.[0]?.address === `${name}@example.org` && mail.subject === subject,
		since
	);
}

/** What the audit says of mails about an account. */
async function toldOf(name: string) {
	const rows = JSON.parse(await command('audit', '--action', 'people.told', '--json')) as {
		details: { email: string; about: string; sent: boolean };
	}[];
	return rows.map(({ details }) => details).filter(({ email }) => email.startsWith(name));
}

async function setUp(visit: Awaited<ReturnType<typeof signedIn>>, page: string, name: string) {
	const begun = (await visit(`${page}?/factor`, { password: words[name]! })).text;
	const secret = /<code[^>]*>([A-Z2-7]{16,})<\/code>/.exec(begun)![1]!;
	return visit(`${page}?/confirm`, { code: codeOf(secret) });
}

test('a changed password or second step → its owner is mailed in their language: when, from where, what to do', async () => {
	const bo = await signedIn('bo', 'fr');
	const fresh = 'bright lantern';
	expect((await bo('/account?/password', { present: words.bo!, fresh })).status).toBe(200);
	words.bo = fresh;
	const mail = await mailed('bo', 'Le mot de passe de votre compte Rubrique a été modifié');
	expect(mail.text).toMatch(/session ouverte à votre nom/);
	expect(mail.text).toMatch(
		/\d{4}.*\(UTC\), depuis (::ffff:)?(127\.0\.0\.1|::1) \(Firefox, Linux\)/
	);
	expect(mail.text).toContain('Si c’est vous, il n’y a rien à faire.');
	expect(mail.text).toContain('https://news.example.org/sign-in');
	// neither what it was nor what it is, nor a link that changes anything
	for (const said of [mail.text!, mail.html!]) expect(said).not.toMatch(/lantern|token=/);

	await setUp(bo, '/account', 'bo');
	const on = await mailed(
		'bo',
		'La connexion en deux étapes a été activée pour votre compte Rubrique'
	);
	expect(on.text).not.toMatch(/[A-Z2-7]{16,}/);

	// whoever else changes it: the mail says who, and is in the language of its owner
	await command('user', 'remove-factor', 'bo@example.org');
	const off = await mailed(
		'bo',
		'La connexion en deux étapes a été désactivée pour votre compte Rubrique'
	);
	expect(off.text).toContain('par une commande sur le serveur');
	const since = mails.received.length;
	const ana = await signedIn('ana');
	const renewed = await ana('/account?/renew', { email: 'bo@example.org' });
	words.bo = /<code[^>]*>([\w-]+)<\/code>/.exec(renewed.text)![1]!;
	const reset = await mailed('bo', 'Le mot de passe de votre compte Rubrique a été modifié', since);
	expect(reset.text).toContain('par un administrateur');
	expect(`${reset.text}${reset.html}`).not.toContain(words.bo);
	while ((await toldOf('bo')).length < 4) await new Promise((soon) => setTimeout(soon, 50));
	expect((await toldOf('bo')).reverse()).toEqual(
		['people.password', 'people.factorOn', 'people.factorOff', 'people.password'].map((about) => ({
			email: 'bo@example.org',
			about,
			sent: true
		}))
	);
});

test('a second step required → whoever has none can only set one up, tokens go on, and a command lifts it', async () => {
	const token = await command('token', 'add', 'figures', '--scope', 'read');
	const [ana, bo, cy] = [await signedIn('ana'), await signedIn('bo'), await signedIn('cy')];
	expect((await cy('/account?/requireStep', { group: 'everybody' })).status).toBe(403);
	expect((await ana('/account?/requireStep', { group: 'some' })).status).toBe(400);
	expect((await ana('/account?/requireStep', { group: 'staff' })).status).toBe(200);

	// it holds at once, of who was signed in as well
	for (const visit of [ana, cy]) {
		for (const path of ['/', '/account', '/publications', '/p/new', '/account/audit'])
			expect([path, (await visit(path)).to]).toEqual([path, '/account/second-step']);
		expect((await visit('/account?/renew', { email: 'bo@example.org' })).to).toBe(
			'/account/second-step'
		);
		expect((await visit('/account/second-step')).text).toContain('Set up two-step sign-in');
	}
	const asScript = browserAt(() => program.address, {
		origin: env.ORIGIN!,
		accept: 'application/json'
	});
	const right = { email: 'cy@example.org', password: words.cy! };
	await asScript('/sign-in', right);
	expect((await asScript('/api/publications')).status).toBe(403);
	// whoever it is not required of, and programs with a token, notice nothing
	expect((await bo('/account')).status).toBe(200);
	const answer = await fetch(`${program.address}/api/publications`, {
		headers: { authorization: `Bearer ${token}` }
	});
	expect(answer.status).toBe(200);

	expect(await setUp(cy, '/account/second-step', 'cy')).toMatchObject({ status: 303, to: '/' });
	expect((await cy('/account')).status).toBe(200);
	expect((await cy('/account/second-step')).to).toBe('/account');
	// away with it, and it is asked for anew
	expect((await cy('/account?/factorOff', { password: words.cy! })).status).toBe(200);
	expect((await cy('/account')).to).toBe('/account/second-step');

	expect(await command('user', 'require-factor', 'nobody')).toContain('nobody');
	expect((await ana('/account')).status).toBe(200);
	const rows = JSON.parse(await command('audit', '--action', 'settings.secondStep', '--json')) as {
		who: string | null;
		details: object;
	}[];
	expect(rows.map(({ who, details }) => ({ who, ...details }))).toEqual([
		{ who: null, before: 'staff', after: 'nobody' },
		{ who: 'ana@example.org', before: 'nobody', after: 'staff' }
	]);
});
