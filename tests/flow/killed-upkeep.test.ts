import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretOf } from '#lib/server/access/secret.ts';
import { changeRetention } from '#lib/server/editing/privacy.ts';
import { openSealed, seal } from '#lib/server/ingest/files/sealed-file.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { settingsFrom } from '#lib/server/settings.ts';
import { isPseudonym } from '#lib/server/store/events/pseudonym.ts';
import { open, type Db } from '#lib/server/store/sql/open.ts';
import { adoptKeys } from '#lib/server/upkeep/rotate.ts';
import { addressOf, plainFiles } from '../simulate/plain-files.ts';
import { simulate } from '../simulate/archive.ts';
import { begun, builtCommand } from './built.ts';
import { times } from '../combinations.ts';
import { newWorkspace, tempFolder } from './publication.ts';

// What is done to a whole installation, killed at many moments and done again.

const archive = simulate({ issues: 20, readers: 500, topics: 5, itemSd: 0.2, clickRate: 0.06 }, 7);
const files = plainFiles(archive, {
	as: 'events',
	deliveries: true,
	opens: true,
	resolution: 'second',
	subscribers: true
});
const people = [0, 1, 2].map((reader) => addressOf(archive, reader));
const waiting = 'ana@example.org,'.repeat(20_000);

/** How often each is killed, at moments spread over the time that it takes. */
const KILLS = times(1, 12);

let main: string;
/** An installation at rest, which each test copies. */
let before: string;

beforeAll(async () => {
	main = await builtCommand();
	before = await installation();
});

/** An installation with readers, a second step and files that wait, at rest. */
async function installation(): Promise<string> {
	const closing: (() => void)[] = [];
	const data = tempFolder(afterAll);
	const workspace = await newWorkspace((end) => closing.push(end), data);
	await workspace.take(files);
	await changeRetention(workspace.db, await workspace.publication(), 6, { by: null, now: 0 });
	const sealed = await symmetricEncrypt({ key: secretIn(data), data: 'JBSWY3DPEHPK3PXP' });
	await workspace.db.$client.batch([
		`INSERT INTO auth_user (id, name, email, created_at, updated_at) VALUES ('u', 'Ana', 'ana@example.org', 1, 1)`,
		`INSERT INTO auth_two_factor (id, secret, backup_codes, user_id) VALUES ('f', '${sealed}', '${sealed}', 'u')`
	]);
	mkdirSync(spoolFolder(data), { recursive: true });
	for (const name of ['one', 'two', 'three'])
		await seal(join(spoolFolder(data), name), [Buffer.from(waiting)] as never);
	closing.forEach((close) => close());
	return data;
}

function settingsOf(data: string) {
	const DATABASE_URL = `file:${join(data, 'rubrique.db')}`;
	return settingsFrom({ RUBRIQUE_DATA: data, DATABASE_URL }, '/', '/');
}
const secretIn = (data: string) => secretOf(settingsOf(data));

/** Runs a command to its end, or kills it after so many milliseconds. @returns how long it took */
async function run(data: string, args: string[], killAfter = Infinity) {
	const start = performance.now();
	const child = begun(main, args, { RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: tempFolder() });
	let talk = '';
	child.stderr.on('data', (chunk) => (talk += chunk));
	child.stdout.resume();
	const timer = Number.isFinite(killAfter)
		? setTimeout(() => child.kill('SIGKILL'), killAfter)
		: undefined;
	const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
		child.on('close', (...ended) => resolve(ended))
	);
	clearTimeout(timer);
	if (signal === null) expect([code, talk]).toEqual([0, expect.any(String)]);
	return { took: performance.now() - start, killed: signal === 'SIGKILL' };
}

async function opened<Found>(data: string, look: (db: Db) => Promise<Found>): Promise<Found> {
	const db = await open(`file:${join(data, 'rubrique.db')}`);
	try {
		return await look(db);
	} finally {
		db.$client.close();
	}
}

/** Every row of these tables, without when something was written down. */
const rowsOf = (db: Db, tables: readonly string[]) =>
	Promise.all(
		tables.map(async (table) => {
			const { rows } = await db.$client.execute(`SELECT * FROM ${table}`);
			return rows
				.map((row) => {
					const { hash: _, cut_at, computed_at: __, reader_id, ...rest } = { ...row };
					// drawn anew each time for an issue that is cut
					const reader = isPseudonym(Number(reader_id ?? 0)) ? 'cut' : reader_id;
					return JSON.stringify({ ...rest, reader, isCut: typeof cut_at === 'number' });
				})
				.sort();
		})
	);

const events = ['open', 'click', 'delivery', 'unsubscribe'].map((kind) => `${kind}_event`);
const tables = [
	...events,
	'reader',
	'send',
	'rollup_issue',
	'rollup_item',
	'rollup_quarter',
	'rollup_reader'
];

function copyOf(from: string): string {
	const data = tempFolder();
	cpSync(from, data, { recursive: true });
	return data;
}

/** Kills a command at moments spread over its time, does it again, and looks at what is there each time. */
async function killedAlong<Found>(
	args: string[],
	look: (data: string, db: Db) => Promise<Found>,
	between: (data: string) => Promise<unknown> = async () => {}
) {
	const whole = copyOf(before);
	let { took } = await run(whole, args);
	const wanted = await opened(whole, (db) => look(whole, db));
	for (let kills = 0; kills < KILLS;) {
		const data = copyOf(before);
		const first = await run(data, args, took * (0.3 + (0.7 * kills) / KILLS));
		// done before it could be killed: the machine has become quicker since
		if (first.killed) kills++;
		else took = Math.min(took * 0.95, first.took);
		// of a copy: looking leaves the database open for a while
		await between(copyOf(data));
		await run(data, args);
		expect(await opened(data, (db) => look(data, db))).toEqual(wanted);
	}
	return wanted;
}

test('retention killed at any moment and done again → the rows of an undisturbed one', async () => {
	const rows = await killedAlong(['retain', '--cut'], (_, db) => rowsOf(db, tables));
	expect(rows.flat().some((row) => row.includes('"isCut":true'))).toBe(true);
});

test('an erasure killed at any moment and done again → the rows of an undisturbed one', async () => {
	const rows = await killedAlong(['erase', people[0]!], (_, db) => rowsOf(db, tables));
	expect(rows.flat().length).toBeGreaterThan(1000);
});

/** What has to be readable at any time: who readers are, a second step, and files that wait. */
async function readable(data: string, db: Db) {
	await adoptKeys(db, data);
	const identity = await openIdentity(db, data);
	const publication = { id: 1 } as Parameters<typeof readerOfAddress>[1];
	const readers = [];
	for (const one of people) readers.push(await readerOfAddress(db, publication, one, identity));
	const { rows } = await db.$client.execute('SELECT secret, backup_codes FROM auth_two_factor');
	const steps = await Promise.all(
		Object.values({ ...rows[0]! }).map((one) =>
			symmetricDecrypt({ key: secretIn(data), data: String(one) })
		)
	);
	const texts = [];
	for (const name of ['one', 'two', 'three']) {
		const chunks: Buffer[] = [];
		for await (const chunk of openSealed(join(spoolFolder(data), name)))
			chunks.push(chunk as Buffer);
		texts.push(Buffer.concat(chunks).toString() === waiting);
	}
	return { readers, steps, texts, rows: await rowsOf(db, tables) };
}

test('a rotation of keys killed at any moment → nothing is lost, neither then nor when done again', async () => {
	const states = await killedAlong(['rotate-keys'], readable, async (data) => {
		const { readers, steps, texts } = await opened(data, (db) => readable(data, db));
		expect(readers.every((id) => typeof id === 'number')).toBe(true);
		expect([steps, texts]).toEqual([
			['JBSWY3DPEHPK3PXP', 'JBSWY3DPEHPK3PXP'],
			[true, true, true]
		]);
		expect(readFileSync(join(data, 'reader-key'), 'utf8')).not.toBe('');
	});
	expect(states.readers).toHaveLength(3);
});
