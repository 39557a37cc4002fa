import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions, allowedTo, roleActions, type Action } from '#lib/permissions.ts';
import { cookiesOf } from './browser.ts';
import { folder, rubrique, started, type Running } from './program.ts';
import { endpointWrites, reads, writes } from './routes.ts';
import { formsOf, flawsOf, type ShownForm } from './shown-form.ts';
import { tidesInbox } from './tides.ts';

// Every form of every page as the program serves it, as a browser without scripts has it.

let program: Running;
let cookie = '';
/** who may do less than an administrator, and as whom each is signed in */
const lesser = ['viewer', 'marketing', 'editor'] as const;
const cookies: Record<string, string> = {};
const here = folder();
const env = { RUBRIQUE_DATA: folder(), RUBRIQUE_IMPORTS: tidesInbox('tides') };

beforeAll(async () => {
	const run = async (...args: string[]) => (await rubrique(args, { here, env })).out.trim();
	const email = 'ana@example.org';
	const password = await run('user', 'add', email, '--role', 'admin');
	await run('user', 'add', 'bo@example.org', '--role', 'viewer');
	program = await started({ here, env });
	const come = await post('/sign-in', new URLSearchParams({ email, password }));
	cookie = cookiesOf(come);
	await run('user', 'role', 'bo@example.org', '--role', 'editor', '--publication', 'tides');
	await run('token', 'add', 'feed', '--scope', 'read');
	for (const role of lesser) {
		const password = await run('user', 'add', `${role}@example.org`, '--role', role);
		const filled = new URLSearchParams({ email: `${role}@example.org`, password });
		cookies[role] = cookiesOf(await post('/sign-in', filled, ''));
	}
	for (const [path, filled] of Object.entries(made)) {
		const { status } = await post(`/p/tides/${path}`, new URLSearchParams(filled));
		expect([path, status < 400]).toEqual([path, true]);
	}
});

afterAll(() => program?.stop());

/** What people make, so that the forms that change it are there. */
const made: Record<string, Record<string, string>> = {
	'topics/manage?/make': { 'name-en': 'Bridges' },
	'views?/keep': { name: 'Mine', path: 'topics?last=9', for: 'me' },
	'shares?/make': { path: 'topics', days: '7' },
	'reports?/make': { kind: 'editorial', locale: 'en' },
	'annotations?/add': { date: '2026-03-12', text: 'New layout' }
};

const post = (path: string, body: BodyInit, as = cookie) =>
	fetch(program.address + path, {
		method: 'POST',
		redirect: 'manual',
		body,
		headers: { ...once, accept: 'text/html', origin: program.address, cookie: as }
	});

/** One connection each: what was left open while a page was looked into may be closed by then. */
const once = { connection: 'close' };

function get(path: string, as: string) {
	const headers = { ...once, accept: 'text/html', cookie: as };
	return fetch(program.address + path, { headers, redirect: 'manual' });
}

/** Pages of one kind are alike: two of each are opened. */
const kindOf = (path: string) => path.replace(/[?#].*/, '').replace(/\/\d+(?=\/|$)/g, '/*');

/** All pages that somebody is led to, by their addresses. @param as cookie of whoever it is */
async function pages(as = cookie): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	const seen = new Map<string, number>();
	// the forms of a topic stand where it is opened
	const waiting = ['/p/tides', '/account', '/p/tides/topics/manage?open=1'];
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		const kind = kindOf(path);
		if (found.has(path) || (seen.get(kind) ?? 0) >= 2) continue;
		if (/export\.|\/logo|\/api\/|report\.|\/progress/.test(path)) continue;
		seen.set(kind, (seen.get(kind) ?? 0) + 1);
		const html = await (await get(path, as)).text();
		found.set(path, html);
		const links = DomUtils.getElementsByTagName('a', parseDocument(html));
		for (const { attribs } of links) {
			const to = new URL(attribs.href ?? '', program.address + path);
			if (to.origin === program.address) waiting.push(to.pathname);
		}
	}
	return found;
}

/** What an administrator is led to before any test sends something: looked through once for all tests. */
let asMade: Promise<Map<string, string>> | undefined;
const pagesAsMade = () => (asMade ??= pages());

type Form = Pick<ShownForm, 'sent'> & { page: string; target: string };

/** The forms that send something, each with the page that shows it and the address that it sends to. */
const sending = (all: ReadonlyMap<string, string>): Form[] =>
	[...all].flatMap(([page, html]) =>
		formsOf(parseDocument(html))
			.filter(({ method }) => method === 'post')
			.flatMap(({ to, sent }) =>
				to.map((action) => {
					const { pathname, search } = new URL(action, program.address + page);
					return { sent, page, target: pathname + search };
				})
			)
	);

const isOf = (target: string, path: string) =>
	new RegExp(`^${path.replace(/[?/.]/g, '\\$&').replace(/\[\w+\]/g, '[^/?]+')}(?:&.*)?$`).test(
		target
	);

const said = (form: Form) => [...form.sent].map(([name, value]) => `${name}=${String(value)}`);

test('a control of any page → a name that is read out; an id → there once', async () => {
	const all = await pagesAsMade();
	expect(all.size).toBeGreaterThan(45);
	const flaws = [...all].flatMap(([path, html]) =>
		flawsOf(parseDocument(html)).map((flaw) => `${path}: ${flaw}`)
	);
	expect(flaws).toEqual([]);
});

test('what the scripts of any page are handed → no digits that no page says, no points that none draws', async () => {
	const handed = [...(await pagesAsMade())].map(
		([path, html]) => [path, html.slice(html.indexOf('kit.start'))] as const
	);
	const long = handed.flatMap(([path, text]) => {
		const found =
			/\d*\.\d{12,}/.exec(text) ?? (/\/topics$/.test(path) && /\bquarters:\[/.exec(text));
		return found ? [`${path}: ${found[0]}`] : [];
	});
	expect(long).toEqual([]);
});

test('a form of any page → sends to an action that is there', async () => {
	const forms = sending(await pagesAsMade());
	expect(forms.length).toBeGreaterThan(150);
	const there = [...writes, ...endpointWrites];
	const lost = forms.filter(({ target }) => !there.some(({ path }) => isOf(target, path)));
	expect(lost.map(({ page, target }) => `${page}: ${target}`)).toEqual([]);
});

/** Whether somebody of a role may open a page of the publication, or send to an action of it. */
function mayReach(role: (typeof lesser)[number], method: 'GET' | 'POST', target: string): boolean {
	const pathname = target.replace(/[?#].*/, '');
	// the most particular one: `/p/new` is no publication
	const [route] = [...reads, ...endpointWrites]
		.filter(({ path }) => isOf(pathname, path))
		.map(({ route }) => route)
		.sort((a, b) => a.split('[').length - b.split('[').length);
	if (route === undefined) return true;
	const audience = allowedTo(route, method);
	const isAction = (actions as readonly string[]).includes(audience);
	return !isAction || roleActions[role].includes(audience as Action);
}

test.each(lesser)(
	'any page as %s sees it → no link that is refused, no form that may not be sent',
	async (role) => {
		const all = await pages(cookies[role]);
		expect(all.size).toBeGreaterThan(30);
		const links = new Map(
			[...all].flatMap(([page, html]) =>
				DomUtils.getElementsByTagName('a', parseDocument(html)).flatMap(({ attribs }) => {
					const { origin, pathname } = new URL(attribs.href ?? '', program.address + page);
					return origin === program.address
						? [[pathname, { page, target: pathname }] as const]
						: [];
				})
			)
		);
		// forms of a page that all are refused are not shown, but for those that ask another page
		const shown = sending(all).filter(
			({ page, target }) =>
				mayReach(role, 'POST', page) || !target.startsWith(page.replace(/[?].*/, ''))
		);
		const refused = [
			...[...links.values()].filter(({ target }) => !mayReach(role, 'GET', target)),
			...shown.filter(({ target }) => !mayReach(role, 'POST', target))
		];
		const lines = refused.map(({ page, target }) => `${kindOf(page)}: ${target}`);
		expect([...new Set(lines)].sort()).toEqual([]);
	}
);

/** Forms that show what is kept: sent as they are shown they keep the same. A view that is new has no name yet. */
const keeps =
	/\/account\?\/role$|profile$|(?<!\/views)\?\/(?:save|change|threshold|rates|costs|retention|keep)(?:&|$)/;

test('forms that show what is kept, sent as they are shown → taken, and they show the same again', async () => {
	const before = sending(await pagesAsMade()).filter(({ target }) => keeps.test(target));
	const kinds = new Set(before.map(({ target }) => kindOf(target) + target.replace(/^[^?]*/, '')));
	expect(kinds.size).toBeGreaterThan(7);
	for (const { page, target, sent } of before) {
		const { status } = await post(target, sent);
		expect([page, target, status < 400]).toEqual([page, target, true]);
	}
	const after = sending(await pages()).filter(({ target }) => keeps.test(target));
	const shown = (forms: readonly Form[]) =>
		forms.map((form) => [form.page, form.target, said(form)]);
	expect(shown(after)).toEqual(shown(before));
});

/** What each of these pages refuses: sent without scripts. */
const refusals: [path: string, filled: Record<string, string>, field: string][] = [
	['drafts?/try', { draft: 'A draft of “ours”', html: '', delivered: 'many' }, 'delivered'],
	['verdicts?/preview', { burst: 'on', 'burst.ladder.0.links': '-4' }, 'burst.ladder.0.links'],
	['issues/1/edit?/correct', { kind: 'title', item: '1', title: ' ' }, 'title'],
	['annotations?/add', { date: 'soon', text: 'New layout' }, 'date'],
	['topics/manage?/make', { 'name-en': 'Bridges', 'name-fr': 'Ponts' }, 'name-en'],
	['ledger?/add', { kind: 'spend', channel: 'Fair', currency: 'EUR', amount: 'much' }, 'amount'],
	['settings?/delete', { typed: 'Another' }, 'typed']
];

test.each(refusals)(
	'%s with %j, which is refused → its page says so at %s, once, and keeps all of it',
	async (path, filled, name) => {
		const answer = await post(`/p/tides/${path}`, new URLSearchParams(filled));
		const html = await answer.text();
		expect([answer.status >= 400, answer.status < 500]).toEqual([true, true]);
		const page = parseDocument(html);
		const marked = DomUtils.findAll(
			({ attribs }) => attribs['aria-errormessage'] !== undefined,
			page.children
		);
		expect(marked.map(({ attribs }) => attribs.name)).toEqual([name]);
		const notes = DomUtils.findAll(({ attribs }) => attribs.role === 'alert', page.children);
		expect(notes.map(({ attribs }) => attribs.id)).toEqual([
			marked[0]!.attribs['aria-errormessage']
		]);
		const form = formsOf(page).find(({ sent }) =>
			Object.keys(filled).every((one) => sent.has(one))
		);
		const holds = Object.keys(filled).map((one) => [one, form?.sent.get(one)]);
		expect(Object.fromEntries(holds)).toEqual(filled);
	}
);
