import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folder, rubrique, started } from './program.ts';
import type { Running } from './program.ts';

const data = folder();
const imports = folder();
const here = folder();
const env = { RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: imports };

let program: Running;
let token: string;

beforeAll(async () => {
	const words = { slug: 'lettre', name: 'Lettre', language: 'fr', currency: 'EUR', zone: 'UTC' };
	mkdirSync(join(imports, 'lettre'));
	writeFileSync(join(imports, 'lettre', 'publication.json'), JSON.stringify(words));
	program = await started({ here, env });
	const added = await rubrique(['token', 'add', 'nightly'], { here, env });
	token = added.out.trim();
});

afterAll(() => program?.stop());

const file =
	'Email,Timestamp,Url,Campaign\nana@example.org,2025-09-18 07:30:00,https://example.com/cafe,Letter 12\n';

function give(shown: string, path = '/api/imports?publication=lettre&name=clicks.csv') {
	return fetch(`${program.address}${path}`, {
		method: 'POST',
		body: file,
		headers: { authorization: `Bearer ${shown}`, 'content-type': 'text/csv' }
	});
}

test('a script with a token gives a file, which is taken in after the answer', async () => {
	const answer = await give(token);
	expect([answer.status, await answer.json()]).toEqual([202, { id: 1 }]);

	await expect
		.poll(
			async () => {
				const { out } = await rubrique(['items', '--publication', 'lettre', '--json'], {
					here,
					env
				});
				return (JSON.parse(out) as { clickers: number }[]).map(({ clickers }) => clickers);
			},
			{ timeout: 3_600_000, interval: 1000 }
		)
		.toEqual([1]);
});

test('what does not say its type, as `curl -T` does not, is taken as well', async () => {
	const answer = await fetch(`${program.address}/api/imports?publication=lettre&name=more.csv`, {
		method: 'POST',
		body: new TextEncoder().encode(file.replace('ana@', 'bob@')),
		headers: { authorization: `Bearer ${token}` }
	});
	expect([answer.status, await answer.json()]).toEqual([202, { id: 2 }]);
});

test('without a known token, a publication or a name nothing is taken', async () => {
	expect((await give('rubrique_guessed')).status).toBe(401);
	expect((await give(token, '/api/imports?publication=other&name=a.csv')).status).toBe(403);
	expect((await give(token, '/api/imports?name=a.csv')).status).toBe(403);
	expect((await give(token, '/api/imports?publication=lettre')).status).toBe(400);
});

test('a token brings files and sees nothing', async () => {
	for (const path of ['/p/lettre', '/p/lettre/imports', '/p/lettre/settings']) {
		const headers = { authorization: `Bearer ${token}`, accept: 'text/html' };
		expect((await fetch(program.address + path, { headers })).status).toBe(403);
	}
});

test('a token is listed by its name alone, and removed it opens nothing', async () => {
	const { out } = await rubrique(['token', 'list', '--json'], { here, env });
	expect(JSON.parse(out)).toMatchObject([{ name: 'nightly', usedAt: expect.any(Number) }]);
	expect(out).not.toContain(token);
	expect((await rubrique(['token', 'add', 'nightly'], { here, env })).code).toBe(1);

	expect((await rubrique(['token', 'remove', 'nightly'], { here, env })).code).toBe(0);
	expect((await give(token)).status).toBe(401);
	expect((await rubrique(['token', 'remove', 'nightly'], { here, env })).code).toBe(1);
	expect((await rubrique(['token', 'mend'], { here, env })).code).toBe(2);
});
