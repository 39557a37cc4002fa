import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asScript, browserAt, follow, type Browser } from './browser.ts';
import { times } from '../combinations.ts';
import { identityProvider } from './identity-provider.ts';
import { arrived, mailServer, type MailServer } from './mail-server.ts';
import { freePort } from '../free-port.mjs';
import { folder, rubrique, started, type Running } from './program.ts';
import { siteBelow, type Site } from './site.ts';
import { tidesInbox } from './tides.ts';

// The whole program below a path of a site that others share, behind proxies of both kinds.

const PREFIX = '/rubrique';

const browserOf = (site: string) => browserAt(() => site);
type Answer = Awaited<ReturnType<Browser>>;

/** The modules that a script imports. */
const modulesIn = ({ text, url }: Answer): URL[] =>
	[...text.matchAll(/(["`])(\.{1,2}\/[\w./-]+\.js)\1/g)].map(([, , path]) => new URL(path!, url));

/** Where a page leads: links, forms, pictures, styles and scripts. */
function addressesIn({ text, url }: Answer): URL[] {
	const attributes = text.matchAll(/\s(?:href|action|formaction|src|poster)="([^"]*)"/g);
	const scripts = text.matchAll(/\bimport\("([^"]+)"\)/g);
	return [...attributes, ...scripts].flatMap(([, address = '']) => {
		const plain = address.replaceAll('&amp;', '&');
		return URL.canParse(plain, url) ? [new URL(plain, url)] : [];
	});
}

/** Pages of one kind are alike: two of each are opened. */
const kindOf = ({ pathname }: URL) =>
	pathname.replace(/\/(?:\d+|[\w-]{20,}|\w+-\d+)(?=\/|$)/g, '/*');

let mails: MailServer;
let program: Running;
let site: Site;
let provider: Awaited<ReturnType<typeof identityProvider>>;
let browse: Browser;
const env: Record<string, string> = {};
const where = { here: folder(), env };

describe.each([
	['hands paths on as they are', false],
	['takes the prefix off', true]
])('behind a proxy that %s', (_name, takesOff) => {
	beforeAll(async () => {
		site = await siteBelow(PREFIX, takesOff);
		mails = await mailServer();
		const client = { id: 'rubrique', secret: 'a secret of some length' };
		const back = `${site.address}/sign-in/organisation/back`;
		provider = await identityProvider({ ...client, back });
		Object.assign(env, {
			RUBRIQUE_DATA: folder(),
			RUBRIQUE_IMPORTS: tidesInbox('tides'),
			PORT: String(await freePort()),
			ORIGIN: `${site.address}/`,
			SMTP_URL: mails.url,
			LOG_REQUESTS: '1',
			OIDC_ISSUER: provider.issuer,
			OIDC_CLIENT_ID: client.id,
			OIDC_CLIENT_SECRET: client.secret,
			OIDC_NAME: 'Example Login',
			METRICS_TOKEN: 'seen',
			SECURITY_CONTACT: 'security@example.org'
		});
		const made = await rubrique(['user', 'add', 'ana@example.org', '--role', 'admin'], where);
		program = await started(where);
		site.lead(Number(env.PORT));
		browse = browserOf(site.address);

		const turned = await browse('');
		expect(turned.led).toBe(`${site.address}/sign-in`);
		const filled = { email: 'ana@example.org', password: made.out.trim() };
		const come = await browse('sign-in?next=/account', filled);
		expect([come.status, come.led]).toEqual([303, `${site.address}/account`]);
		// a browser would send them to nobody else at this site
		expect(browse.cookies().filter(({ path }) => !path.startsWith(`${PREFIX}/`))).toEqual([]);
	});

	afterAll(async () => {
		await program?.stop();
		await Promise.all([site?.close(), mails?.close(), provider?.close()]);
	});

	test('the start → prints the address below the path', () => {
		expect(program.talk()).toContain(`${site.address}\n`);
	});

	test('any page → leads nowhere else at the site, and all that it leads to is there', async () => {
		const seen = new Map<string, number>();
		const waiting = [new URL(`${site.address}/`), new URL(`${site.address}/api/reference`)];
		const wrong: string[] = [];
		const done = new Set<string>();
		for (let at = waiting.shift(); at; at = waiting.shift()) {
			const kind = kindOf(at);
			if (done.has(at.href) || (seen.get(kind) ?? 0) >= times(1, 2)) continue;
			done.add(at.href);
			seen.set(kind, (seen.get(kind) ?? 0) + 1);
			const answer = await browse(at.href);
			if (answer.status >= 400) wrong.push(`${answer.status} ${at.pathname}`);
			const type = answer.headers.get('content-type') ?? '';
			const led = answer.led === null ? [] : [new URL(answer.led)];
			if (type.startsWith('text/html')) led.push(...addressesIn(answer));
			if (type.includes('javascript')) led.push(...modulesIn(answer));
			for (const to of led) {
				if (to.origin !== at.origin) continue;
				if (!to.pathname.startsWith(`${PREFIX}/`)) wrong.push(`${at.pathname} leads to ${to.href}`);
				// forms are sent, not opened
				else if (!/[?&]\/|sign-out|privacy\/reader|\/views$/.test(to.href)) waiting.push(to);
			}
		}
		expect(wrong).toEqual([]);
		expect(site.beside).toEqual([]);
		const kinds = [...seen.keys()].map((kind) => kind.slice(PREFIX.length));
		for (const one of [
			'/p/tides',
			'/p/tides/issues/*',
			'/p/tides/topics',
			'/account',
			'/favicon.svg'
		])
			expect(kinds.some((kind) => kind.startsWith(one))).toBe(true);
		expect(kinds.filter((kind) => kind.startsWith('/_app/')).length).toBeGreaterThan(20);
		expect(seen.size).toBeGreaterThan(100);
	});

	test('addresses that browsers would take for another folder → lead to the right one', async () => {
		// asked for `/` in both cases, the program cannot tell them apart, and leads on by whole paths
		const first = takesOff ? `${site.address}/p/tides?last=12` : `${site.address}/`;
		expect((await browse(site.address)).led).toBe(first);
		expect((await browse('account/?a=1')).led).toBe(`${site.address}/account?a=1`);
		// where nothing is, the page of the error leads back
		for (const [path, back] of [
			['nothing/at/all', '/'],
			['p/tides/nothing/at/all', '/p/tides']
		]) {
			const missing = await browse(path!);
			expect(missing.status).toBe(404);
			expect(addressesIn(missing).map(({ href }) => href)).toContain(site.address + back);
		}
	});

	test('a file imported and a page shared below the path → accepted, and open to a guest', async () => {
		const taken = await browse('p/tides/imports/upload?name=a.html&pasted', undefined, {
			method: 'POST',
			body: '<h1>Ebb</h1><p><a href="https://example.org/a">One</a></p>',
			headers: { 'content-type': 'application/octet-stream' }
		});
		expect(taken.status).toBe(202);
		const made = await browse('p/tides/shares?/make', { path: 'topics?last=12', days: '' });
		const link = new RegExp(`${site.address}/s/[\\w-]+`).exec(made.text)![0];
		const guest = browserOf(site.address);
		const shown = await guest(link);
		expect(shown.status).toBe(200);
		expect(addressesIn(shown).filter(({ pathname }) => !pathname.startsWith(PREFIX))).toEqual([]);
		expect((await guest(`${link}/report.csv`)).status).toBe(200);
		const asked = { method: 'POST', body: '[]', headers: { 'content-type': 'application/json' } };
		expect((await guest(`${link}/pictures`, undefined, asked)).status).toBe(200);
		expect((await guest(`${link}x/pictures`, undefined, asked)).status).toBe(403);
	});

	test('a link in a mail or an invitation → below the path', async () => {
		const asked = await browserOf(site.address)('sign-in/forgot', { email: 'ana@example.org' });
		expect(asked.status).toBe(200);
		const { text = '' } = await arrived(mails, () => true);
		const link = new RegExp(`${site.address}/password\\?token=[\\w-]+`).exec(text)![0];
		expect((await browserOf(site.address)(link)).status).toBe(200);
		const invited = await browse('account?/invite', {
			name: 'Bo',
			email: 'bo@example.org',
			role: 'viewer',
			publication: ''
		});
		expect(invited.text).toContain(`${site.address}/password?token=`);
	});

	test('a token below the path → imports a file, and the API’s description names the path', async () => {
		const made = await rubrique(['token', 'add', 'feed', '--scope', 'import', '--json'], where);
		const { token } = JSON.parse(made.out) as { token: string };
		const headers = {
			authorization: `Bearer ${token}`,
			'content-type': 'application/octet-stream'
		};
		const ask = (path: string, more: RequestInit = {}) =>
			fetch(`${site.address}${path}`, { headers, ...more });
		const { servers, paths } = await (await ask('/api/openapi.json')).json();
		expect([servers, '/api/imports' in paths]).toEqual([[{ url: PREFIX }], true]);
		const brought = await ask('/api/imports?publication=tides&name=b.csv', {
			method: 'POST',
			body: 'nothing'
		});
		expect(brought.status).toBe(202);
		const { id } = (await brought.json()) as { id: number };
		expect((await ask(`/api/imports/${id}`)).status).toBe(200);
	});

	test('a sign-in at an organisation → leads back to the page asked for, below the path', async () => {
		const bo = { sub: 'bo', email: 'bo@example.org', email_verified: true, name: 'Bo' };
		provider.enter(bo);
		const start = 'sign-in/organisation?next=/account';
		const answer = await follow(browserOf(site.address), start);
		expect([answer.status, answer.url]).toEqual([200, `${site.address}/account`]);
		expect(answer.text).toContain('bo@example.org');
	});

	test('health, readiness and metrics → answered with the prefix and without', async () => {
		const direct = program.address;
		for (const base of [direct, direct + PREFIX, site.address]) {
			expect((await fetch(`${base}/health`)).status).toBe(200);
			expect((await fetch(`${base}/ready`)).status).toBe(200);
			const headers = { authorization: 'Bearer seen' };
			expect((await fetch(`${base}/metrics`, { headers })).status).toBe(200);
			expect((await fetch(`${base}/.well-known/security.txt`)).status).toBe(200);
			expect(await (await fetch(`${base}/robots.txt`)).text()).toContain('Disallow: /');
		}
	});

	test('a sign-out → leads to sign-in below the path, with scripts and without', async () => {
		const answer = await browse(
			'sign-out',
			{},
			{
				headers: asScript
			}
		);
		expect(JSON.parse(answer.text)).toMatchObject({
			type: 'redirect',
			location: `${PREFIX}/sign-in`
		});
		expect((await browse('account')).led).toBe(`${site.address}/sign-in?next=%2Faccount`);
		expect((await browse('sign-out', {})).led).toBe(`${site.address}/sign-in`);
		expect(site.beside).toEqual([]);
	});
});
