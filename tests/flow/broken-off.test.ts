import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type SQL } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { recover } from '#lib/server/ingest/files/inbox.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { listImports } from '#lib/server/store/events/imports.ts';
import { bytes, table } from '../simulate/sample/table.ts';
import { begun, builtCommand } from './built.ts';
import { issue12, link, pages, sent } from './canal.ts';
import { dealt } from '../combinations.ts';
import { newWorkspace, tempFolder, written, type Workspace } from './publication.ts';
import { until } from './until.ts';

/** Clicks by three thousand readers: enough for an import to be caught at any of its steps. */
function manyClicks(number: 12 | 13, rows: number): Uint8Array {
	const campaign = `La lettre du canal n° ${number}`;
	return bytes(
		table(
			['Email', 'Date', 'URL', 'Campaign'],
			Array.from({ length: rows }, (_, i) => [
				`lecteur-${i % 3000}@courriel.example.org`,
				new Date(sent[number] + ((i * 7919) % 200_000_000)).toISOString(),
				link(pages[number][(i * 31) % 5]!, number),
				campaign
			])
		)
	);
}

const files = {
	'a-clics-12.csv': manyClicks(12, 30_000),
	'b-clics-13.csv': manyClicks(13, 15_000),
	'lettre-12.md': bytes(issue12)
};

type Figures = Awaited<ReturnType<Workspace['figures']>>;
let undisturbed: Figures;

let main: string;

beforeAll(async () => {
	main = await builtCommand();
});

/** A process that is done before it can be killed proves nothing: it is tried again, on data of its own. */
const missed = { retry: 8 };

/** Runs a command on a workspace's data and kills it, -9, as soon as a question is answered with yes. */
async function killedWhen(workspace: Workspace, args: string[], when: SQL) {
	const child = begun(main, args, {
		RUBRIQUE_DATA: workspace.data,
		RUBRIQUE_IMPORTS: tempFolder()
	});
	let talk = '';
	child.stderr.on('data', (chunk) => (talk += chunk));
	const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));

	if (await until(workspace.db, when, () => child.exitCode !== null)) child.kill('SIGKILL');
	expect(await ended, talk).toBe('SIGKILL');
}

/** What the next start does first. */
async function startAgain(workspace: Workspace) {
	await recover(workspace.db, Date.now());
	const context = await workspace.context();
	await workOff(workspace.db, () => context, Date.now);
}

/** Every import is completely in, with each of its events, or completely out. */
async function expectWhole(workspace: Workspace) {
	expect(await workspace.differences()).toEqual([]);
	for (const { id, state, kind, accepted } of await listImports(
		workspace.db,
		(await workspace.publication()).id
	)) {
		const [{ n } = { n: 0 }] = await workspace.db.all<{ n: number }>(sql`
			SELECT count(*) AS n FROM click_event c JOIN provenance p ON p.id = c.provenance_id
			WHERE p.imports LIKE ${`,${id},%`}`);
		expect(['done', 'failed', 'undone']).toContain(state);
		if (state !== 'done') expect(n).toBe(0);
		else if (kind === 'clicks') expect(n).toBe(accepted);
	}
}

async function figuresWithoutDisturbance(): Promise<Figures> {
	if (!undisturbed) {
		const workspace = await newWorkspace();
		await workspace.take(files);
		undisturbed = await workspace.figures();
		expect(undisturbed.issues.map(({ allClicks }) => allClicks)).toEqual([30_000, 15_000]);
	}
	return undisturbed;
}

const running = sql`EXISTS (SELECT 1 FROM import WHERE state = 'running')`;
const done = (n: number) => sql`(SELECT count(*) FROM import WHERE state = 'done') >= ${n}`;
const some = (rows: string) => sql`EXISTS (SELECT 1 FROM ${sql.raw(rows)})`;

const moments: [when: string, SQL][] = [
	['before the first row', running],
	['with half a file stored', sql`${running} AND ${some('click_event')}`],
	['between two files', sql`${done(1)} AND ${running}`],
	['when half is derived', sql`${done(3)} AND ${some('rollup_day')}`],
	['when all is read and nothing derived', sql`${done(3)} AND NOT ${some('rollup_issue')}`]
];

test.each(dealt(1, moments, 2))(
	'an import killed %s → completely in or out; imported again → the undisturbed figures',
	async (_, when) => {
		const expected = await figuresWithoutDisturbance();
		const workspace = await newWorkspace();
		const folder = written(files);

		await killedWhen(
			workspace,
			['import', folder, '--publication', 'canal', '--zone', 'UTC'],
			when
		);
		await startAgain(workspace);
		await expectWhole(workspace);

		await workspace.import(folder);
		expect(await workspace.figures()).toEqual(expected);
		await expectWhole(workspace);
	}
);

test(
	'an import killed and imported again without a start between → the undisturbed figures',
	missed,
	async () => {
		const expected = await figuresWithoutDisturbance();
		const workspace = await newWorkspace();
		const folder = written(files);
		const args = ['import', folder, '--publication', 'canal', '--zone', 'UTC'];

		await killedWhen(workspace, args, sql`${running} AND ${some('click_event')}`);
		await workspace.import(folder);
		expect(await workspace.figures()).toEqual(expected);
		expect(await workspace.differences()).toEqual([]);

		await startAgain(workspace);
		expect(await workspace.figures()).toEqual(expected);
		await expectWhole(workspace);
	}
);

test('an undo killed in the middle → finished by the next start', missed, async () => {
	await figuresWithoutDisturbance();
	const workspace = await newWorkspace();
	const folder = written(files);
	await workspace.import(join(folder, 'b-clics-13.csv'));
	const before = await workspace.figures();
	const [receipt] = await workspace.import(join(folder, 'a-clics-12.csv'));

	await killedWhen(
		workspace,
		['undo', String(receipt!.id)],
		sql`EXISTS (SELECT 1 FROM import WHERE state = 'undoing')`
	);
	await startAgain(workspace);
	expect(await workspace.figures()).toEqual(before);
	await expectWhole(workspace);
});

test(
	'an upload whose worker is killed → waits in the spool, and the next worker imports it',
	missed,
	async () => {
		const workspace = await newWorkspace();
		for (const [name, content] of Object.entries(files))
			await takeUpload(
				workspace.db,
				await workspace.publication(),
				name,
				(async function* () {
					yield content;
				})(),
				{ data: workspace.data, by: null, now: 1 }
			);

		await killedWhen(workspace, ['work'], sql`${running} AND ${some('click_event')}`);
		await startAgain(workspace);
		expect(await workspace.figures()).toEqual(await figuresWithoutDisturbance());
		// kept for a week, should somebody want them read differently
		expect(readdirSync(spoolFolder(workspace.data))).toHaveLength(2);
		await expectWhole(workspace);
	}
);
