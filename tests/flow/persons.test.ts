import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookiesOf } from './browser.ts';
import { firstCodeIn } from './first-code.ts';
import { address, files } from './named-person.ts';
import { folder, rubrique, started, type Running } from './program.ts';
import { traces } from './traces.ts';

const data = folder();
const imports = folder();
const here = folder();
const where = { here, env: { RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: imports } };

/** What names the person. */
const secrets = [address, 'quervoal', 'Zélie'];

let program: Running;
let cookie = '';
const said: string[] = [];

async function runCommand(...args: string[]) {
	const { out, talk, code } = await rubrique(args, where);
	said.push(out, talk);
	return { out, code };
}

function stored(): Map<string, Buffer> {
	const places = new Map<string, Buffer>();
	for (const entry of readdirSync(data, { recursive: true, withFileTypes: true }))
		if (entry.isFile()) {
			const path = join(entry.parentPath, entry.name);
			places.set(path, Buffer.concat([Buffer.from(path), readFileSync(path)]));
		}
	return places;
}

const pages =
	`. items issues topics sections channels sponsors audience authors verdicts ledger imports reports
	settings editorial imports/pages imports/sends rules topics/manage topics/readers`.split(/\s+/);

async function printed(): Promise<Map<string, Buffer>> {
	const places = new Map<string, Buffer>();
	const asked = (path: string) => fetch(program.address + path, { headers: { cookie } });
	for (const page of pages) {
		const answer = await asked(`/p/lettre/${page}`);
		expect([page, answer.status]).toEqual([page, 200]);
		places.set(page, Buffer.from(await answer.arrayBuffer()));
	}
	for (const figure of ['items', 'issues', 'topics', 'sections', 'channels', 'audience']) {
		const answer = await asked(`/api/publications/lettre/${figure}`);
		places.set(`api ${figure}`, Buffer.from(await answer.arrayBuffer()));
	}
	const ids = new Set(String(places.get('issues')).match(/(?<=\/p\/lettre\/issues\/)\d+/g));
	expect(ids.size).toBeGreaterThan(1);
	for (const page of [...ids].flatMap((id) => [`issues/${id}`, `issues/${id}/edit`])) {
		const answer = await asked(`/p/lettre/${page}`);
		expect([page, answer.status]).toEqual([page, 200]);
		places.set(page, Buffer.from(await answer.arrayBuffer()));
	}
	for (const command of [
		'items',
		'issues',
		'topics',
		'sections',
		'channels',
		'audience',
		'verdicts'
	])
		await runCommand(command, '--publication', 'lettre', '--json');
	const report = join(here, 'report.json');
	await runCommand(
		'report',
		'management',
		'--publication',
		'lettre',
		'--format',
		'json',
		'--out',
		report
	);
	places.set('report', readFileSync(report));
	const backup = join(here, 'copy.backup');
	await runCommand('backup', backup);
	places.set('backup', readFileSync(backup));
	places.set('commands', Buffer.from(said.join('\n')));
	places.set('server', Buffer.from(program.talk()));
	return places;
}

/** Waits for all uploads: the page's stream of progress ends when nothing is left to do. */
async function settled() {
	const progress = '/p/lettre/imports/progress';
	const answer = await fetch(program.address + progress, { headers: { cookie } });
	expect(answer.status).toBe(200);
	await answer.text();
}

async function signIn() {
	const code = firstCodeIn(program.talk());
	const words = { name: 'Ed', email: 'ed@example.net', password: 'correct horse battery', code };
	const answer = await fetch(`${program.address}/welcome`, {
		method: 'POST',
		redirect: 'manual',
		body: new URLSearchParams(words),
		headers: { origin: program.address, accept: 'text/html' }
	});
	cookie = cookiesOf(answer);
	expect(answer.status).toBe(303);
}

beforeAll(async () => {
	const words = { slug: 'lettre', name: 'Lettre', language: 'fr', currency: 'EUR', zone: 'UTC' };
	mkdirSync(join(imports, 'lettre'));
	writeFileSync(join(imports, 'lettre', 'publication.json'), JSON.stringify(words));
	for (const [file, bytes] of Object.entries(files(1)))
		writeFileSync(join(imports, 'lettre', file), bytes);
	program = await started(where);
	await signIn();

	const door = folder();
	for (const [file, bytes] of Object.entries(files(2))) writeFileSync(join(door, file), bytes);
	await runCommand('import', door, '--publication', 'lettre', '--yes', '--json');
	const packed = join(folder(), `${address}.zip`);
	writeFileSync(packed, zipSync(files(3)));
	await runCommand('import', packed, '--publication', 'lettre', '--yes');

	const token = (await rubrique(['token', 'add', 'nightly'], where)).out.trim();
	for (const [file, bytes] of Object.entries(files(4))) {
		const answer = await fetch(
			`${program.address}/api/imports?publication=lettre&name=${encodeURIComponent(basename(file))}`,
			{ method: 'POST', body: bytes as BodyInit, headers: { authorization: `Bearer ${token}` } }
		);
		expect(answer.status).toBe(202);
	}
	await settled();
}, 1_800_000);

afterAll(() => program?.stop());

test('people named in files, by any way in → stored and printed nowhere, however they are written', async () => {
	expect(traces(await printed(), secrets)).toEqual([]);
	// and what is theirs is counted all the same
	const { out } = await runCommand('items', '--publication', 'lettre', '--json');
	expect(out).toMatch(/"clickers": [1-9]/);
}, 1_800_000);

test('a person erased → named nowhere any more, but in the files that are the user’s own', async () => {
	const erased = await rubrique(['erase', address, '--json'], where);
	expect([erased.code, erased.talk]).toEqual([0, '']);
	const { publications, files: own } = JSON.parse(erased.out) as {
		publications: { known: boolean; events: number; facts: number; texts: number }[];
		files: string[];
	};
	expect(publications[0]).toMatchObject({ known: true, texts: 0 });
	expect(publications[0]!.events).toBeGreaterThan(0);
	expect(publications[0]!.facts).toBeGreaterThan(0);
	expect(own.length).toBeGreaterThan(0);
	expect(traces(await printed(), secrets)).toEqual([]);

	await program.stop();
	expect(traces(stored(), secrets)).toEqual([]);
}, 1_800_000);
