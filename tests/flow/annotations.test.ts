import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folder, rubrique, started, type Running } from './program.ts';

const here = folder();
const env = { RUBRIQUE_DATA: folder(), RUBRIQUE_IMPORTS: folder() };
const run = (...args: string[]) =>
	rubrique([...args, '--publication', 'garden', '--json'], { here, env });

let program: Running;
let token: string;

beforeAll(async () => {
	writeFileSync(
		join(here, 'clicks.csv'),
		'email,time,url\n' +
			Array.from(
				{ length: 40 },
				(_, i) =>
					`r${i % 9}@example.com,2026-03-${10 + (i % 9)} 09:0${i % 6},https://example.com/${i % 5}\n`
			).join('')
	);
	await run('import', 'clicks.csv', '--yes');
	program = await started({ here, env });
	const made = await rubrique(['token', 'add', 'notes', '--scope', 'import'], { here, env });
	token = made.out.trim();
});

afterAll(() => program?.stop());

const listed = async (...args: string[]) =>
	(JSON.parse((await run('annotations', ...args)).out) as { date: string; text: string }[]).map(
		({ date, text }) => `${date} ${text}`
	);

const api = (method: string, query = '', body?: unknown) =>
	fetch(`${program.address}/api/publications/garden/annotations${query}`, {
		method,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		...(body !== undefined && { body: JSON.stringify(body) })
	});

test('notes by a command, a file and a program → all are listed by their days, each once', async () => {
	await run('annotate', 'New layout', '--date', '2026-03-12');
	writeFileSync(join(here, 'notes.csv'), 'Jour;Événement\n01/05/2026;Férié\n13/05/2026;Grève\n');
	for (const added of [2, 0]) {
		const { out } = await run('annotate', '--file', 'notes.csv');
		expect(JSON.parse(out)).toEqual({ added, known: 2 - added, rejected: [] });
	}
	const reply = await api('POST', '', [{ date: '2026-04-02', text: 'Write to ana@example.com' }]);
	expect(reply.status).toBe(200);

	expect(await listed()).toEqual([
		'2026-03-12 New layout',
		'2026-04-02 Write to …',
		'2026-05-01 Férié',
		'2026-05-13 Grève'
	]);
	expect(await listed('--from', '2026-04-01', '--to', '2026-05-01')).toHaveLength(2);
});

test('a note removed by a program → undone by the command', async () => {
	const before = await listed();
	const body = (await (await api('POST', '', { text: 'Today' })).json()) as {
		annotations: { id: number; text: string }[];
	};
	const { id } = body.annotations.find(({ text }) => text === 'Today')!;
	expect((await api('DELETE', `?id=${id}`)).status).toBe(200);
	expect(await listed()).toEqual(before);
	await run('annotate', '--undo');
	expect(await listed()).toHaveLength(before.length + 1);
	// what was added before that can be taken back as well
	await run('annotate', '--undo');
	expect(await listed()).toEqual(before);
});

test.each([
	[['annotate', 'Leap', '--date', '2026-02-30'], 2],
	[['annotate'], 2],
	[['annotate', 'One', '--remove', '1'], 2],
	[['annotate', '--remove', '999999'], 1],
	[['annotate', '--file', 'nothing.csv'], 1],
	[['annotate', 'Too long'.repeat(26)], 2]
])('%j → refused in words, and nothing is kept', async (args, code) => {
	const kept = async () => (await api('GET')).json() as Promise<unknown>;
	const before = await kept();
	const { code: ended, talk } = await run(...args);
	expect(ended).toBe(code);
	expect(talk.trim()).not.toBe('');
	expect(await kept()).toEqual(before);
});

test('a token that only reads → may list and not write', async () => {
	const { out } = await rubrique(['token', 'add', 'eyes', '--scope', 'read'], { here, env });
	const headers = { authorization: `Bearer ${out.trim()}` };
	const address = `${program.address}/api/publications/garden/annotations`;
	expect((await fetch(address, { headers })).status).toBe(200);
	const refused = await fetch(address, { method: 'POST', headers, body: '{"text":"x"}' });
	expect(refused.status).toBe(403);
});
