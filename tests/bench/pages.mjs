import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
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
		const found = [];
		for (const path of paths) found.push(await pageOf(path));

		importing = spawn(process.execPath, [launcher, 'import', '--publication', 'other', csv], {
			env: { ...process.env, RUBRIQUE_DATA: data, INIT_CWD: data },
			stdio: 'ignore'
		});
		for (const one of found) one.meanwhile = (await pageOf(one.path)).p95;
		// the figures would be of a quiet machine
		if (importing.exitCode !== null)
			throw new Error('the import ended before the pages were asked');
		return found;
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
	times.sort((a, b) => a - b);
	return { path, p95: times[Math.ceil(rounds * 0.95) - 1], most: times.at(-1) };
}

async function ready(address) {
	for (const deadline = Date.now() + 120_000; ;) {
		const response = await fetch(address).catch(() => null);
		if (response?.url === address && response.ok) return response.text();
		if (Date.now() > deadline) throw new Error(`${address}: ${response?.status} ${response?.url}`);
		await new Promise((turn) => setTimeout(turn, 200));
	}
}
