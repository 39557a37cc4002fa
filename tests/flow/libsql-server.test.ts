import { rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { reseal } from '#lib/server/access/reseal.ts';
import { secretOf } from '#lib/server/access/secret.ts';
import { jobFigures } from '#lib/server/figures/jobs.ts';
import { rotateSpoolKey } from '#lib/server/ingest/files/rotate-spool.ts';
import { openSpooled } from '#lib/server/ingest/files/shared-spool.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { sweepSpool } from '#lib/server/ingest/files/worker.ts';
import { listSpooled, spooledBytes } from '#lib/server/store/events/spooled.ts';
import { readKeyFile, replaceKeyFile } from '#lib/server/reader-key.ts';
import { settingsFrom } from '#lib/server/settings.ts';
import { rotateKeys } from '#lib/server/upkeep/rotate.ts';
import { begun, builtCommand } from './built.ts';
import { parcels, zip } from './canal.ts';
import { dealt } from '../combinations.ts';
import { hasServer, installServer, startServer } from './libsql.ts';
import { newWorkspace, tempFolder, written, type Workspace } from './publication.ts';
import { atRest, until } from './until.ts';

beforeAll(installServer);

// `DATABASE_URL=http://…`: the same program on a server of its own

async function takeAll(workspace: Workspace) {
	const archive = tempFolder();
	for (const [name, files] of Object.entries(parcels()))
		written({ [`${name}.zip`]: zip(files) }, archive);
	await workspace.import(archive);
	expect(await workspace.differences()).toEqual([]);
	return workspace.figures();
}

/** What became of every file, but for the ids and the time it took. */
async function became(workspace: Workspace) {
	return (await workspace.receipts())
		.map(({ file, state, rows, accepted, duplicate, rejected, skipped }) =>
			JSON.stringify({ file, state, rows, accepted, duplicate, rejected, skipped })
		)
		.sort();
}

test.skipIf(!hasServer)(
	'a libSQL server → the figures of a file, also after an undo',
	async () => {
		const there = await newWorkspace(onTestFinished, tempFolder(), await startServer());
		const here = await newWorkspace();

		const figures = await takeAll(here);
		expect(await takeAll(there)).toEqual(figures);
		expect(await became(there)).toEqual(await became(here));

		for (const workspace of [here, there]) {
			const clicks = (await workspace.receipts()).find(({ kind }) => kind === 'clicks');
			await workspace.undo(clicks!.id);
			expect(await workspace.differences()).toEqual([]);
		}
		const without = await here.figures();
		expect(without).not.toEqual(figures);
		expect(await there.figures()).toEqual(without);
	},
	300_000
);

/** Brings each parcel to one machine or the other, in turn. */
async function upload(machines: readonly Workspace[]) {
	for (const [i, [name, files]] of Object.entries(parcels()).entries()) {
		const { db, data, publication } = machines[i % machines.length]!;
		const stream = (async function* () {
			yield zip(files);
		})();
		await takeUpload(db, await publication(), `${name}.zip`, stream, { data, by: null, now: 1 });
	}
}

/** The program's worker on one machine. @returns what kills it */
function workerOf(main: string, { data }: Workspace, url: string) {
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

// that one is lost with its disk, two whole programs are tried with: `two-machines.test.ts`
const fates = [
	['one is killed in the middle and begun again', 'again'],
	['both work', 'stays'],
	['one takes all and is lost in the middle with its disk', 'lost']
] as const;

test.skipIf(!hasServer).each(dealt(0, fates, fates.length))(
	'two machines with disks of their own on one server (%s) → every upload is imported once',
	async (_, fate) => {
		const main = await builtCommand();
		const here = await newWorkspace();
		await takeAll(here);

		const url = await startServer();
		const one = await newWorkspace(onTestFinished, tempFolder(), url);
		const otherData = tempFolder();
		replaceKeyFile(otherData, readKeyFile(one.data)!);
		const other = await newWorkspace(onTestFinished, otherData, url);
		await upload(fate === 'lost' ? [one] : [one, other]);

		const kill = workerOf(main, one, url);
		if (fate !== 'lost') workerOf(main, other, url);
		if (fate !== 'stays') {
			await until(one.db, sql`EXISTS (SELECT 1 FROM import WHERE state = 'running')`);
			await kill();
			if (fate === 'lost') rmSync(one.data, { recursive: true });
			workerOf(main, fate === 'lost' ? other : one, url);
		}
		await until(one.db, atRest);

		const { failed, done } = await jobFigures(one.db, null);
		expect(failed).toEqual([]);
		const imports = done.filter(({ kind }) => kind === 'import');
		expect(imports).toHaveLength(Object.keys(parcels()).length);
		if (fate === 'stays')
			expect(new Set(imports.map(({ attempts }) => attempts))).toEqual(new Set([1]));
		expect(await one.differences()).toEqual([]);
		expect(await one.figures()).toEqual(await here.figures());
		expect(await other.figures()).toEqual(await here.figures());

		// what may be read differently is kept for a week, by nobody's disk alone
		const kept = await listSpooled(one.db);
		expect(kept.length).toBeGreaterThan(0);
		await sweepSpool(other.db, other.data, Date.now() + 8 * 86_400_000);
		expect(await listSpooled(one.db)).toEqual([]);
		expect(await spooledBytes(one.db)).toBe(0);
	},
	300_000
);

test.skipIf(!hasServer)(
	'keys rotated while files wait on a server → encrypted anew, read by any machine with the new key',
	async () => {
		const url = await startServer();
		const one = await newWorkspace(onTestFinished, tempFolder(), url);
		const publication = await one.publication();
		// several pieces, the last of them short
		const text = Buffer.from('email,campaign,date,url\n' + 'ana@example.org,'.repeat(40_000));
		const upload = async (name: string) => {
			const at = { data: one.data, by: null, now: 1 };
			await takeUpload(one.db, publication, name, Readable.from([text]), at);
		};
		await upload('one.csv');
		await upload('two.csv');
		const stored = () => listSpooled(one.db);
		const parts = async () => {
			const all = sql`SELECT hex(bytes) AS bytes FROM spooled_part ORDER BY name, n`;
			return (await one.db.all<{ bytes: string }>(all)).map(({ bytes }) => bytes);
		};
		const readOn = async ({ db }: Pick<Workspace, 'db'>, name: string) => {
			const chunks: Uint8Array[] = [];
			for await (const chunk of openSpooled(db, name)) chunks.push(chunk);
			return Buffer.concat(chunks).equals(text);
		};
		/** Another machine with a disk of its own, and the key as it is now. */
		const other = () => {
			const data = tempFolder();
			replaceKeyFile(data, readKeyFile(one.data)!);
			return newWorkspace(onTestFinished, data, url);
		};
		const old = await other();
		const [before, was] = [await parts(), await stored()];
		expect(before.length).toBeGreaterThan(4);
		for (const { name } of was) expect(await readOn(old, name)).toBe(true);

		const settings = settingsFrom({ RUBRIQUE_DATA: one.data, DATABASE_URL: url }, '/', '/');
		await rotateKeys(one.db, settings, { secretOf, reseal }, 2);
		const fresh = await other();
		// broken off before any file: each is read by the key that it is of, on a disk that has none of them
		for (const { name } of was) expect(await readOn(fresh, name)).toBe(true);
		expect(await stored()).toEqual(was);

		await rotateSpoolKey(one.db, one.data);
		const [after, now] = [await parts(), await stored()];
		expect(after.filter((bytes) => before.includes(bytes))).toEqual([]);
		expect(new Set(now.map(({ nonce }) => nonce)).size).toBe(now.length);
		for (const [i, { name, nonce }] of now.entries()) {
			expect(nonce.split(':')[0]).not.toBe(was[i]!.nonce.split(':')[0]);
			expect(await readOn(fresh, name)).toBe(true);
			// who has the old key alone has nothing
			await expect(readOn(old, name)).rejects.toMatchObject({ code: 'wrongKey' });
		}
		// again: there is nothing left to do
		await rotateSpoolKey(one.db, one.data);
		expect(await parts()).toEqual(after);
	}
);
