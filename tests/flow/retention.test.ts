import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DAY } from '#lib/duration.ts';
import { changeRetention } from '#lib/server/editing/privacy.ts';
import { everything } from '#lib/server/figures/filters.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { dossierOf } from '#lib/server/figures/audience/dossier.ts';
import { eraseReader } from '#lib/server/ingest/erase.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { askRetention, previewRetention, retain } from '#lib/server/ingest/retain.ts';
import { rederive } from '#lib/server/derive/rederive.ts';
import { simulate } from '../simulate/archive.ts';
import { plainFiles, type Plain } from '../simulate/plain-files.ts';
import { reply } from '../../src/routes/api/reply.ts';
import { newDesk, type Desk } from './publication.ts';

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
	const desk = await newDesk();
	await desk.take(files);
	return desk;
}

const query = async ({ db }: Desk, sql: string) =>
	(await db.$client.execute(sql)).rows.map((row) => ({ ...row }));

/** Everything that is said of issues, and the verdict of each event. */
async function ofIssues(desk: Desk) {
	const { topics, ...figures } = await desk.figures();
	const kinds = ['open', 'click'].map((kind) =>
		query(
			desk,
			`SELECT send_id, day, second, client_id, provenance_id, verdict FROM ${kind}_event ORDER BY 1, 2, 3, 4, 6`
		)
	);
	return {
		...figures,
		topics: topics.map(({ readers: _, ...topic }) => topic),
		verdicts: await verdictFigures(desk.db, await desk.publication(), everything),
		events: await Promise.all(kinds),
		rollups: await query(
			desk,
			`SELECT issue_id, layer, basis, delivered, clickers, clicks, all_clicks, matched, ambiguous, all_openers,
				human_openers, open_population, open_clickers, unsubscribed, complained, data_up_to
			FROM rollup_issue ORDER BY 1`
		),
		items: await query(
			desk,
			`SELECT item_id, clickers, clicks, all_clicks, shared FROM rollup_item ORDER BY 1`
		),
		quarters: await query(desk, `SELECT * FROM rollup_quarter ORDER BY 1, 2`),
		clients: await query(desk, `SELECT * FROM rollup_client ORDER BY 1, 2, 3`)
	};
}

/** So that the first issues are due, and the last are not. */
async function nowFor({ issues }: Desk, due: number) {
	const sent = (await issues()).map(({ sentAt }) => sentAt!).sort((a, b) => a - b);
	const then = new Date(sent[due]!);
	then.setUTCMonth(then.getUTCMonth() + 6);
	return then.getTime();
}

async function cut(desk: Desk, due: number) {
	const now = await nowFor(desk, due);
	const actor = { by: null, now };
	await changeRetention(desk.db, await desk.publication(), 6, actor);
	return { now, cut: () => desk.publication().then((one) => retain(desk.db, one, actor)) };
}

test('issues that are cut keep every figure to the digit, now and when all is derived again', async () => {
	const desk = await filled();
	const before = await ofIssues(desk);
	expect(before.verdicts.clicks.machine).toBeGreaterThan(0);
	const { now, cut: act } = await cut(desk, 5);
	const preview = await previewRetention(desk.db, await desk.publication(), now);
	expect(preview).toMatchObject({ issues: 5, months: 6 });

	expect(await act()).toMatchObject({ ...preview, forgotten: expect.any(Number) });
	expect(await ofIssues(desk)).toEqual(before);
	expect(await desk.differences()).toEqual([]);

	await rederive(desk.db, await desk.publication(), { sends: 'all', readers: true }, now);
	expect(await ofIssues(desk)).toEqual(before);
	expect(await desk.differences()).toEqual([]);
	expect(await previewRetention(desk.db, await desk.publication(), now)).toMatchObject({
		...{ issues: 0, events: 0, readers: 0 }
	});
});

test('programs are told up to when readers were cut, as pages tell people', async () => {
	const { desk, act } = await smallDesk();
	const told = async () => {
		const url = new URL('http://localhost/api/publications/canal/audience');
		const locals = { db: desk.db, language: 'en' } as App.Locals;
		const answer = await reply(
			{ locals, params: { publication: 'canal' }, url },
			'audience',
			audienceFigures
		);
		return ((await answer.json()) as { readersCutUpTo: number | null }).readersCutUpTo;
	};
	expect(await told()).toBeNull();
	await act();
	expect(await told()).toBe(Date.UTC(2025, 0, 6));
});

test('the same files once more add nothing to issues that are cut', async () => {
	const desk = await filled();
	const { cut: act } = await cut(desk, 5);
	await act();
	const before = await ofIssues(desk);
	// other bytes, as of an export that was made later
	await desk.take(mapped((content) => Buffer.concat([Buffer.from(content), Buffer.from('\n')])));
	const { events: _, ...after } = await ofIssues(desk);
	const { events: __, ...then } = before;
	expect(after).toEqual(then);
	expect(await desk.differences()).toEqual([]);
	for (const { rows, accepted, duplicate, rejected, skipped } of await desk.receipts())
		expect(accepted + duplicate + rejected + skipped).toBe(rows);
	const [skips] = await query(
		desk,
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

async function smallDesk() {
	const desk = await newDesk();
	for (const [name, content] of Object.entries(small)) await desk.take({ [name]: lines(content) });
	const actor = { by: null, now: Date.UTC(2025, 9, 1) };
	await changeRetention(desk.db, await desk.publication(), 6, actor);
	const act = async () => retain(desk.db, await desk.publication(), actor);
	return { desk, act, actor };
}

test('no reader of an issue that is cut is named anywhere, and whoever was named nowhere else is gone', async () => {
	const { desk, act } = await smallDesk();
	const { db, data, identity } = desk;
	const publication = await desk.publication();
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
			desk,
			`SELECT 1 FROM ${table}_event e JOIN send s ON s.id = e.send_id
				JOIN reader r ON r.id = e.reader_id WHERE s.cut_at IS NOT NULL`
		);
		expect(rows).toEqual([]);
	}
	expect(
		await query(
			desk,
			'SELECT 1 FROM rollup_day d JOIN send s ON s.id = d.send_id WHERE s.cut_at IS NOT NULL'
		)
	).toEqual([]);
	expect(isIn()).toBe(false);

	// whoever unsubscribed by it is among those who left, and not among its clickers
	const left = await query(
		desk,
		`SELECT u.reader_id FROM unsubscribe_event u JOIN click_event c ON c.reader_id = u.reader_id`
	);
	expect(left).toEqual([]);
	await rederive(db, publication, { sends: 'all', readers: true }, 0);
	const states = await query(desk, `SELECT status, left_by FROM rollup_reader ORDER BY status`);
	expect(states).toEqual([
		{ status: 'active', left_by: null },
		{ status: 'left', left_by: 'event' }
	]);
	expect(await desk.differences()).toEqual([]);
});

test('a reader’s own data say from when on they are known', async () => {
	const { desk, act } = await smallDesk();
	await act();
	const publication = await desk.publication();
	const of = async (address: string) =>
		dossierOf(
			desk.db,
			publication,
			await readerOfAddress(desk.db, publication, address, desk.identity)
		);
	const ana = await of('ana@example.org');
	expect(ana.cutUpTo).toBeGreaterThan(0);
	expect(ana.events.map(({ send }) => send)).toEqual(['Letter 2']);
	expect((await of('bo@example.org')).events).toMatchObject([{ kind: 'unsubscribe', send: null }]);
	await expect(of('cy@acme.example.com')).rejects.toMatchObject({ code: 'noSuchReader' });

	// erased, nothing of the pseudonym goes: nobody knows whose it is
	const before = await query(desk, 'SELECT count(*) AS n FROM click_event');
	await eraseReader(desk.db, publication, 'bo@example.org', desk.identity, { by: null, now: 0 });
	expect(await query(desk, 'SELECT count(*) AS n FROM click_event')).toEqual(before);
	expect(await query(desk, 'SELECT * FROM reader_left')).toEqual([]);
	expect(await desk.differences()).toEqual([]);
});

test('undoing the imports of an issue that is cut takes all of it away', async () => {
	const { desk, act } = await smallDesk();
	await act();
	for (const { id } of await desk.receipts()) await desk.undo(id);
	for (const table of ['click_event', 'unsubscribe_event', 'reader_left', 'send'])
		expect(await query(desk, `SELECT * FROM ${table}`)).toEqual([]);
	expect(await desk.differences()).toEqual([]);
});

test('by itself nothing is cut before a week after its last file, and each issue is written down', async () => {
	const { desk, actor } = await smallDesk();
	const publication = await desk.publication();
	const work = (now: number) =>
		workOff(
			desk.db,
			() => {
				throw new RangeError('nothing waits to be taken in');
			},
			() => now
		);
	const cuts = () => query(desk, `SELECT details FROM audit WHERE action = 'readers.cut'`);
	// files were taken in at the clock's time
	await askRetention(desk.db, Date.now());
	await work(Date.now());
	expect(await cuts()).toEqual([]);

	const later = Date.now() + 8 * DAY;
	await askRetention(desk.db, later);
	await work(later);
	expect(await cuts()).toHaveLength(2);
	expect(await previewRetention(desk.db, publication, actor.now)).toMatchObject({ issues: 0 });
	await changeRetention(desk.db, publication, null, actor);
	await expect(changeRetention(desk.db, publication, 2, actor)).rejects.toMatchObject({
		code: 'badMonths'
	});
});
