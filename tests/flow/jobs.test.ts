import { sql } from 'drizzle-orm';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { jobFigures } from '#lib/server/figures/jobs.ts';
import { declareComplete } from '#lib/server/ingest/questions/declare-complete.ts';
import { recover } from '#lib/server/ingest/files/inbox.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { tryJobAgain } from '#lib/server/ingest/retry-job.ts';
import { listImports } from '#lib/server/store/events/imports.ts';
import { addJob, enqueueJob } from '#lib/server/store/jobs/jobs.ts';
import { bytes, type Files } from '../simulate/sample/table.ts';
import { begun, builtCommand } from './built.ts';
import { frenchFile, frenchRows, issue12, parcels, zip } from './canal.ts';
import { newWorkspace, tempFolder, type Workspace } from './publication.ts';
import { atRest, until } from './until.ts';

const actor = { by: null, now: 1 };

/** Somebody on another machine, of whom only the lease tells whether they live. */
const elsewhere = 'another-host.1.mark';

const small: Files = { 'lettre-12.md': bytes(issue12), 'clics.csv': frenchFile(frenchRows()) };
const all: Files = Object.fromEntries(
	Object.entries(parcels()).map(([name, files]) => [`${name}.zip`, zip(files)])
);

let main: string;

beforeAll(async () => {
	main = await builtCommand();
});

async function upload(workspace: Workspace, files: Files) {
	for (const [name, content] of Object.entries(files)) {
		const stream = (async function* () {
			yield content;
		})();
		const terms = { data: workspace.data, by: null, now: 1 };
		await takeUpload(workspace.db, await workspace.publication(), name, stream, terms);
	}
}

async function work(workspace: Workspace) {
	const context = await workspace.context();
	await workOff(workspace.db, () => context, Date.now);
}

const ofWorkspace = (workspace: Workspace) => ({
	RUBRIQUE_DATA: workspace.data,
	RUBRIQUE_IMPORTS: tempFolder()
});

/** A worker in a process of its own, until the test ends. */
function worker(env: Record<string, string>) {
	const child = begun(main, ['work'], env);
	let talk = '';
	child.stderr.on('data', (chunk) => (talk += chunk));
	const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await ended;
	});
	return { child, ended, talk: () => talk };
}

test('jobs that wait, then are done → listed with their files', async () => {
	const workspace = await newWorkspace();
	await upload(workspace, small);
	const before = await jobFigures(workspace.db, await workspace.publication());
	expect(before.waiting.map(({ kind, about }) => [kind, about])).toEqual([
		['import', ['lettre-12.md']],
		['import', ['clics.csv']]
	]);
	await work(workspace);
	const after = await jobFigures(workspace.db, null);
	expect(after).toMatchObject({ running: [], waiting: [], failed: [] });
	expect(after.done.filter(({ kind }) => kind === 'import')).toMatchObject([
		{ about: ['clics.csv'], attempts: 1, publication: 'canal' },
		{ about: ['lettre-12.md'], attempts: 1, publication: 'canal' }
	]);
});

test('a lease that another process renews → left alone; one that ran out → taken over', async () => {
	const workspace = await newWorkspace();
	await upload(workspace, { 'clics.csv': small['clics.csv']! });
	await workspace.db.run(sql`UPDATE import SET state = 'running'`);
	await workspace.db.run(sql`UPDATE job SET state = 'running', owner = ${elsewhere}, attempts = 1,
		lease_until = (julianday('now') - 2440587.5) * 86400000 + 60000`);
	await recover(workspace.db, Date.now());
	await work(workspace);
	const states = async () =>
		(await listImports(workspace.db, (await workspace.publication()).id)).map(({ state }) => state);
	expect(await states()).toEqual(['running']);

	await workspace.db.run(sql`UPDATE job SET lease_until = 0`);
	await work(workspace);
	expect(await states()).toEqual(['done']);
	const { done } = await jobFigures(workspace.db, null);
	expect(done.find(({ kind }) => kind === 'import')).toMatchObject({ attempts: 2 });
	expect(await workspace.differences()).toEqual([]);
});

test('a job of another machine → waits for that machine, and says so', async () => {
	const workspace = await newWorkspace();
	await upload(workspace, { 'clics.csv': small['clics.csv']! });
	await workspace.db.run(sql`UPDATE job SET machine = 'another'`);
	await work(workspace);
	expect((await jobFigures(workspace.db, null)).waiting).toMatchObject([
		{ kind: 'import', elsewhere: true, attempts: 0 }
	]);
});

test('a job that fails five times → given up with its reason, and can be tried again', async () => {
	const undisturbed = await newWorkspace();
	await undisturbed.take(small);
	const workspace = await newWorkspace();
	await upload(workspace, small);
	await workspace.db.run(sql`ALTER TABLE import_send RENAME TO import_send_away`);
	for (let i = 0; i < 6; i++) {
		await work(workspace);
		await workspace.db.run(sql`UPDATE job SET next_at = 0 WHERE state = 'waiting'`);
	}
	const { failed } = await jobFigures(workspace.db, null);
	const imports = failed.filter(({ kind }) => kind === 'import');
	expect(imports).toMatchObject([
		{ attempts: 5, mayRetry: true, trouble: { code: 'jobBroke' } },
		{ attempts: 5, mayRetry: true, trouble: { code: 'jobBroke' } }
	]);

	await workspace.db.run(sql`ALTER TABLE import_send_away RENAME TO import_send`);
	for (const { id } of failed) await tryJobAgain(workspace.db, id, null, actor);
	await work(workspace);
	expect(await jobFigures(workspace.db, null)).toMatchObject({ waiting: [], failed: [] });
	expect(await workspace.figures()).toEqual(await undisturbed.figures());
	expect(await workspace.differences()).toEqual([]);
}, 300_000);

test('a file that cannot be read → fails at once, and cannot be tried again', async () => {
	const workspace = await newWorkspace();
	await upload(workspace, { 'leer.csv': new Uint8Array() });
	await work(workspace);
	const { failed } = await jobFigures(workspace.db, null);
	expect(failed).toMatchObject([{ kind: 'import', attempts: 1, mayRetry: false }]);
	expect(failed[0]!.trouble?.code).toBe('fileEmpty');
	await expect(tryJobAgain(workspace.db, failed[0]!.id, null, actor)).rejects.toMatchObject({
		code: 'jobFileGone'
	});
	await expect(tryJobAgain(workspace.db, 999, null, actor)).rejects.toMatchObject({
		code: 'noSuchJob'
	});
});

test('two workers on one database → each job is done once, and figures are those of one worker', async () => {
	const undisturbed = await newWorkspace();
	await undisturbed.take(all);
	const workspace = await newWorkspace();
	await upload(workspace, all);
	worker(ofWorkspace(workspace));
	worker(ofWorkspace(workspace));
	await until(workspace.db, atRest);
	expect(await workspace.figures()).toEqual(await undisturbed.figures());
	const jobs = await jobFigures(workspace.db, null);
	expect(jobs.failed).toEqual([]);
	expect(new Set(jobs.done.map(({ attempts }) => attempts))).toEqual(new Set([1]));
	expect(jobs.done.filter(({ kind }) => kind === 'import')).toHaveLength(Object.keys(all).length);
	expect(await workspace.differences()).toEqual([]);
}, 300_000);

/** Asks for one job of a kind, as people or the program do. */
const asks: Record<string, (workspace: Workspace) => Promise<unknown>> = {
	async derive(workspace) {
		const list = (await workspace.receipts()).find(({ kind }) => kind === 'subscribers')!;
		await declareComplete(workspace.db, await workspace.publication(), list.id, true, actor);
	},
	async items(workspace) {
		const { id: publicationId } = await workspace.publication();
		const issues = await workspace.db.all<{ id: number }>(sql`SELECT id FROM issue`);
		const targets = issues.map(({ id }) => ({ what: 'issue', id }) as const);
		await workspace.db.transaction((tx) =>
			enqueueJob(tx, { kind: 'items', publicationId }, targets)
		);
	},
	async inbox(workspace) {
		await addJob(workspace.db, { kind: 'inbox', publicationId: null });
	}
};

/** A process that is done before it can be killed proves nothing: it is tried again, on data of its own. */
test.each(Object.keys(asks))(
	'a worker killed in the middle of a job (%s) → the next one does it, and figures are the same',
	{ retry: 8, timeout: 300_000 },
	async (kind) => {
		const undisturbed = await newWorkspace();
		const workspace = await newWorkspace();
		for (const one of [undisturbed, workspace]) {
			await one.take(all);
			// with nothing left to do, what is asked now is what the worker meets
			await work(one);
			await asks[kind]!(one);
		}
		await work(undisturbed);

		const { child, ended, talk } = worker(ofWorkspace(workspace));
		await until(
			workspace.db,
			sql`EXISTS (SELECT 1 FROM job WHERE kind = ${kind} AND (state = 'running' OR ended_at > 0))`
		);
		child.kill('SIGKILL');
		await ended;
		const held = await workspace.db.all(
			sql`SELECT 1 FROM job WHERE kind = ${kind} AND state = 'running'`
		);
		expect(held, talk()).toHaveLength(1);

		await work(workspace);
		const { waiting, failed, done } = await jobFigures(workspace.db, null);
		expect([...waiting, ...failed]).toEqual([]);
		expect(done.find((one) => one.kind === kind)).toMatchObject({ attempts: 2 });
		expect(await workspace.figures()).toEqual(await undisturbed.figures());
		expect(await workspace.differences()).toEqual([]);
	}
);
