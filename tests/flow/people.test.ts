import PostalMime, { type Email } from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserAt, codeOf, type Browser } from './browser.ts';
import { arrived, mailServer, type MailServer } from './mail-server.ts';
import { folder, rubrique, started, type Running } from './program.ts';

const here = folder();
const env: Record<string, string> = { RUBRIQUE_DATA: folder(), ORIGIN: 'https://news.example.org' };
const where = { here, env };

let mails: MailServer;
let program: Running;

// as the proxy before the program says
const browser = () => browserAt(() => program.address, { origin: env.ORIGIN! });

async function user(...args: string[]) {
	const { code, out, talk } = await rubrique(['user', ...args], where);
	return { code, out: out.trim(), talk };
}

const admin = browser();

beforeAll(async () => {
	mails = await mailServer();
	env.SMTP_URL = mails.url;
	const { out: password } = await user('add', 'ana@example.org', '--role', 'admin');
	program = await started(where);
	expect((await admin('/sign-in', { email: 'ana@example.org', password })).status).toBe(303);
});

afterAll(async () => {
	await program?.stop();
	await mails?.close();
});

const linkIn = (text: string) =>
	/https:\/\/news\.example\.org(\/password\?token=[\w-]+)/.exec(text)?.[1];

/** The link in the latest mail, which has come when it is asked for. */
async function mailedTo(email: string) {
	const {
		text = '',
		subject,
		html
	} = await arrived(
		mails,
		(mail) => mail.to?.[0]?.address === email && linkIn(mail.text ?? '') !== undefined
	);
	return { link: linkIn(text)!, subject, html };
}

test('an invitation’s link → used once to choose a password, for the account and role invited', async () => {
	const made = await admin('/account?/invite', {
		name: 'Bo',
		email: 'bo@example.org',
		role: 'viewer',
		publication: ''
	});
	const link = linkIn(made.text)!;
	expect(made.text).toContain('invited, has not signed in yet');
	// it went out by mail as well, the very same
	const mail = await mailedTo('bo@example.org');
	expect(mail).toMatchObject({ link, subject: 'Your access to Rubrique' });
	expect(mail.html).toContain(link);

	const bo = browser();
	// programs that read mail follow links, which uses nothing up
	for (let n = 0; n < 3; n++) expect((await bo(link)).text).toContain('For the account of Bo');
	expect((await bo(link, { password: 'short' })).status).toBe(400);
	expect(await bo(link, { password: 'bright lantern' })).toMatchObject({ status: 303, to: '/' });
	expect((await bo('/account')).text).toContain('bo@example.org');
	expect((await bo(link)).text).toContain('This link no longer works');
	expect((await bo(link, { password: 'another lantern' })).status).toBe(404);
	expect((await admin('/account')).text).not.toContain('invited, has not signed in yet');
});

test('an invitation by command into one publication → mailed and listed; a new link → ends the old one', async () => {
	const words = { slug: 'one', name: 'One', language: 'en', currency: 'EUR', zone: 'UTC' };
	expect((await admin('/p/new', words)).status).toBe(303);
	const cy = ['cy@example.org', '--role', 'editor', '--publication', 'one'];
	expect((await user('invite', ...cy.slice(0, 3), '--publication', 'two')).code).toBe(1);
	const made = await user('invite', ...cy, '--mail', '--json');
	const { link, sent } = JSON.parse(made.out) as { link: string; sent: boolean };
	expect([made.code, sent]).toEqual([0, true]);
	expect((await mailedTo('cy@example.org')).link).toBe(linkIn(link));
	expect((await user('invite', 'cy@example.org')).talk).toContain('has an account already');

	const [listed] = (
		JSON.parse((await user('list', '--json')).out) as { email: string; invited: boolean }[]
	).filter(({ email }) => email === 'cy@example.org');
	expect(listed).toMatchObject({ role: 'none', publications: { one: 'editor' }, invited: true });

	// a new link ends the old one
	const again = await user('link', 'cy@example.org');
	const visitor = browser();
	expect((await visitor(linkIn(link)!)).text).toContain('no longer works');
	expect((await visitor(linkIn(again.out)!)).text).toContain('For the account of cy');
});

test('a forgotten password → renewed by mail, which does not say who has an account', async () => {
	const bo = browser();
	await bo('/sign-in', { email: 'bo@example.org', password: 'bright lantern' });
	const visitor = browser();
	const unknown = await visitor('/sign-in/forgot', { email: 'nobody@example.com' });
	const known = await visitor('/sign-in/forgot', { email: 'Bo@example.org' });
	const plain = (text: string) => text.replace(/nonce="[^"]*"/g, '');
	expect(plain(known.text)).toBe(plain(unknown.text));

	// the mail of before led to a link that was used
	const isRenewal = ({ subject }: Email) => subject === 'A new password for Rubrique';
	await arrived(mails, isRenewal);
	const come = await Promise.all(mails.received.map((raw) => PostalMime.parse(raw)));
	const [mail, ...others] = come.filter(isRenewal);
	expect(others).toEqual([]);
	const link = linkIn(mail!.text ?? '')!;
	// until it is used the old password holds
	expect((await bo('/account')).status).toBe(200);
	expect((await visitor(link, { password: 'brighter lantern' })).status).toBe(303);
	// whoever was signed in is not any more
	expect((await bo('/account')).status).toBe(303);
	const old = { email: 'bo@example.org', password: 'bright lantern' };
	expect((await browser()('/sign-in', old)).status).toBe(400);
});

const signedIn = async (password: string): Promise<Browser> => {
	const own = browser();
	expect((await own('/sign-in', { email: 'bo@example.org', password })).status).toBe(303);
	return own;
};

test('the devices of an account → listed, and signed out one by one or all others at once', async () => {
	const [one, two, three] = [
		await signedIn('brighter lantern'),
		await signedIn('brighter lantern'),
		await signedIn('brighter lantern')
	];
	const { text } = await one('/account');
	expect(text).toContain('this device');
	const ids = [...text.matchAll(/name="session" value="([^"]+)"/g)].map(([, id]) => id!);
	// the browser of the link is signed in as well
	expect(ids).toHaveLength(3);
	await one('/account?/endSessions', { session: ids[0]! });
	expect((await three('/account')).status).toBe(303);
	expect((await two('/account')).status).toBe(200);
	// nobody else's: the id is not enough
	const own = /name="session" value="([^"]+)"/.exec((await two('/account')).text)![1]!;
	await admin('/account?/endSessions', { session: own });
	expect((await one('/account')).status).toBe(200);

	await one('/account?/endSessions', {});
	expect((await two('/account')).status).toBe(303);
	expect((await one('/account')).status).toBe(200);
	expect((await user('sign-out', 'bo@example.org')).out).toContain('devices signed out: 1');
	expect((await one('/account')).status).toBe(303);
});

test('a second factor → set up with a first code, asked for at each sign-in, replaced by a backup code, removed', async () => {
	const bo = await signedIn('brighter lantern');
	expect((await bo('/account?/factor', { password: 'not this' })).status).toBe(400);
	const begun = (await bo('/account?/factor', { password: 'brighter lantern' })).text;
	const secret = /enter this key:[^]*?<code[^>]*>([A-Z2-7]+)<\/code>/.exec(begun)![1]!;
	const spare = [...begun.matchAll(/<li[^>]*><code[^>]*>([\w-]+)<\/code>/g)].map(([, c]) => c!);
	expect(spare.length).toBeGreaterThan(5);

	// it is not in force before a first code was right
	await signedIn('brighter lantern');
	expect((await bo('/account?/confirm', { code: '000000' })).status).toBe(400);
	expect((await bo('/account?/confirm', { code: codeOf(secret) })).text).toContain('is on');
	expect((await bo('/account')).text).toContain('Two-step sign-in is on');

	const enter = async (code: string) => {
		const own = browser();
		const right = { email: 'bo@example.org', password: 'brighter lantern' };
		const asked = await own('/sign-in?next=%2Faccount', right);
		expect(asked).toMatchObject({ status: 303, to: '/sign-in/code?next=%2Faccount' });
		// the password alone opens nothing
		expect((await own('/account')).status).toBe(303);
		return { own, ...(await own('/sign-in/code?next=%2Faccount', { code })) };
	};
	expect((await enter('123456')).status).toBe(400);
	const byCode = await enter(codeOf(secret));
	expect(byCode).toMatchObject({ status: 303, to: '/account' });
	expect((await byCode.own('/account')).status).toBe(200);
	expect((await enter(spare[0]!)).status).toBe(303);
	// each stands in once
	expect((await enter(spare[0]!)).status).toBe(400);
	// a code without a password before it is nothing
	expect((await browser()('/sign-in/code', { code: codeOf(secret) })).status).toBe(400);

	const taken = await user('remove-factor', 'bo@example.org');
	expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('without a code')]);
	await signedIn('brighter lantern');
	expect((await user('remove-factor', 'bo@example.org')).code).toBe(1);
});

test('a viewer who invites, makes links, signs others out or takes their second factor → refused', async () => {
	const bo = await signedIn('brighter lantern');
	for (const action of ['invite', 'link', 'signOutEverywhere', 'noFactor']) {
		const filled = { email: 'ana@example.org', name: 'x', role: 'admin' };
		expect([action, (await bo(`/account?/${action}`, filled)).status]).toEqual([action, 403]);
	}
});
