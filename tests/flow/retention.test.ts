import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DAY } from '#lib/duration.ts';
import { changeRetention } from '#lib/server/editing/privacy.ts';
import { everything } from '#lib/filters/filters.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { dossierOf } from '#lib/server/figures/audience/dossier.ts';
import { eraseReader } from '#lib/server/ingest/erase.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { enqueueRetention, previewRetention, retain } from '#lib/server/ingest/retain.ts';
import { rederive } from '#lib/server/derive/rederive.ts';
import { simulate } from '../simulate/archive.ts';
import { plainFiles, type Plain } from '../simulate/plain-files.ts';
import { reply } from '../../src/routes/api/reply.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const archive = simulate({ issues: 14, readers: 300, topics: 6, itemSd: 0.2, clickRate: 0.06 }, 5);
const plain: Plain = {
	as: 'events',
	deliveries: true,
	opens: true,
	resolution: 'second',
	subscribers: true
};
const files = plainFiles(archive, plain);

const mapped = (change: (content: (typeof files)[string]) => Buffer) =>
	Object.fromEntries(Object.entries(files).map(([name, content]) => [name, change(content)]));

async function filled() {
	const workspace = await newWorkspace();
	await workspace.take(files);
	return workspace;
}

const query = async ({ db }: Workspace, sql: string) =>
	(await db.$client.execute(sql)).rows.map((row) => ({ ...row }));

/** Everything that is said of issues, and the verdict of each event. */
async function ofIssues(workspace: Workspace) {
	const { topics, ...figures } = await workspace.figures();
	const kinds = ['open', 'click'].map((kind) =>
		query(
			workspace,
			`SELECT send_id, day, second, client_id, provenance_id, verdict FROM ${kind}_event ORDER BY 1, 2, 3, 4, 6`
		)
	);
	return {
		...figures,
		topics: topics.map(({ readers: _, ...topic }) => topic),
		verdicts: await verdictFigures(workspace.db, await workspace.publication(), everything),
		events: await Promise.all(kinds),
		rollups: await query(
			workspace,
			`SELECT issue_id, layer, basis, delivered, clickers, clicks, all_clicks, matched, ambiguous, all_openers,
				human_openers, open_population, open_clickers, unsubscribed, complained, data_up_to
			FROM rollup_issue ORDER BY 1`
		),
		items: await query(
			workspace,
			`SELECT item_id, clickers, clicks, all_clicks, shared FROM rollup_item ORDER BY 1`
		),
		quarters: await query(workspace, `SELECT * FROM rollup_quarter ORDER BY 1, 2`),
		clients: await query(workspace, `SELECT * FROM rollup_client ORDER BY 1, 2, 3`)
	};
}

/** So that the first issues are due, and the last are not. */
async function nowFor({ issues }: Workspace, due: number) {
	const sent = (await issues()).map(({ sentAt }) => sentAt!).sort((a, b) => a - b);
	const then = new Date(sent[due]!);
	then.setUTCMonth(then.getUTCMonth() + 6);
	return then.getTime();
}

async function cut(workspace: Workspace, due: number) {
	const now = await nowFor(workspace, due);
	const actor = { by: null, now };
	await changeRetention(workspace.db, await workspace.publication(), 6, actor);
	return {
		now,
		cut: () => workspace.publication().then((one) => retain(workspace.db, one, actor))
	};
}

test('issues that are cut → every figure to the digit, also when all is derived again', async () => {
	const workspace = await filled();
	const before = await ofIssues(workspace);
	expect(before.verdicts.clicks.machine).toBeGreaterThan(0);
	const { now, cut: act } = await cut(workspace, 5);
	const preview = await previewRetention(workspace.db, await workspace.publication(), now);
	expect(preview).toMatchObject({ issues: 5, months: 6 });

	expect(await act()).toMatchObject({ ...preview, forgotten: expect.any(Number) });
	expect(await ofIssues(workspace)).toEqual(before);
	expect(await workspace.differences()).toEqual([]);

	await rederive(workspace.db, await workspace.publication(), { sends: 'all', readers: true }, now);
	expect(await ofIssues(workspace)).toEqual(before);
	expect(await workspace.differences()).toEqual([]);
	expect(await previewRetention(workspace.db, await workspace.publication(), now)).toMatchObject({
		issues: 0,
		events: 0,
		readers: 0
	});
});

test('readers that were cut → the API says up to when', async () => {
	const { workspace, act } = await smallWorkspace();
	const answered = async () => {
		const url = new URL('http://localhost/api/publications/canal/audience');
		const locals = { db: workspace.db, language: 'en' } as App.Locals;
		const answer = await reply(
			{ locals, params: { publication: 'canal' }, url },
			'audience',
			audienceFigures
		);
		return ((await answer.json()) as { readersCutUpTo: number | null }).readersCutUpTo;
	};
	expect(await answered()).toBeNull();
	await act();
	expect(await answered()).toBe(Date.UTC(2025, 0, 6));
});

test('the same files after a cut → add nothing to the issues that are cut', async () => {
	const workspace = await filled();
	const { cut: act } = await cut(workspace, 5);
	await act();
	const before = await ofIssues(workspace);
	// other bytes, as of an export that was made later
	await workspace.take(
		mapped((content) => Buffer.concat([Buffer.from(content), Buffer.from('\n')]))
	);
	const { events: _, ...after } = await ofIssues(workspace);
	const { events: __, ...then } = before;
	expect(after).toEqual(then);
	expect(await workspace.differences()).toEqual([]);
	for (const { rows, accepted, duplicate, rejected, skipped } of await workspace.receipts())
		expect(accepted + duplicate + rejected + skipped).toBe(rows);
	const [skips] = await query(
		workspace,
		`SELECT sum(n) AS n FROM import_skip WHERE code = 'readersCut'`
	);
	expect(Number(skips!.n)).toBeGreaterThan(0);
});

const small = {
	'clicks.csv': [
		'email,campaign,date,url',
		'ana@example.org,Letter 1,2025-01-06 10:00:00,https://example.com/a',
		'bo@example.org,Letter 1,2025-01-06 10:01:00,https://example.com/a',
		'bo@example.org,Letter 1,2025-01-06 10:02:00,https://example.com/b',
		'cy@acme.example.com,Letter 1,2025-01-06 11:00:00,https://example.com/b',
		'ana@example.org,Letter 2,2025-09-01 10:00:00,https://example.com/c'
	],
	'unsubscribes.csv': [
		'email,campaign,event,date',
		'bo@example.org,Letter 1,unsubscribe,2025-01-06 10:05:00'
	],
	'subscribers.csv': [
		'email,joined,status',
		'ana@example.org,2024-12-01,active',
		'bo@example.org,2024-12-02,active'
	]
};
const lines = (of: readonly string[]) => Buffer.from(`${of.join('\n')}\n`);

async function smallWorkspace() {
	const workspace = await newWorkspace();
	for (const [name, content] of Object.entries(small))
		await workspace.take({ [name]: lines(content) });
	const actor = { by: null, now: Date.UTC(2025, 9, 1) };
	await changeRetention(workspace.db, await workspace.publication(), 6, actor);
	const act = async () => retain(workspace.db, await workspace.publication(), actor);
	return { workspace, act, actor };
}

test('an issue that is cut → its readers are named nowhere, and those named nowhere else are gone', async () => {
	const { workspace, act } = await smallWorkspace();
	const { db, data, identity } = workspace;
	const publication = await workspace.publication();
	const hash = Buffer.from(identity.reader(publication.id, 'cy@acme.example.com'));
	const file = join(data, 'rubrique.db');
	const isIn = () =>
		['', '-wal'].some(
			(suffix) => existsSync(file + suffix) && readFileSync(file + suffix).includes(hash)
		);
	expect(isIn()).toBe(true);

	expect(await act()).toMatchObject({ issues: 1, events: 5, readers: 3, forgotten: 1 });
	for (const table of ['open', 'click', 'delivery', 'unsubscribe', 'bounce', 'complaint']) {
		const rows = await query(
			workspace,
			`SELECT 1 FROM ${table}_event e JOIN send s ON s.id = e.send_id
				JOIN reader r ON r.id = e.reader_id WHERE s.cut_at IS NOT NULL`
		);
		expect(rows).toEqual([]);
	}
	expect(
		await query(
			workspace,
			'SELECT 1 FROM rollup_day d JOIN send s ON s.id = d.send_id WHERE s.cut_at IS NOT NULL'
		)
	).toEqual([]);
	expect(isIn()).toBe(false);

	// whoever unsubscribed by it is among those who left, and not among its clickers
	const left = await query(
		workspace,
		`SELECT u.reader_id FROM unsubscribe_event u JOIN click_event c ON c.reader_id = u.reader_id`
	);
	expect(left).toEqual([]);
	await rederive(db, publication, { sends: 'all', readers: true }, 0);
	const states = await query(
		workspace,
		`SELECT status, left_by FROM rollup_reader ORDER BY status`
	);
	expect(states).toEqual([
		{ status: 'active', left_by: null },
		{ status: 'left', left_by: 'event' }
	]);
	expect(await workspace.differences()).toEqual([]);
});

test('a reader’s own data after a cut → say from when on they are known', async () => {
	const { workspace, act } = await smallWorkspace();
	await act();
	const publication = await workspace.publication();
	const of = async (address: string) =>
		dossierOf(
			workspace.db,
			publication,
			await readerOfAddress(workspace.db, publication, address, workspace.identity)
		);
	const ana = await of('ana@example.org');
	expect(ana.cutUpTo).toBeGreaterThan(0);
	expect(ana.events.map(({ send }) => send)).toEqual(['Letter 2']);
	expect((await of('bo@example.org')).events).toMatchObject([{ kind: 'unsubscribe', send: null }]);
	await expect(of('cy@acme.example.com')).rejects.toMatchObject({ code: 'noSuchReader' });

	// erased, nothing of the pseudonym goes: nobody knows whose it is
	const before = await query(workspace, 'SELECT count(*) AS n FROM click_event');
	await eraseReader(workspace.db, publication, 'bo@example.org', workspace.identity, {
		by: null,
		now: 0
	});
	expect(await query(workspace, 'SELECT count(*) AS n FROM click_event')).toEqual(before);
	expect(await query(workspace, 'SELECT * FROM reader_left')).toEqual([]);
	expect(await workspace.differences()).toEqual([]);
});

test('the imports of a cut issue undone → nothing of it is left', async () => {
	const { workspace, act } = await smallWorkspace();
	await act();
	for (const { id } of await workspace.receipts()) await workspace.undo(id);
	for (const table of ['click_event', 'unsubscribe_event', 'reader_left', 'send'])
		expect(await query(workspace, `SELECT * FROM ${table}`)).toEqual([]);
	expect(await workspace.differences()).toEqual([]);
});

test('retention that is due → waits until a week after the last file, and logs each issue', async () => {
	const { workspace, actor } = await smallWorkspace();
	const publication = await workspace.publication();
	const work = (now: number) =>
		workOff(
			workspace.db,
			() => {
				throw new RangeError('nothing waits to be taken in');
			},
			() => now
		);
	const cuts = () => query(workspace, `SELECT details FROM audit WHERE action = 'readers.cut'`);
	// files were taken in at the clock's time
	await enqueueRetention(workspace.db, Date.now());
	await work(Date.now());
	expect(await cuts()).toEqual([]);

	const later = Date.now() + 8 * DAY;
	await enqueueRetention(workspace.db, later);
	await work(later);
	expect(await cuts()).toHaveLength(2);
	expect(await previewRetention(workspace.db, publication, actor.now)).toMatchObject({ issues: 0 });
	await changeRetention(workspace.db, publication, null, actor);
	await expect(changeRetention(workspace.db, publication, 2, actor)).rejects.toMatchObject({
		code: 'badMonths'
	});
});
