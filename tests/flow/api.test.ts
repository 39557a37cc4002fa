import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folder, rubrique, started, type Running } from './program.ts';
import { sampleInto } from './sample-database.ts';

const here = folder();
const env = { RUBRIQUE_DATA: folder(), RUBRIQUE_IMPORTS: folder() };

type Line = { id: number; lift: number | null };
type Document = {
	paths: Record<
		string,
		{
			get?: {
				parameters?: object[];
				responses: Record<string, { content: object }>;
				security?: { token: ('read' | 'import' | 'admin')[] }[];
			};
		}
	>;
	components: object;
};

let program: Running;
let tokens: Record<'read' | 'import' | 'admin' | 'elsewhere', string>;
let openApi: Document;

beforeAll(async () => {
	await sampleInto(env.RUBRIQUE_DATA);
	program = await started({ here, env });
	const add = async (name: string, ...more: string[]) => {
		const { code, out, talk } = await rubrique(['token', 'add', name, ...more], { here, env });
		expect(code, talk).toBe(0);
		return out.trim();
	};
	tokens = {
		read: await add('figures', '--scope', 'read', '--publication', 'sample'),
		import: await add('nightly', '--scope', 'import'),
		admin: await add('keeper', '--scope', 'admin'),
		elsewhere: 'rubrique_guessed'
	};
	openApi = (await (await fetch(`${program.address}/api/openapi.json`)).json()) as Document;
});

afterAll(() => program?.stop());

function ask(path: string, token = tokens.read): Promise<Response> {
	return fetch(program.address + path, { headers: { authorization: `Bearer ${token}` } });
}

async function answerOf<T>(path: string, token = tokens.read): Promise<T> {
	const answer = await ask(path, token);
	expect(answer.status, path).toBe(200);
	return (await answer.json()) as T;
}

test('an answer with a figure → what its schema in the API’s description says', async () => {
	const { data } = await answerOf<{ data: { issues: { id: number }[] } }>(
		'/api/publications/sample/issues'
	);
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	ajv.addSchema(openApi, 'openapi');
	// a receipt is no figure, and asks for another token
	const paths = Object.entries(openApi.paths).filter(
		([path, { get }]) => get && !path.includes('{import}')
	);
	expect(paths.length).toBeGreaterThan(6);

	for (const [path, { get }] of paths) {
		const scope = get!.security?.[0]?.token[0] ?? 'read';
		const asked = path
			.replace('{publication}', 'sample')
			.replace('{issue}', `${data.issues[0]!.id}`);
		const pointer = path.replaceAll('~', '~0').replaceAll('/', '~1');
		const schema = `openapi#/paths/${pointer}/get/responses/200/content/application~1json/schema`;
		const isSo = ajv.compile({ $ref: schema });

		const takes = JSON.stringify(get!.parameters ?? []);
		const narrowings = ['last=3', 'from=2025-01-01'].filter((one) =>
			takes.includes(`/parameters/${one.split('=')[0]}"`)
		);
		// without figures there is nothing to narrow
		const first = path === '/api/publications' ? '?with=figures&' : '?';
		for (const narrowed of ['', ...narrowings.map((one) => `${first}${one}`)]) {
			const answer = await answerOf(asked + narrowed, tokens[scope]);
			expect(isSo(answer) || isSo.errors, asked + narrowed).toBe(true);
		}
	}
});

test('a figure asked for by a program → the numbers of the command line, with their definitions', async () => {
	const asked = await answerOf<{ definitions: Record<string, string>; data: { topics: Line[] } }>(
		'/api/publications/sample/topics?last=24'
	);
	const { out } = await rubrique(['topics', '--publication', 'sample', '--last', '24', '--json'], {
		here,
		env
	});
	expect(asked.data.topics).toEqual(JSON.parse(out));
	expect(asked.definitions.lift).toContain('in 90% of cases');
});

test('a filter or a path that makes no sense → refused with a message, never ignored', async () => {
	const to = '/api/publications/sample/topics';
	for (const query of [
		'?form=2025-01-01',
		'?from=2025-02-30',
		'?topic=x',
		'?role=editor',
		'?window=3',
		'?last=3&from=2025-01-01'
	]) {
		const answer = await ask(to + query);
		expect([query, answer.status]).toEqual([query, 400]);
		expect(await answer.json()).toMatchObject({ message: expect.any(String) });
	}
	// each says what is wrong, and what would be right
	const codes = {
		'topics?last=3&last=4': ['givenTwice', '“last”'],
		'topics?last=3&to=2025-01-01': ['notTogether', '“to” and “last”'],
		'topics?from=2025-05-01&to=2025-01-01': ['badPeriod', '1 May 2025'],
		'audience?window=3': ['outOfRange', 'from 7 to 730'],
		'topics?author=': ['nothingNamed', '“author”'],
		// what the publication has not narrows nothing to nothing
		'topics?topic=999999': ['badChoice', '“999999”'],
		'items?section=999999': ['badChoice', '“999999”'],
		'authors?author=Nobody': ['badChoice', '“Nobody”'],
		'issues?issue=999999': ['noSuchIssue', '999999'],
		'audience?channel=Facebok': ['badChoice', '“Facebok”'],
		'names?from=2025-01-01': ['badChoice', '“from”'],
		'alerts?last=3': ['badChoice', '“last”'],
		'issues/none': ['nothingThere', '']
	};
	for (const [query, [code, words]] of Object.entries(codes)) {
		const answer = await ask(`/api/publications/sample/${query}`);
		const { code: said, message } = (await answer.json()) as { code: string; message: string };
		expect([query, said, message]).toEqual([query, code, expect.stringContaining(words!)]);
	}
	const none = await ask('/api/publications/sample/nothing');
	expect([none.status, await none.json()]).toEqual([
		404,
		expect.objectContaining({ code: 'noSuchFigure', message: expect.stringContaining('topics') })
	]);
	expect((await ask('/api/publications/sample/issues/999999')).status).toBe(404);
});

test('a token → opens what it was made for, and nothing else', async () => {
	const to = '/api/publications/sample/topics';
	// a program has no role, and signs in by no form
	const unknown = await ask(to, tokens.elsewhere);
	expect([unknown.status, await unknown.json()]).toEqual([
		401,
		{ code: 'signInFirst', message: expect.stringContaining('Authorization: Bearer') }
	]);
	const other = await ask(to, tokens.import);
	expect([other.status, await other.json()]).toEqual([
		403,
		{ code: 'notAllowed', message: expect.stringContaining('token') }
	]);
	expect((await ask('/api/nothing')).status).toBe(404);
	const body = await fetch(`${program.address}/api/publications/sample/annotations`, {
		method: 'POST',
		body: 'no json',
		headers: { authorization: `Bearer ${tokens.import}`, 'content-type': 'application/json' }
	});
	expect([body.status, await body.json()]).toMatchObject([400, { code: 'badBody' }]);
	const unnamed = await fetch(`${program.address}/api/imports?publication=sample&kin=clicks`, {
		method: 'POST',
		body: 'Email\n',
		headers: { authorization: `Bearer ${tokens.import}`, 'content-type': 'text/csv' }
	});
	expect([unnamed.status, await unnamed.json()]).toMatchObject([400, { code: 'badChoice' }]);
	expect((await ask('/api/publications/other/topics')).status).toBe(403);
	expect((await ask('/p/sample/topics')).status).toBe(403);

	const given = await fetch(`${program.address}/api/imports?publication=sample&name=a.csv`, {
		method: 'POST',
		body: 'Email\nana@example.org\n',
		headers: { authorization: `Bearer ${tokens.read}` }
	});
	expect(given.status).toBe(403);
});
