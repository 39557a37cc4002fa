import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions, allowedTo, type Action } from '#lib/permissions.ts';
import { may, type Visitor } from '#lib/server/access/may.ts';
import { asScript, cookiesOf } from './browser.ts';
import { dealt } from '../combinations.ts';
import { emailOf, people, populate, slugs, tokens } from './everybody.ts';
import { folder, rubrique, started, type Running } from './program.ts';
import { endpointWrites, reads, sourceOf, writes, type Target } from './routes.ts';

// Every route and action, asked by everybody there can be, in two publications: who is let in is
// compared with the table of permissions.

const here = folder();
const where = { here, env: { RUBRIQUE_DATA: folder() } };

let program: Running;
const held: Record<string, Record<string, string>> = {};

function ask(path: string, headers: Record<string, string>, method = 'GET', body?: BodyInit) {
	return fetch(`${program.address}${path}`, {
		redirect: 'manual',
		method,
		headers: { accept: 'text/html', origin: program.address, ...headers },
		...(body !== undefined && { body })
	});
}

async function runCommand(...args: string[]): Promise<string> {
	const { out, talk, code } = await rubrique(args, where);
	expect([code, talk]).toEqual([0, expect.anything()]);
	return out.trim();
}

async function signIn(email: string, password: string) {
	const answer = await ask('/sign-in', {}, 'POST', new URLSearchParams({ email, password }));
	expect([email, answer.status]).toEqual([email, 303]);
	return { cookie: cookiesOf(answer) };
}

beforeAll(async () => {
	const { passwords, tokens: shown } = await populate(where.env.RUBRIQUE_DATA);
	Object.assign(held, shown);
	program = await started(where);
	for (const [name, password] of Object.entries(passwords))
		held[name] = await signIn(emailOf(name), password);
	held.nobody = {};
});

afterAll(() => program?.stop());

/** The id of a publication is the order in which it was made. */
const idOf = (slug: string) => slugs.indexOf(slug) + 1;

function visitorOf(name: string): Visitor {
	const [person, token] = [people[name], tokens[name]];
	if (person)
		return {
			kind: 'member',
			id: name,
			name,
			email: emailOf(name),
			role: person.role,
			roles: person.one ? { 1: person.one } : {}
		};
	if (token) {
		const publicationId = token.slug === null ? null : idOf(token.slug);
		return { kind: 'script', name, scope: token.scope, publicationId };
	}
	return { kind: 'signedOut' };
}

const isAction = (audience: string): audience is Action =>
	(actions as readonly string[]).includes(audience);

const inPublications = [...reads, ...writes, ...endpointWrites].filter(({ route }) =>
	route.includes('[publication]')
);

const pathIn = ({ path }: Target, slug: string) =>
	path
		.replace('[publication]', slug)
		.replace('[figure]', 'topics')
		.replace(/\[\w+\]/g, '1');

/** Asks some at a time, as browsers do. @returns what was wrong with each */
async function eachOf<One>(all: readonly One[], wrongWith: (one: One) => Promise<string[]>) {
	const left = [...all];
	const wrong: string[] = [];
	const walk = async () => {
		for (let one = left.shift(); one; one = left.shift()) wrong.push(...(await wrongWith(one)));
	};
	await Promise.all([1, 2, 3, 4, 5, 6].map(walk));
	return wrong;
}

/**
 * Asks for a page or an action: as scripts do, or as a browser without them, which gets a whole page.
 *
 * @returns whether it lets in, and the status of its answer
 */
async function triedBy(name: string, target: Target, path: string, lets: boolean) {
	const { method, action } = target;
	// of actions that refuse, every fourth says so on a page: by another one of them for whoever comes next
	const place = inPublications.indexOf(target) + Object.keys(held).indexOf(name);
	const isShort = action !== null && (lets || dealt(place, [true], 4).length === 0);
	const body = method === 'GET' ? undefined : new URLSearchParams({ id: '1' });
	const headers = { ...held[name]!, ...(isShort && asScript) };
	const answer = await ask(path, headers, method, body);
	let { status } = answer;
	let location = answer.headers.get('location');
	if (isShort) {
		const said = (await answer.json()) as { status?: number; location?: string };
		status = said.status ?? status;
		location = said.location ?? null;
	} else await answer.body?.cancel();
	const isDoor = status === 303 && (location ?? '').startsWith('/sign-in');
	return [![401, 403].includes(status) && !isDoor, status] as const;
}

/** What ends with the publication, where it is let in. */
const endsIt = ({ id, action }: Target) =>
	id.includes('/settings/') && ['remove', 'archive'].includes(action ?? '');

const everybody = [...Object.keys(people), ...Object.keys(tokens), 'nobody'];

test.each(everybody)(
	'%s in a publication → let in where the table says so, and nowhere else',
	async (name) => {
		const visitor = visitorOf(name);
		// whose role is one everywhere is asked in half as many publications
		const differs = Boolean(people[name]?.one ?? tokens[name]?.slug);
		const who = everybody.indexOf(name);
		const asked = inPublications.flatMap((target, place) =>
			dealt(who + place, slugs, differs ? 2 : 4).map((slug) => ({ slug, target }))
		);
		expect(
			await eachOf(asked, async ({ slug, target }) => {
				const audience = allowedTo(target.route, target.method);
				const isProgram = visitor.kind === 'script' && !target.route.startsWith('/api/');
				const publication = { id: idOf(slug), sample: false };
				const lets = isAction(audience) && !isProgram && may(visitor, audience, publication);
				if (lets && endsIt(target)) return [];

				const [isIn, status] = await triedBy(name, target, pathIn(target, slug), lets);
				if (isIn === lets) return [];
				return [`${status} ${target.method} ${pathIn(target, slug)} (${audience})`];
			})
		).toEqual([]);
	}
);

/** What asks for more within: the page is everybody's own, what is said there of others is not. */
const ofOthers = (source: string) =>
	new Set(
		[...source.matchAll(/^\t(?:async )?(\w+)(?:: administer\(|.*\n.*await administer\()/gm)].map(
			([, name]) => name
		)
	);

const ofInstallation = [...reads, ...writes, ...endpointWrites].filter(
	({ route }) => !/\[\w+\]|^\/\(auth\)/.test(route)
);

test.each(everybody)(
	'%s in the installation → let in where the table says so, and nowhere else',
	async (name) => {
		const visitor = visitorOf(name);
		const wrong = await eachOf(ofInstallation, async (target) => {
			const { route, method, id, action } = target;
			const said = allowedTo(route, method);
			const asksMore =
				action !== null && id.startsWith('account/+') && ofOthers(sourceOf(id)).has(action);
			const audience = asksMore ? 'administer' : said;
			const isScript = visitor.kind === 'script';
			let lets = audience === 'anybody';
			if (audience === 'known' || audience === 'holder') lets = visitor.kind !== 'signedOut';
			if (audience === 'member') lets = visitor.kind === 'member';
			if (isAction(audience)) lets = may(visitor, audience, null);
			// everybody is given the list of what they may see
			if (route === '/api/publications' && visitor.kind === 'member') lets = true;
			if (isScript && !route.startsWith('/api/') && audience !== 'anybody') lets = false;
			// it would end what the others need
			if (lets && action === 'endSessions') return [];

			const [isIn, status] = await triedBy(name, target, target.path, lets);
			return isIn === lets ? [] : [`${status} ${method} ${target.path} (${audience})`];
		});
		expect(wrong).toEqual([]);
	}
);

const postTo = async (name: string, path: string, fields: Record<string, string>) => {
	const answer = await ask(
		path,
		{ ...held[name]!, ...asScript },
		'POST',
		new URLSearchParams(fields)
	);
	const body = (await answer.json()) as { status?: number };
	return body.status ?? answer.status;
};

test('a view of somebody else, or a link of another publication → not found by its id', async () => {
	const view = { name: 'Mine', path: 'topics', for: 'me' };
	expect(await postTo('editor of one', '/p/one/views?/keep', view)).toBe(204);
	for (const [verb, fields] of [
		['pin', { pinned: 'yes' }],
		['first', { first: 'yes' }],
		['remove', {}]
	] as const)
		for (const [name, slug] of [
			['admin', 'one'],
			['admin of one', 'one'],
			['viewer', 'one'],
			['admin', 'two']
		] as const)
			expect([
				verb,
				name,
				slug,
				await postTo(name, `/p/${slug}/views?/${verb}`, { id: '1', ...fields })
			]).toEqual([verb, name, slug, 404]);
	expect(await postTo('editor of one', '/p/one/views?/first', { id: '1', first: 'yes' })).toBe(204);

	expect(await postTo('admin', '/p/one/shares?/make', { path: 'topics' })).toBe(200);
	expect(await postTo('admin', '/p/two/shares?/revoke', { id: '1' })).toBe(404);
	expect(await postTo('admin', '/p/one/shares?/revoke', { id: '1' })).toBe(204);
	expect(await postTo('marketing', '/p/two/shares?/undo', { id: '1' })).toBe(404);
	expect(await postTo('viewer', '/p/one/shares?/undo', { id: '1' })).toBe(403);
	expect(await postTo('marketing', '/p/one/shares?/undo', { id: '1' })).toBe(204);
});

test('a list of publications → those that its reader may see, and no others', async () => {
	const listed = async (name: string) => {
		const answer = await ask('/api/publications', held[name]!);
		return ((await answer.json()) as { slug: string }[]).map(({ slug }) => slug);
	};
	expect(await listed('viewer')).toEqual(['one', 'two']);
	expect(await listed('editor of one')).toEqual(['one']);
	expect(await listed('barred from one')).toEqual(['two']);
	expect(await listed('nowhere')).toEqual([]);
	expect(await listed('reads one')).toEqual(['one']);

	// also not beside a publication that they see
	const page = await (await ask('/p/one', held['editor of one']!)).text();
	expect(page).not.toContain('/p/two');
	const nowhere = await ask('/account', held.nowhere!);
	expect(await nowhere.text()).toContain('You do not have access to any publication yet');
	expect((await ask('/', held.nowhere!)).headers.get('location')).toBe('/account');
});

test('a menu → nothing that its reader may not open', async () => {
	const menu = async (name: string) => {
		const page = await (await ask('/p/one', held[name]!)).text();
		return /<nav[^]*?<\/nav>/.exec(page)![0];
	};
	expect(await menu('viewer')).not.toMatch(/\/p\/one\/(imports|activity|settings)"/);
	expect(await menu('marketing')).toMatch(/\/p\/one\/imports"/);
	expect(await menu('marketing')).not.toMatch(/\/p\/one\/settings"/);
	expect(await menu('admin of one')).toMatch(/\/p\/one\/settings"/);
});

test('a page that a role may not open → the reason, in the look of the pages', async () => {
	const headers = { ...held.viewer, accept: 'text/html' };
	const answer = await ask('/p/one/settings', headers, 'GET');
	const html = await answer.text();
	expect(answer.status).toBe(403);
	expect(html).toMatch(/<b[^>]*>R<\/b>ubrique/);
	// who that is only administrators see
	expect(html).toContain('An administrator can change your role.');
});

test('an address in a publication that no page has → said beside the navigation, without filters', async () => {
	const shown = async (path: string) =>
		await ask(path, { ...held.viewer, accept: 'text/html' }, 'GET');
	const bar = 'aria-label="Filters"';
	expect(await (await shown('/p/one/items')).text()).toContain(bar);
	for (const path of ['/p/one/items/none', '/p/one/issues/999']) {
		const missing = await shown(path);
		const html = await missing.text();
		expect([path, missing.status, html.includes(bar)]).toEqual([path, 404, false]);
		expect(html).toContain('href="/p/one/topics"');
	}
});

test('what a figure lacks → said to everybody, with the way to import it for those who may', async () => {
	const lacks = async (name: string) => {
		const page = await (await ask('/p/one/audience', held[name]!)).text();
		const said = /<span[^>]*data-need="readers"[^]*?<\/span>/.exec(page)![0];
		return [said.includes('Needs'), said.includes('href="/p/one/imports"')];
	};
	expect(await lacks('marketing')).toEqual([true, true]);
	expect(await lacks('viewer')).toEqual([true, false]);
});

test('an administrator of all → given no role in one publication, and the last one keeps the role', async () => {
	const role = (...args: string[]) => rubrique(['user', 'role', emailOf('admin'), ...args], where);
	const inOne = await role('--role', 'viewer', '--publication', 'one');
	expect([inOne.code, inOne.talk]).toEqual([1, expect.stringContaining('is an administrator')]);
	const none = await role('--role', 'none');
	expect([none.code, none.talk]).toEqual([1, expect.stringContaining('last administrator')]);
});

test('a role in one publication that equals the general one → not stored', async () => {
	const listed = async () => {
		const out = await runCommand('user', 'list', '--json');
		return JSON.parse(out) as { email: string; publications: Record<string, string> }[];
	};
	const of = async (name: string) =>
		(await listed()).find(({ email }) => email === emailOf(name))?.publications;
	expect(await of('barred from one')).toEqual({ one: 'none' });
	const change = ['--role', 'marketing', '--publication', 'one'];
	await runCommand('user', 'role', emailOf('barred from one'), ...change);
	expect(await of('barred from one')).toEqual({});
});

test('an archived publication → opened by nobody, and restored only by who administers it', async () => {
	const away = await ask('/p/one/settings?/archive', held.admin!, 'POST', new URLSearchParams());
	expect(away.headers.get('location')).toBe('/publications');
	for (const name of [...Object.keys(people), ...Object.keys(tokens)]) {
		const page = await ask('/p/one', held[name]!);
		expect([name, [403, 404].includes(page.status)]).toEqual([name, true]);
		const figure = await ask('/api/publications/one/topics', held[name]!);
		expect([name, [403, 404].includes(figure.status)]).toEqual([name, true]);
		const listed = await (await ask('/publications', held[name]!)).text();
		const sees = name.startsWith('admin');
		expect([name, listed.includes('value="one"')]).toEqual([name, sees]);
		if (!sees)
			expect([
				name,
				[403, 404].includes(await postTo(name, '/publications?/restore', { slug: 'one' }))
			]).toEqual([name, true]);
	}
	expect(await postTo('admin of one', '/publications?/restore', { slug: 'one' })).toBe(303);
	expect((await ask('/p/one', held.viewer!)).status).toBe(200);
});

test('a page that a role does not open → which page, which role one has, who can give another, and where to go', async () => {
	const said = async (name: string, path: string, headers: Record<string, string> = {}) => {
		const answer = await ask(path, { ...held[name]!, ...headers });
		return [answer.status, await answer.text()] as const;
	};
	const [status, page] = await said('viewer', '/p/two/settings', { 'accept-language': 'en' });
	expect(status).toBe(403);
	// what it names is there, though it stands under another page's address
	const [, sheet] = /href="([^"]+\.css)"/.exec(page)!;
	expect((await fetch(new URL(sheet!, `${program.address}/p/two/settings`))).status).toBe(200);
	const text = page.replace(/<[^>]+>/g, ' ');
	expect(text).toContain('You cannot open “Settings”');
	expect(text).toMatch(/Your role in \S+ is viewer \(can view\)/);
	expect(text).toContain('It takes the role administrator.');
	expect(page).toMatch(/href="[^"]*\/p\/two"/);
	// whoever may look at issues is not told that they cannot open them
	const [, corrections] = await said('viewer', '/p/two/issues/1/edit', { 'accept-language': 'en' });
	expect(corrections).toContain('You cannot open “Correct”');
	const [, french] = await said('viewer', '/p/two/settings', { 'accept-language': 'fr' });
	expect(french).toContain('Vous ne pouvez pas ouvrir');

	// gone on to within a page, which asks for its data alone
	const data = await said('viewer', '/p/two/settings/__data.json', { accept: '*/*' });
	expect(JSON.parse(data[1])).toMatchObject({ noEntry: { title: 'You cannot open “Settings”' } });
	// who is kept out of a publication is not told what it is called
	const [, barred] = await said('nowhere', '/p/two/topics');
	expect(barred).not.toMatch(/href="[^"]*\/p\/two"/);
});
