import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { changeRetention } from '#lib/server/editing/privacy.ts';
import { addSchedule } from '#lib/server/mail/schedules.ts';
import { isPseudonym } from '#lib/server/store/events/pseudonym.ts';
import { open, type Db } from '#lib/server/store/sql/open.ts';
import { bytes } from '../simulate/sample/table.ts';
import { plainFiles } from '../simulate/plain-files.ts';
import { simulate } from '../simulate/archive.ts';
import { begun, builtCommand } from './built.ts';
import { dealt } from '../combinations.ts';
import { frenchFile, frenchRows, issue12 } from './canal.ts';
import { newWorkspace, tempFolder } from './publication.ts';
import { atRest, until } from './until.ts';

// What the program does by itself, killed in the middle again and again: reports, mail, retention.

let main: string;

beforeAll(async () => {
	main = await builtCommand();
});

const urlOf = (data: string) => `file:${join(data, 'rubrique.db')}`;

/** One of the program's processes, until it is killed. */
function process(name: 'mail' | 'work', data: string, env: Record<string, string> = {}) {
	const own = { RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: tempFolder(), DATABASE_URL: urlOf(data) };
	const child = begun(main, [name], { ...own, ...env });
	const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
	child.stdout.resume();
	child.stderr.resume();
	async function kill() {
		child.kill('SIGKILL');
		await ended;
	}
	onTestFinished(kill);
	return kill;
}

/** A workspace with what is closed once its processes have the database for themselves. */
async function filled(
	fill: (workspace: Awaited<ReturnType<typeof newWorkspace>>) => Promise<unknown>
) {
	const closing: (() => void)[] = [];
	const data = tempFolder();
	await fill(await newWorkspace((end) => closing.push(end), data));
	closing.forEach((close) => close());
	return data;
}

async function opened(data: string) {
	const db = await open(urlOf(data));
	onTestFinished(() => db.$client.close());
	return db;
}

/** A mail server that says when it has a mail, and takes it when it is let. */
async function slowServer() {
	const received: string[] = [];
	let met = () => {};
	let meets = new Promise<void>((resolve) => (met = resolve));
	let takes: 'at once' | 'never' = 'at once';
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		logger: false,
		onData(stream, { envelope }, done) {
			stream.resume();
			stream.on('end', () => {
				met();
				if (takes === 'never') return;
				received.push(...envelope.rcptTo.map(({ address }) => address));
				done();
			});
		}
	});
	server.on('error', () => {});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	onTestFinished(() => new Promise<void>((closed) => void server.close(closed)));
	const { port } = server.server.address() as { port: number };
	return {
		received,
		url: `smtp://127.0.0.1:${port}`,
		take(how: typeof takes) {
			takes = how;
			meets = new Promise((resolve) => (met = resolve));
			return () => meets;
		}
	};
}

test('reports and mail killed at every step → each mail goes out once, or a person is asked', async () => {
	const server = await slowServer();
	const to = ['ana', 'ben', 'cleo', 'dora'].map((name) => `${name}@example.org`);
	const data = await filled(async (workspace) => {
		await workspace.take({ 'lettre-12.md': bytes(issue12), 'clics.csv': frenchFile(frenchRows()) });
		const rule = { every: 'week', day: 1, hour: 7, last: 4 };
		const schedule = { report: 'management', comparison: 'before', locale: 'fr', rule };
		// since ten days ago: one is due
		const actor = { by: null, now: Date.now() - 10 * 86_400_000 };
		await addSchedule(
			workspace.db,
			await workspace.publication(),
			{ ...schedule, recipients: to },
			actor
		);
	});
	const db = await opened(data);
	const env = { SMTP_URL: server.url, SMTP_FROM: 'reports@example.com' };
	const states = async () =>
		Object.fromEntries(
			(
				await db.all<{ recipient: string; state: string }>(
					sql`SELECT recipient, state FROM mailing ORDER BY recipient`
				)
			).map(({ recipient, state }) => [recipient, state])
		);

	// while it makes the report, and again
	for (let round = 0; round < 2; round++) {
		const kill = process('mail', data, env);
		await until(db, sql`EXISTS (SELECT 1 FROM job WHERE kind = 'report' AND attempts > ${round})`);
		await kill();
	}
	expect(server.received).toEqual([]);

	// while a server has a mail and has not said that it takes it
	let meets = server.take('never');
	let kill = process('mail', data, env);
	await meets();
	await kill();
	const handed = Object.entries(await states()).find(([, state]) => state === 'handing')![0];
	expect(server.received).toEqual([]);

	// as soon as a server has taken one, before that is written down or after
	meets = server.take('at once');
	kill = process('mail', data, env);
	await meets();
	await kill();
	const rest = process('mail', data, env);
	await until(db, atRest);
	await rest();

	const [{ n: reports } = { n: 0 }] = await db.all<{ n: number }>(
		sql`SELECT count(*) AS n FROM report`
	);
	expect(reports).toBe(1);
	expect(new Set(server.received).size).toBe(server.received.length);
	const after = await states();
	expect(Object.keys(after)).toEqual(to);
	// nobody knows of what was being handed on: it is not sent again by itself, and not lost
	expect(after[handed]).toBe('unsure');
	for (const one of to) {
		if (after[one] !== 'unsure') expect([one, after[one]]).toEqual([one, 'sent']);
		if (after[one] === 'sent') expect(server.received).toContain(one);
	}
	expect(Object.values(after).filter((state) => state === 'unsure').length).toBeLessThan(3);
	const asked = await db.all(sql`SELECT 1 FROM job WHERE kind = 'mail' AND state = 'failed'`);
	expect(asked).toHaveLength(Object.values(after).filter((state) => state === 'unsure').length);
});

const tables = [
	'open_event',
	'click_event',
	'delivery_event',
	'unsubscribe_event',
	'reader',
	'send',
	'rollup_issue',
	'rollup_item',
	'rollup_quarter',
	'rollup_reader'
];

/** Every row, without what is drawn anew for an issue that is cut, and when. */
const rowsOf = (db: Db) =>
	Promise.all(
		tables.map(async (table) =>
			(await db.$client.execute(`SELECT * FROM ${table}`)).rows
				.map((row) => {
					const { hash: _, cut_at, computed_at: __, reader_id, ...rest } = { ...row };
					const reader = isPseudonym(Number(reader_id ?? 0)) ? 'cut' : reader_id;
					return JSON.stringify({ ...rest, reader, isCut: typeof cut_at === 'number' });
				})
				.sort()
		)
	);

test('automatic retention killed after any issue → once it is at rest, all is as undisturbed', async () => {
	const size = { issues: 12, readers: 120, topics: 3, itemSd: 0.2, clickRate: 0.06 };
	const files = plainFiles(simulate(size, 7), {
		as: 'events',
		deliveries: true,
		opens: true,
		resolution: 'second',
		subscribers: true
	});
	const before = await filled(async (workspace) => {
		await workspace.take(files);
		await changeRetention(workspace.db, await workspace.publication(), 6, { by: null, now: 0 });
		// an issue is cut once its last file is a week old
		await workspace.db.run(sql`UPDATE import SET finished_at = 1, started_at = 1`);
	});
	const cuts = sql`(SELECT count(*) FROM audit WHERE action = 'readers.cut')`;
	const isCut = sql`EXISTS (SELECT 1 FROM job WHERE kind = 'retain' AND state = 'done')`;
	const outcome = async (killAt: number[]) => {
		const data = tempFolder();
		cpSync(before, data, { recursive: true });
		const db = await opened(data);
		for (const n of killAt) {
			const kill = process('work', data);
			await until(db, sql`${cuts} >= ${n} OR ${isCut}`);
			await kill();
		}
		const kill = process('work', data);
		await until(db, isCut);
		await kill();
		const [{ n } = { n: 0 }] = await db.all<{ n: number }>(sql`SELECT ${cuts} AS n`);
		return { rows: await rowsOf(db), n };
	};
	const whole = await outcome([]);
	expect(whole.n).toBeGreaterThan(6);
	expect(whole.rows.flat().some((row) => row.includes('"isCut":true'))).toBe(true);
	// each issue is cut once, and said once
	expect(await outcome(dealt(0, [0, 1, 3, 6], 2))).toEqual(whole);
});
