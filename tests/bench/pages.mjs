import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const rounds = 20;
// Debian's, which is no package of ours
const sqlite = 'sqlite3';
const port = process.env.PORT ?? '4179';
const paths = ['topics', 'items', 'issues', 'topics?last=12', 'items?last=12', 'issues?last=12'];

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values) {
	const sorted = values.toSorted((a, b) => a - b);
	const half = sorted.length / 2;
	return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

/**
 * How long the pages of an imported publication take, in milliseconds, after the first load: alone,
 * and while an export is imported into another publication of the same database.
 *
 * @param {string} launcher
 * @param {string} data
 * @param {string} csv
 */
export async function pagesOf(launcher, data, csv) {
	// who may look is not measured: the sample may be looked at by anybody
	execFileSync(sqlite, [join(data, 'rubrique.db'), 'UPDATE publication SET sample = 1']);
	const imports = join(data, 'imports');
	mkdirSync(imports);
	const server = spawn(process.execPath, [launcher, 'start'], {
		env: { ...process.env, RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: imports, PORT: port },
		stdio: 'ignore'
	});
	let importing = null;
	try {
		const pages = [];
		for (const path of paths) pages.push(await pageOf(path));

		importing = spawn(process.execPath, [launcher, 'import', '--publication', 'other', csv], {
			env: { ...process.env, RUBRIQUE_DATA: data, INIT_CWD: data },
			stdio: 'ignore'
		});
		for (const one of pages) one.meanwhile = (await pageOf(one.path)).p95;
		// the figures would be of a quiet machine
		if (importing.exitCode !== null)
			throw new Error('the import ended before the pages were asked');
		return pages;
	} finally {
		importing?.kill();
		server.kill();
	}
}

async function pageOf(path) {
	const address = `http://127.0.0.1:${port}/p/bench/${path}`;
	await ready(address);
	const times = [];
	for (let round = 0; round < rounds; round++) {
		const begun = performance.now();
		await (await fetch(address)).text();
		times.push(performance.now() - begun);
	}
	return { path, ...spreadOf(times) };
}

function spreadOf(times) {
	const sorted = times.toSorted((a, b) => a - b);
	return { p95: sorted[Math.ceil(sorted.length * 0.95) - 1], most: sorted.at(-1) };
}

async function ready(address) {
	for (const deadline = Date.now() + 120_000; ;) {
		const response = await fetch(address).catch(() => null);
		if (response?.url === address && response.ok) return response.text();
		if (Date.now() > deadline) throw new Error(`${address}: ${response?.status} ${response?.url}`);
		await new Promise((turn) => setTimeout(turn, 200));
	}
}

const ana = { name: 'Ana', email: 'ana@example.com', password: 'correct horse battery' };

/**
 * How long a sign-in, a correction and a page take while an export that was dropped into the inbox is
 * taken in, in milliseconds, from before the first row is read until the export is counted.
 *
 * @param {string} launcher
 * @param {string} data with the publication `bench`, and nobody who may sign in
 * @param {string} csv
 */
export async function deskOf(launcher, data, csv) {
	const imports = join(data, 'inbox');
	const dropped = join(imports, 'dropped');
	mkdirSync(dropped, { recursive: true });
	const words = { slug: 'dropped', name: 'Dropped', language: 'en', currency: 'EUR', zone: 'UTC' };
	writeFileSync(join(dropped, 'publication.json'), JSON.stringify(words));
	const database = join(data, 'rubrique.db');
	const item = "SELECT issue_id || ' ' || id FROM item ORDER BY id LIMIT 1";
	const [issue, id] = execFileSync(sqlite, [database, item], { encoding: 'utf8' }).split(/\s/);
	const server = spawn(process.execPath, [launcher, 'start'], {
		env: { ...process.env, RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: imports, PORT: port },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let talk = '';
	server.stderr.on('data', (chunk) => (talk += chunk));
	const address = `http://127.0.0.1:${port}`;
	let cookie = '';
	async function post(path, filled) {
		const answer = await fetch(`${address}${path}`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: address, cookie, accept: 'text/html' },
			body: new URLSearchParams(filled)
		});
		if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`);
		return answer;
	}
	try {
		await ready(`${address}/welcome`);
		const code = /\/welcome\?code=([a-z\d-]+)/.exec(talk)?.[1];
		const welcomed = await post('/welcome', { ...ana, code });
		cookie = welcomed.headers
			.getSetCookie()
			.map((one) => one.split(';')[0])
			.join('; ');

		const asked = {
			'sign in': () => post('/sign-in', ana),
			correct: (round) =>
				post(`/p/bench/issues/${issue}/edit?/correct`, {
					kind: 'title',
					item: id,
					title: `Story ${round}`
				}),
			topics: async () => (await fetch(`${address}/p/bench/topics`, { headers: { cookie } })).text()
		};
		for (const ask of Object.values(asked)) await ask(0);

		copyFileSync(csv, join(dropped, 'clicks.csv'));
		const counted = `SELECT count(*) FROM import i JOIN publication p ON p.id = i.publication_id
			WHERE p.slug = 'dropped' AND i.state = 'done'
				AND NOT EXISTS (SELECT 1 FROM job j WHERE j.publication_id = p.id AND j.state IN ('waiting', 'running'))`;
		const isCounted = () =>
			execFileSync(sqlite, ['-readonly', database, counted], { encoding: 'utf8' }).trim() !== '0';
		const times = Object.fromEntries(Object.keys(asked).map((name) => [name, []]));
		for (let round = 1; round <= rounds || !isCounted(); round++)
			for (const [name, ask] of Object.entries(asked)) {
				const begun = performance.now();
				await ask(round);
				times[name].push(performance.now() - begun);
			}
		return Object.entries(times).map(([name, all]) => ({
			name,
			rounds: all.length,
			...spreadOf(all)
		}));
	} finally {
		server.kill();
	}
}
