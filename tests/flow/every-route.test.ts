import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filterRecords } from '#lib/filters/filters.ts';
import { allowedTo } from '#lib/permissions.ts';
import { asScript, cookiesOf } from './browser.ts';
import { dealt } from '../combinations.ts';
import { folder, rubrique, started, type Running } from './program.ts';
import {
	actionsIn,
	fieldsOf,
	files,
	reads,
	routes,
	sourceOf,
	writes,
	type Target
} from './routes.ts';
import { tidesInbox } from './tides.ts';

// Every route and every action there is, found in the file system: a new one is tried by itself.

/** What stands in for the parts of a path that are not fixed; `sample` is there, the others are not. */
const odd = [
	'NaN',
	'-1',
	'1e999',
	'0',
	'999999999',
	'1.5',
	'%00',
	'%0a',
	'..%2f..',
	'a'.repeat(3000)
];

const filledIn = (path: string, part: string) =>
	path
		.replace('[publication]', 'sample')
		.replace('[figure]', 'topics')
		.replace(/\[file\]/, 'report.csv')
		.replace(/\[\w+\]/g, part);

/** The sample, away without a form that could be wrong. */
const takesAway = ({ id, action }: Target) =>
	id.includes('sign-out') ||
	(id.endsWith('settings/+page.server.ts') && ['remove', 'archive'].includes(action ?? ''));

/** These end what the others need: they are tried by nobody who may. */
const endsAll = (target: Target) =>
	takesAway(target) ||
	(target.id.startsWith('account/') && ['renew', 'role', 'remove'].includes(target.action ?? ''));

let program: Running;
const held: Record<string, Record<string, string>> = { nobody: {} };

beforeAll(async () => {
	const env = { RUBRIQUE_DATA: folder(), RUBRIQUE_IMPORTS: tidesInbox('sample', { sample: true }) };
	const where = { here: folder(), env };
	const words: Record<string, string> = {};
	for (const role of ['admin', 'editor', 'viewer']) {
		const email = `${role}@example.org`;
		const made = await rubrique(['user', 'add', email, '--role', role, '--json'], where);
		words[email] = (JSON.parse(made.out) as { password: string }).password;
	}
	program = await started(where);
	for (const [email, password] of Object.entries(words)) {
		const answer = await ask('/sign-in', {}, new URLSearchParams({ email, password }));
		held[email.split('@')[0]!] = { cookie: cookiesOf(answer) };
	}
	for (const scope of ['read', 'import']) {
		const made = await rubrique(['token', 'add', scope, '--scope', scope, '--json'], where);
		const { token } = JSON.parse(made.out) as { token: string };
		held[`token ${scope}`] = { authorization: `Bearer ${token}` };
	}
});

afterAll(() => program?.stop());

function ask(path: string, headers: Record<string, string>, body?: BodyInit): Promise<Response> {
	return fetch(`${program.address}${path}`, {
		redirect: 'manual',
		headers: { accept: 'text/html', origin: program.address, ...headers },
		...(body !== undefined && { method: 'POST', body })
	});
}

/** Asks one after the other, and says which answers were not as they should be. */
async function wrongOf(
	asked: [said: string, path: string, headers: Record<string, string>, body?: BodyInit][],
	isRight: (status: number) => boolean
): Promise<string[]> {
	const wrong: string[] = [];
	for (const [said, path, headers, body] of asked) {
		const status = await statusOf(await ask(path, headers, body));
		if (!isRight(status)) wrong.push(`${status} ${said} ${path.slice(0, 120)}`);
	}
	return wrong;
}

/** The scripts of a page get what an action answers with 200, and its status within. */
async function statusOf(answer: Response): Promise<number> {
	const body = await answer.text();
	const isDescribed =
		answer.headers.get('content-type')?.includes('json') && body.startsWith('{"type');
	const status = isDescribed ? (JSON.parse(body) as { status?: number }).status : undefined;
	return isLongHeaded(answer) ? 502 : (status ?? answer.status);
}

/** What nginx answers with 502 as it comes: it takes a header of 4 KB, and adds a few lines itself. */
const isLongHeaded = ({ headers }: Response) =>
	[...headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0) > 3500;

const noFault = (status: number) => status < 500;

test('the file system → routes and actions, and some in each file that exports actions', () => {
	expect(reads.length).toBeGreaterThan(40);
	expect(writes.length).toBeGreaterThan(40);
	for (const file of files.filter((one) => sourceOf(one).includes('export const actions')))
		expect(actionsIn(sourceOf(file)), file).not.toEqual([]);
});

test('an action that reads a form → by the one function that all use', () => {
	const sources = globSync('**/*.ts', { cwd: routes }).filter((file) => file !== 'form.ts');
	expect(sources.filter((file) => /\.formData\(\)/.test(sourceOf(file)))).toEqual([]);
});

test('a role, a token or nobody → known as such, and let in accordingly', async () => {
	for (const role of ['admin', 'editor', 'viewer']) {
		const answer = await ask('/account', held[role]!);
		expect([answer.status, await answer.text()]).toEqual([
			200,
			expect.stringContaining(`${role}@example.org`)
		]);
	}
	const read = (who: string) => ask('/api/publications/sample/topics', held[who]!);
	expect((await read('token read')).status).toBe(200);
	expect((await read('nobody')).status).toBe(303);
	const upload = (who: string) =>
		ask('/api/imports?publication=sample&name=a.csv', held[who]!, 'nothing');
	expect((await upload('token read')).status).toBe(403);
	expect((await upload('token import')).status).toBe(202);
});

/** Whether the table of permissions lets strangers look at the page of a file. */
function isOpen(file: string): boolean {
	const audience = allowedTo(`/${file.split('/').slice(0, -1).join('/')}`, 'GET');
	return audience === 'anybody' || audience === 'stranger';
}

test('a page without a number in its address → opens for an administrator; signed out → leads to sign-in', async () => {
	const plain = reads.filter(
		({ path }) =>
			!path.replace('[publication]', '').includes('[') && !/progress|rejects|export|logo/.test(path)
	);
	expect(plain.length).toBeGreaterThan(20);
	const asked = (who: string, some = plain) =>
		some.map(({ path }): [string, string, Record<string, string>] => [
			who,
			filledIn(path, '1'),
			held[who]!
		]);
	const opens = (status: number) => status >= 200 && status < 400;
	expect(await wrongOf(asked('admin'), opens)).toEqual([]);
	const closed = plain.filter(({ id }) => !isOpen(id));
	expect(closed.length).toBeGreaterThan(20);
	expect(await wrongOf(asked('nobody', closed), (status) => status === 303)).toEqual([]);
});

test('a viewer, a token or nobody → changes nothing', async () => {
	const inside = writes.filter(({ id }) => id.startsWith('p/'));
	for (const [who, right] of [
		['viewer', 403],
		['token read', 403],
		['token import', 403],
		['nobody', 303]
	] as const) {
		// of themselves, who only looks may keep views: what they keep nobody else sees
		const own = who === 'viewer' ? inside.filter(({ id }) => !id.includes('/views/')) : inside;
		const asked = own.map(({ path }): [string, string, Record<string, string>, BodyInit] => [
			who,
			filledIn(path, '1'),
			held[who]!,
			new URLSearchParams({ id: '1' })
		]);
		expect(await wrongOf(asked, (status) => status === right)).toEqual([]);
	}
});

/** How a sentence begins that asks for a deed which changes something. */
const DEED =
	/^(?:add|assign|check|confirm|create|enter|import|invite|paste|set|start|upload|write)\b(?! ins?\b)/i;

/** What a page says outside of forms, which whoever may not send them is not shown, in sentences. */
function sentencesOf(html: string): string[] {
	const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
	return main
		.replace(/<(script|style|svg|form|details)\b[\s\S]*?<\/\1>/g, '')
		.split(/<[^>]+>/)
		.flatMap((text) => text.split(/(?<=[.:;] )/))
		.map((one) => one.trim())
		.filter(Boolean);
}

test('a page of an empty publication, or of a full one → asks no deed of a viewer that their role may not do', async () => {
	const made = await ask(
		'/p/new',
		{ ...held.admin!, ...asScript },
		new URLSearchParams({
			name: 'Empty',
			slug: 'empty',
			language: 'en',
			currency: 'EUR',
			zone: 'Europe/Paris'
		})
	);
	expect(await made.text()).toContain('/p/empty');

	const plain = reads.filter(
		({ id, route, path }) =>
			id.endsWith('+page.svelte') &&
			path.startsWith('/p/[publication]') &&
			!path.replace('[publication]', '').includes('[') &&
			allowedTo(route, 'GET') === 'see'
	);
	expect(plain.length).toBeGreaterThan(15);
	const asked: string[] = [];
	for (const slug of ['empty', 'sample'])
		for (const { path } of plain) {
			const to = path.replace('[publication]', slug);
			const answer = await ask(to, held.viewer!);
			expect([to, answer.status]).toEqual([to, 200]);
			const deeds = sentencesOf(await answer.text()).filter((one) => DEED.test(one));
			asked.push(...deeds.map((one) => `${to}: ${one}`));
		}
	expect(asked).toEqual([]);
});

test.each([
	['topics/manage?/make', { 'name-en': 'Bridges' }],
	['topics/manage?/change', { topic: '1', 'name-en': 'Quays' }],
	['topics/manage?/threshold', { from: '60' }],
	['topics/manage?/assign', { item: '1', topic: '1' }],
	['views?/keep', { name: 'Mine', path: 'topics?last=9' }],
	['shares?/make', { path: 'topics', days: '7' }],
	['reports?/make', { kind: 'editorial', locale: 'en' }],
	[
		'ledger?/add',
		{
			kind: 'spend',
			channel: 'Site',
			from: '2025-01-01',
			to: '2025-01-31',
			amount: '12',
			currency: 'EUR'
		}
	]
] as const)('%s with values that fit → done', async (path, filled) => {
	const answer = await ask(
		`/p/sample/${path}`,
		{ ...held.editor!, ...asScript },
		new URLSearchParams(filled)
	);
	const body = await answer.text();
	expect([answer.status, body]).toEqual([
		200,
		expect.stringMatching(/^\{"type":"(success|redirect)"/)
	]);
});

test('odd parts in a path → no page fails, whoever asks', async () => {
	const others = Object.keys(held).filter((who) => who !== 'admin');
	const asked = Object.entries(held).flatMap(([who, headers]) =>
		reads.flatMap(({ path }, route) => {
			const parts = path.includes('[') ? dealt(route, odd, 2 * odd.length) : ['1'];
			const isTried = dealt(route, others, 2 * others.length).includes(who);
			const some = who === 'admin' ? parts : parts.slice(0, isTried ? 1 : 0);
			return some.flatMap((part): [string, string, Record<string, string>][] => [
				[who, filledIn(path, part), headers],
				...(who === 'admin'
					? ([[who, path.replace(/\[\w+\]/g, part), headers]] as [string, string, typeof headers][])
					: [])
			]);
		})
	);
	expect(
		await wrongOf(
			asked.filter(([, path]) => !path.includes('progress')),
			noFault
		)
	).toEqual([]);
});

test('odd values in a query → no page fails', async () => {
	const names = [
		...filterRecords.map(({ name }) => name),
		'import',
		'table',
		'page',
		'order',
		'path',
		'report',
		'name',
		'whole',
		'next',
		'code'
	];
	const values = [
		'NaN',
		'-1',
		'1e999',
		'',
		'%00',
		'%ff%fe',
		'%ed%a0%80',
		'9'.repeat(400),
		'__proto__'
	];
	const queries = values.map((value) =>
		names.map((name) => `${name}=${value}&${name}=1`).join('&')
	);
	const asked = reads
		.filter(({ path }) => !path.includes('progress'))
		.flatMap(({ path }, route) =>
			dealt(route, queries, 2 * queries.length).map(
				(query): [string, string, Record<string, string>] => [
					'admin',
					`${filledIn(path, '1')}?${query}`,
					held.admin!
				]
			)
		);
	expect(await wrongOf(asked, noFault)).toEqual([]);
});

/** Values that no form of ours sends. */
const NUMBERS = ['NaN', '-1', '1e999', '0', '1.5', '', ' ', '9'.repeat(400), '0x10', '[1]', '١'];
const TEXTS = ['\u{202e}x', '=1+1', '<script>', "' OR 1=1 --", 'x'.repeat(60_000), '{"a":[]}'];

test('malformed values in one field or in all → no action fails', async () => {
	const asked = writes
		.filter((target) => !endsAll(target))
		.flatMap((target, action) => {
			const fields = fieldsOf(target.id);
			// a form holds no more than that in all
			const longest = Math.floor(60_000 / Math.max(1, fields.length));
			const all = [...NUMBERS, ...TEXTS].map((value) =>
				fields.map((name): [string, string] => [name, value.slice(0, longest)])
			);
			const single = fields.map((name) =>
				fields.map((one): [string, string] => [one, one === name ? 'NaN' : '1'])
			);
			const headers = { ...held.admin!, ...asScript };
			return [[], ...dealt(action, [...all, ...single], 20)].map(
				(pairs): [string, string, Record<string, string>, BodyInit] => [
					JSON.stringify(pairs).slice(0, 200),
					filledIn(target.path, '1'),
					headers,
					new URLSearchParams(pairs)
				]
			);
		});
	expect(await wrongOf(asked, noFault)).toEqual([]);
});

test('a value that can be no row’s number → 400 by every action that names a row', async () => {
	const naming = writes.filter(
		(target) => !endsAll(target) && target.id.includes('p/[publication]') && namesRow(target)
	);
	expect(naming.length).toBeGreaterThan(20);
	const asked = naming.flatMap((target, action) =>
		dealt(action, NUMBERS, 6).map((value): [string, string, Record<string, string>, BodyInit] => [
			value,
			filledIn(target.path, '1'),
			// one of them as a browser without scripts: it gets the whole page
			value === 'NaN' ? held.editor! : { ...held.editor!, ...asScript },
			new URLSearchParams(
				fieldsOf(target.id).map((name) => [name, name === 'kind' ? 'value' : value])
			)
		])
	);
	expect(await wrongOf(asked, (status) => status === 400)).toEqual([]);
});

/** Whether the code of an action asks for a row by its number. */
function namesRow({ id, action }: Target): boolean {
	const lines = sourceOf(id).split('\n');
	const from = lines.findIndex((line) => new RegExp(`^\\t(async )?${action}\\b`).test(line));
	const rest = lines.slice(from + 1).findIndex((line) => /^\t(async )?\w+(:|\()|^\};?/.test(line));
	const own = lines.slice(from, from + 1 + (rest < 0 ? lines.length : rest)).join('\n');
	return /\bidIn\(form|\bon\(/.test(own) && !/\bidOrNullIn|ledger/.test(own);
}

test('files for texts, zero bytes, broken bodies → 400 by every action, and no failure at sign-in', async () => {
	const forms = writes.filter((target) => !takesAway(target));
	const asked = forms.flatMap((target, action) => {
		const path = filledIn(target.path, '1');
		const fields = fieldsOf(target.id).filter((name) => name !== 'logo');
		const files = new FormData();
		for (const name of fields) files.set(name, new File(['1'], 'a.txt'));
		const zero = new URLSearchParams(fields.map((name) => [name, '1\0']));
		const headers = held.admin!;
		const broken = { ...headers, 'content-type': 'multipart/form-data; boundary=x' };
		const bodies: [string, string, Record<string, string>, BodyInit][] = [
			['files', path, { ...headers, ...asScript }, files],
			['zero', path, headers, zero],
			['broken', path, broken, '--y\r\nno'],
			['cut', path, broken, '--x\r\nContent-Disposition: form-data; name="id"\r\n\r\n1']
		];
		return dealt(action, bodies, 2);
	});
	const atDoor = (path: string) => path.startsWith('/sign-') || path.startsWith('/welcome');
	const bare = asked.filter(([, path]) => !atDoor(path));
	expect(await wrongOf(bare, (status) => status === 400)).toEqual([]);
	expect(
		await wrongOf(
			asked.filter(([, path]) => atDoor(path)),
			noFault
		)
	).toEqual([]);
});

test('a form above 64 KiB → refused by every action but those of a logo, a draft and files', async () => {
	const large = 'a='.padEnd(70_000, 'x');
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const others = Object.keys(held).filter((who) => who !== 'admin');
	const asked = Object.entries(held).flatMap(([who, own]) =>
		writes
			.filter(({ path }) => !/\?\/(?:logo|try|give)$/.test(path))
			.filter((_, action) => who === 'admin' || dealt(action, others, others.length).includes(who))
			.map(({ path }): [string, string, Record<string, string>, BodyInit] => [
				who,
				filledIn(path, '1'),
				{ ...own, ...headers },
				large
			])
	);
	const mayWrite = ([who, path]: (typeof asked)[number]) =>
		(who === 'viewer' && /^\/account(?:\?|$)/.test(path)) ||
		(who === 'admin' && /^\/(p\/|account)/.test(path));
	const refused = (status: number) => [413, 403, 401, 303, 404].includes(status);
	const mayNot = asked.filter((one) => !mayWrite(one));
	expect(await wrongOf(mayNot, refused)).toEqual([]);
	const may = asked.filter(mayWrite);
	expect(may.length).toBeGreaterThan(40);
	expect(await wrongOf(may, (status) => status === 413)).toEqual([]);
});
