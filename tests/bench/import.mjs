// Compares the import of a large export with what databases need to read it:
// `npm run bench`, `ROWS=1000000 RUNS=3 npm run bench`. KEEP=1 leaves the export for the next time.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { writeClicks } from './clicks.mjs';
import { deskOf, median, pagesOf } from './pages.mjs';

const rows = Number(process.env.ROWS ?? 5_000_000);
const runs = Number(process.env.RUNS ?? 3);
const here = fileURLToPath(new URL('.', import.meta.url));
const launcher = fileURLToPath(new URL('../../src/cli/launch.mjs', import.meta.url));
const folder = join(tmpdir(), 'rubrique-bench');
const csv = join(folder, `clicks-${rows}.csv`);

/** Seconds and peak memory (MB, where /proc tells it) of a program that must succeed. */
function timed(command, args, env = {}) {
	return new Promise((resolve, reject) => {
		const begun = performance.now();
		const child = spawn(command, args, {
			cwd: here,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'ignore', 'pipe']
		});
		let said = '';
		let peak = NaN;
		child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-4000)));
		const watch = setInterval(() => (peak = peakOf(child.pid) ?? peak), 50);
		child.on('error', reject);
		child.on('close', (code) => {
			clearInterval(watch);
			if (code !== 0) return reject(new Error(`${command} ${args.join(' ')}\n${said}`));
			resolve({ seconds: (performance.now() - begun) / 1000, peak });
		});
	});
}

function peakOf(pid) {
	try {
		const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
		return match ? Number(match[1]) / 1024 : null;
	} catch {
		return null;
	}
}

/** Who is measured; each makes its database from nothing. */
const peers = {
	rubrique: (place) =>
		timed(process.execPath, [launcher, 'import', '--publication', 'bench', csv], {
			RUBRIQUE_DATA: place,
			INIT_CWD: folder
		}),
	'sqlite3 .import': (place) =>
		timed('sqlite3', [join(place, 'raw.db'), `.import --csv '${csv}' click`]),
	duckdb: (place) =>
		timed(process.execPath, [join(here, 'duckdb/group.mjs'), csv, join(place, 'duck.db')])
};

mkdirSync(folder, { recursive: true });
// whatever is downloaded or built is so before the clock runs
if (!existsSync(join(here, 'duckdb/node_modules/@duckdb/node-api')))
	await timed('npm', [
		'install',
		'--prefix',
		join(here, 'duckdb'),
		'--no-audit',
		'--no-fund',
		'--no-package-lock'
	]);
await timed(process.execPath, [launcher, '--help']);
if (!existsSync(csv)) {
	writeClicks(`${csv}.part`, rows);
	renameSync(`${csv}.part`, csv);
}

const times = Object.fromEntries(Object.keys(peers).map((name) => [name, []]));
const data = join(folder, 'rubrique');
for (let run = 1; run <= runs; run++)
	for (const [name, measure] of Object.entries(peers)) {
		const place = join(folder, name.split(' ')[0]);
		rmSync(place, { recursive: true, force: true });
		mkdirSync(place, { recursive: true });
		const result = await measure(place);
		times[name].push(result);
		process.stderr.write(
			`${run}/${runs} ${name}: ${result.seconds.toFixed(1)} s, ${result.peak.toFixed(0)} MB\n`
		);
	}

process.stdout.write(`${rows} rows, medians of ${runs}\n`);
for (const [name, results] of Object.entries(times)) {
	const seconds = median(results.map((result) => result.seconds));
	// paired: the runs beside each other saw the same machine
	const ratio = median(results.map((result, i) => times.rubrique[i].seconds / result.seconds));
	const peak = Math.max(...results.map((result) => result.peak));
	process.stdout.write(
		`${name.padEnd(16)} ${seconds.toFixed(1).padStart(7)} s  rubrique ÷ it ${ratio.toFixed(2)}  peak ${peak.toFixed(0)} MB\n`
	);
}
const again = await peers.rubrique(data);
process.stdout.write(`the same file again ${again.seconds.toFixed(1)} s\n`);

// a send that was judged by rules that hold no more makes the next import judge all of them anew
await timed('sqlite3', [join(data, 'rubrique.db'), 'UPDATE send SET rule_set_id = 0']);
const oneClick = join(folder, 'one-click.csv');
writeFileSync(
	oneClick,
	'email,clicked at,url\na@example.com,2024-05-01T10:00:00Z,https://example.org/a\n'
);
const judged = await timed(
	process.execPath,
	[launcher, 'import', '--publication', 'bench', oneClick],
	{
		RUBRIQUE_DATA: data,
		INIT_CWD: folder
	}
);
process.stdout.write(`verdicts and rollups of all history anew ${judged.seconds.toFixed(1)} s\n`);

const { module } = await runnerImport(join(here, 'fit.ts'), { configFile: false });
process.stdout.write(`fit of 300 issues × 20 items ${median(module.fitTimes()).toFixed(0)} ms\n`);

for (const { path, p95, most, meanwhile } of await pagesOf(launcher, data, csv))
	process.stdout.write(
		`${path.padEnd(20)} p95 ${p95.toFixed(0)} ms, at most ${most.toFixed(0)} ms; p95 while an import runs ÷ it ${(meanwhile / p95).toFixed(1)}\n`
	);

// people work while an export comes in
const million = join(folder, 'clicks-1000000.csv');
if (!existsSync(million)) writeClicks(million, 1_000_000);
for (const { name, rounds, p95, most } of await deskOf(launcher, data, million))
	process.stdout.write(
		`${name.padEnd(20)} while an export comes in: p95 ${p95.toFixed(0)} ms, at most ${most.toFixed(0)} ms of ${rounds}\n`
	);

for (const name of Object.keys(peers))
	rmSync(join(folder, name.split(' ')[0]), { recursive: true, force: true });
if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
