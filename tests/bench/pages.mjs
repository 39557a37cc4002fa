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

/** How long the pages of an imported publication take, in milliseconds, after the first load. */
export async function pagesOf(launcher, data) {
	// who may look is not measured: the sample may be looked at by anybody
	execFileSync(sqlite, [join(data, 'rubrique.db'), 'UPDATE publication SET sample = 1']);
	const imports = join(data, 'imports');
	mkdirSync(imports);
	const server = spawn(process.execPath, [launcher, 'start'], {
		env: { ...process.env, RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: imports, PORT: port },
		stdio: 'ignore'
	});
	try {
		const found = [];
		for (const path of paths) found.push(await pageOf(path));
		return found;
	} finally {
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
