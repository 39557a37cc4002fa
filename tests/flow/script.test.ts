import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folder, rubrique, started, type Running } from './program.ts';

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

test('a file sent with a token → accepted at once, and imported after the answer', async () => {
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

test('a file sent without a type, as `curl -T` does → accepted as well', async () => {
	const answer = await fetch(`${program.address}/api/imports?publication=lettre&name=more.csv`, {
		method: 'POST',
		body: new TextEncoder().encode(file.replace('ana@', 'bob@')),
		headers: { authorization: `Bearer ${token}` }
	});
	expect([answer.status, await answer.json()]).toEqual([202, { id: 2 }]);
});

type Told = {
	id: number;
	money?: { code: string; n: number }[];
	state: string;
	accepted: number;
	doubts: { code: string; waits: boolean }[];
	readings: { kind: string }[];
};

/** Gives a file, and asks what became of it until nothing of it is open. */
async function given(body: string, more: string): Promise<[status: number, told: Told]> {
	const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
	const address = `${program.address}/api/imports`;
	const answer = await fetch(`${address}?publication=lettre&${more}`, {
		method: 'POST',
		body,
		headers
	});
	const taken = (await answer.json()) as Told;
	if (answer.status !== 202) return [answer.status, taken];

	let latest = taken;
	const isOpen = () => ['waiting', 'running', undefined].includes(latest.state);
	const ask = async () => {
		latest = (await (await fetch(`${address}/${taken.id}`, { headers })).json()) as Told;
		return isOpen();
	};
	await expect.poll(ask, { timeout: 3_600_000, interval: 300 }).toBe(false);
	return [answer.status, latest];
}

test('a file without a byte → a receipt that says that it is empty; a parameter that is none → which there are', async () => {
	const [status, told] = await given('', 'name=vide.csv');
	expect([status, told]).toMatchObject([202, { state: 'failed', trouble: { code: 'fileEmpty' } }]);

	const [refused, why] = await given(file, 'file=vide.csv');
	expect(refused).toBe(400);
	expect((why as unknown as { message: string }).message).toMatch(/^“file” isn’t valid here/);
});

test('a file with a doubt → waits and says what it asks; sent again with the answer → imported', async () => {
	const body = [
		'Quoi;Jour',
		'https://example.com/cafe;03/04/2025 10:20',
		'https://example.com/the;03/04/2025 10:25'
	].join('\n');
	const [, asked] = await given(body, 'name=divers.csv');
	expect(asked).toMatchObject({ state: 'question', accepted: 0 });
	const waiting = asked.doubts.filter(({ waits }) => waits).map(({ code }) => code);
	expect(waiting).toContain('orderAmbiguous');

	const answer = 'kind=clicks&order=dmy&zone=Europe/Paris&campaign=Lettre%2012';
	const [, done] = await given(body, `name=divers.csv&${answer}`);
	expect(done).toMatchObject({ state: 'done', accepted: 2 });
	expect(done.readings[0]).toMatchObject({
		kind: 'clicks',
		dates: { order: 'dmy', zone: 'Europe/Paris' },
		constants: { campaign: 'Lettre 12' }
	});

	// the number that was asked about leads on, and the same once more is known
	const headers = { authorization: `Bearer ${token}` };
	const old = await fetch(`${program.address}/api/imports/${asked.id}`, { headers });
	expect(await old.json()).toMatchObject({ id: done.id, state: 'done' });
	const [, again] = await given(body, `name=divers.csv&${answer}`);
	expect(again).toMatchObject({ id: done.id, state: 'known' });
});

test('a second statement of the same days → held until it is said whether it adds or replaces', async () => {
	const spend = (amount: string) =>
		`channel,from,to,amount,currency\nSalon,2026-03-01,2026-03-31,${amount},EUR\n`;
	await given(spend('100.00'), 'name=depenses.csv&kind=spend&yes=1');
	const [, second] = await given(spend('140.00'), 'name=depenses-bis.csv&kind=spend&yes=1');
	expect(second).toMatchObject({ state: 'done', money: [{ n: 1 }] });

	const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
	const send = (body: string, id = second.id) =>
		fetch(`${program.address}/api/imports/${id}`, { method: 'POST', headers, body });
	const answered = await send(JSON.stringify({ ownAccount: true }));
	expect(answered.status).toBe(200);
	expect(await answered.json()).toMatchObject({ id: second.id, money: [] });

	for (const body of ['', '{}', '{"ownAccount":1}', '{"ownAccount":true,"more":1}'])
		expect((await send(body)).status).toBe(400);
	expect((await send('{"ownAccount":true}', 999_999)).status).toBe(404);
});

test('`yes` → the likeliest reading is taken; an option that makes no sense → refused', async () => {
	const body = 'Quoi;Jour\nhttps://example.com/cafe;03/04/2025 11:20\n';
	const [, taken] = await given(body, 'name=yes.csv&yes');
	expect(taken).toMatchObject({ state: 'done', accepted: 1, taken: true });

	for (const [more, code] of [
		['kind=nothing', 'badKind'],
		['order=ymd', 'badOrder'],
		['zone=Paris', 'badZone']
	])
		expect(await given(body, `name=a.csv&${more}`)).toMatchObject([400, { code }]);
});

test('a receipt → for tokens that may import; of no such import → none', async () => {
	const of = async (id: string, headers: Record<string, string>) =>
		(await fetch(`${program.address}/api/imports/${id}`, { headers })).status;
	const { out } = await rubrique(['token', 'add', 'eyes', '--scope', 'read'], { here, env });
	expect(await of('1', { authorization: `Bearer ${token}` })).toBe(200);
	expect(await of('1', { authorization: `Bearer ${out.trim()}` })).toBe(403);
	expect(await of('1', {})).toBe(401);
	for (const none of ['999999', '0', 'a'])
		expect(await of(none, { authorization: `Bearer ${token}` })).toBe(404);
	expect((await rubrique(['token', 'remove', 'eyes'], { here, env })).code).toBe(0);
});

test('no known token, publication or name → refused', async () => {
	expect((await give('rubrique_guessed')).status).toBe(401);
	expect((await give(token, '/api/imports?publication=other&name=a.csv')).status).toBe(403);
	expect((await give(token, '/api/imports?name=a.csv')).status).toBe(403);
	expect((await give(token, '/api/imports?publication=lettre')).status).toBe(400);
});

test('a token with scope import → sees no page', async () => {
	for (const path of ['/p/lettre', '/p/lettre/imports', '/p/lettre/settings']) {
		const headers = { authorization: `Bearer ${token}`, accept: 'text/html' };
		expect((await fetch(program.address + path, { headers })).status).toBe(403);
	}
});

test('a token → listed by its name alone; removed → opens nothing', async () => {
	const { out } = await rubrique(['token', 'list', '--json'], { here, env });
	expect(JSON.parse(out)).toMatchObject([{ name: 'nightly', usedAt: expect.any(Number) }]);
	expect(out).not.toContain(token);
	expect((await rubrique(['token', 'add', 'nightly'], { here, env })).code).toBe(1);

	expect((await rubrique(['token', 'remove', 'nightly'], { here, env })).code).toBe(0);
	expect((await give(token)).status).toBe(401);
	expect((await rubrique(['token', 'remove', 'nightly'], { here, env })).code).toBe(1);
	expect((await rubrique(['token', 'mend'], { here, env })).code).toBe(2);
});
