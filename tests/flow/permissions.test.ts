import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions, audienceOf } from '#lib/permissions.ts';
import type { Action, GivenRole, TokenScope } from '#lib/permissions.ts';
import { may } from '#lib/server/access/may.ts';
import type { Visitor } from '#lib/server/access/may.ts';
import { folder, rubrique, started } from './program.ts';
import type { Running } from './program.ts';
import { endpointWrites, reads, writes } from './routes.ts';
import type { Target } from './routes.ts';

// Every route and action, asked by everybody there can be, in two publications: who is let in is
// compared with the table of permissions.

const slugs = ['one', 'two'];
const here = folder();
const where = { here, env: { RUBRIQUE_DATA: folder() } };

/** By name: the role in all publications, and in `one`. */
const people: Record<string, { role: GivenRole; one?: GivenRole }> = {
	admin: { role: 'admin' },
	editor: { role: 'editor' },
	marketing: { role: 'marketing' },
	viewer: { role: 'viewer' },
	'editor of one': { role: 'none', one: 'editor' },
	'admin of one': { role: 'none', one: 'admin' },
	'barred from one': { role: 'marketing', one: 'none' },
	nowhere: { role: 'none' }
};
const tokens: Record<string, { scope: TokenScope; slug: string | null }> = {
	'reads all': { scope: 'read', slug: null },
	'reads one': { scope: 'read', slug: 'one' },
	'brings to all': { scope: 'import', slug: null },
	'brings to one': { scope: 'import', slug: 'one' }
};

let program: Running;
const held: Record<string, Record<string, string>> = {};

function ask(path: string, headers: Record<string, string>, method = 'GET', body?: BodyInit) {
	return fetch(`${program.address}${path}`, {
		...{ redirect: 'manual', method },
		headers: { accept: 'text/html', origin: program.address, ...headers },
		...(body !== undefined && { body })
	});
}

async function say(...args: string[]): Promise<string> {
	const { out, talk, code } = await rubrique(args, where);
	expect([code, talk]).toEqual([0, expect.anything()]);
	return out.trim();
}

const emailOf = (name: string) => `${name.replaceAll(' ', '-')}@example.org`;

async function signIn(email: string, password: string) {
	const answer = await ask('/sign-in', {}, 'POST', new URLSearchParams({ email, password }));
	expect([email, answer.status]).toEqual([email, 303]);
	const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
	return { cookie: cookie.join('; ') };
}

beforeAll(async () => {
	const passwords: Record<string, string> = {};
	const adding = ['admin', ...Object.keys(people).filter((name) => name !== 'admin')];
	for (const name of adding)
		passwords[name] = await say('user', 'add', emailOf(name), '--role', people[name]!.role);
	program = await started(where);

	for (const name of adding) held[name] = await signIn(emailOf(name), passwords[name]!);
	for (const slug of slugs) {
		const words = { slug, name: slug, language: 'en', currency: 'EUR', zone: 'UTC' };
		const made = await ask('/p/new', held.admin!, 'POST', new URLSearchParams(words));
		expect([slug, made.status]).toEqual([slug, 303]);
	}
	for (const [name, { one }] of Object.entries(people))
		if (one) await say('user', 'role', emailOf(name), '--role', one, '--publication', 'one');
	for (const [name, { scope, slug }] of Object.entries(tokens)) {
		const only = slug === null ? [] : ['--publication', slug];
		const token = await say('token', 'add', name.replaceAll(' ', '-'), '--scope', scope, ...only);
		held[name] = { authorization: `Bearer ${token}` };
	}
	held.nobody = {};
});

afterAll(() => program?.stop());

/** The id of a publication is the order in which it was made. */
const idOf = (slug: string) => slugs.indexOf(slug) + 1;

function visitorOf(name: string): Visitor {
	const [person, token] = [people[name], tokens[name]];
	if (person)
		return {
			...{ kind: 'member', id: name, name, email: emailOf(name), role: person.role },
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

/** What ends with the publication, where it is let in. */
const endsIt = ({ id, action }: Target) =>
	id.includes('/settings/') && ['remove', 'archive'].includes(action ?? '');

test.each([...Object.keys(people), ...Object.keys(tokens), 'nobody'])(
	'%s gets in where the table says so, and nowhere else',
	async (name) => {
		const visitor = visitorOf(name);
		const wrong: string[] = [];
		for (const slug of slugs)
			for (const target of inPublications) {
				const audience = audienceOf(target.route, target.method);
				const isProgram = visitor.kind === 'script' && !target.route.startsWith('/api/');
				const publication = { id: idOf(slug), sample: false };
				const lets = isAction(audience) && !isProgram && may(visitor, audience, publication);
				if (lets && endsIt(target)) continue;

				const body = target.method === 'GET' ? undefined : new URLSearchParams({ id: '1' });
				const answer = await ask(pathIn(target, slug), held[name]!, target.method, body);
				await answer.body?.cancel();
				const isIn = ![401, 403].includes(answer.status) && !isDoor(answer);
				if (isIn !== lets)
					wrong.push(`${answer.status} ${target.method} ${pathIn(target, slug)} (${audience})`);
			}
		expect(wrong).toEqual([]);
	}
);

const isDoor = (answer: Response) =>
	answer.status === 303 && (answer.headers.get('location') ?? '').startsWith('/sign-in');

test('lists name the publications that somebody may see, and no others', async () => {
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

test('menus offer nobody what they may not open', async () => {
	const menu = async (name: string) => {
		const page = await (await ask('/p/one', held[name]!)).text();
		return /<nav[^]*?<\/nav>/.exec(page)![0];
	};
	expect(await menu('viewer')).not.toMatch(/\/p\/one\/(imports|activity|settings)"/);
	expect(await menu('marketing')).toMatch(/\/p\/one\/imports"/);
	expect(await menu('marketing')).not.toMatch(/\/p\/one\/settings"/);
	expect(await menu('admin of one')).toMatch(/\/p\/one\/settings"/);
});

test('an administrator everywhere is given no role in one, and the last one keeps the role', async () => {
	const role = (...args: string[]) => rubrique(['user', 'role', emailOf('admin'), ...args], where);
	const inOne = await role('--role', 'viewer', '--publication', 'one');
	expect([inOne.code, inOne.talk]).toEqual([1, expect.stringContaining('is an administrator')]);
	const none = await role('--role', 'none');
	expect([none.code, none.talk]).toEqual([1, expect.stringContaining('last administrator')]);
});

test('a role as in all others is not kept for one', async () => {
	const listed = async () => {
		const out = await say('user', 'list', '--json');
		return JSON.parse(out) as { email: string; publications: Record<string, string> }[];
	};
	const of = async (name: string) =>
		(await listed()).find(({ email }) => email === emailOf(name))?.publications;
	expect(await of('barred from one')).toEqual({ one: 'none' });
	const change = ['--role', 'marketing', '--publication', 'one'];
	await say('user', 'role', emailOf('barred from one'), ...change);
	expect(await of('barred from one')).toEqual({});
});
