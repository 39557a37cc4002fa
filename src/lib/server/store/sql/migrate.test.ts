import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate as drizzleMigrate } from 'drizzle-orm/libsql/migrator';
import { expect, onTestFinished, test } from 'vitest';
import { restore } from '../../upkeep/restore.ts';
import { isOutdated, open } from './open.ts';
import { readBackup } from './backup.ts';

type Journal = { entries: { idx: number; when: number; tag: string }[] };

const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as Journal;

function tempFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'rubrique-migrate-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** The migrations as they were in an older version: the first so many. */
function olderMigrations(n: number): string {
	const folder = join(tempFolder(), 'drizzle');
	mkdirSync(join(folder, 'meta'), { recursive: true });
	const entries = journal.entries.slice(0, n);
	writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
	for (const { tag } of entries) cpSync(`drizzle/${tag}.sql`, join(folder, `${tag}.sql`));
	return folder;
}

/** Rows that every version had tables for. */
async function fill(client: Client) {
	await client.batch(
		[
			`INSERT INTO publication (id, slug, name, language, currency, zone, created_at)
				VALUES (1, 'letter', 'Letter', 'en', 'EUR', 'UTC', 0)`,
			`INSERT INTO source (id, publication_id, provider) VALUES (1, 1, 'mailchimp')`,
			`INSERT INTO send (id, source_id, campaign, sent_at) VALUES (1, 1, 'c1', 1000)`,
			`INSERT INTO auth_user (id, name, email, role, created_at, updated_at)
				VALUES ('a', 'Ana', 'ana@example.org', 'admin', 0, 0)`,
			`INSERT INTO annotation (publication_id, date, text) VALUES (1, '2026-01-02', 'New design')`,
			`INSERT INTO setting VALUES ('urlRules', '1')`
		],
		'write'
	);
}

/** A database as the version with the first so many migrations left it. */
async function olderDatabase(n: number) {
	const data = tempFolder();
	const url = `file:${join(data, 'rubrique.db')}`;
	const client = createClient({ url });
	await drizzleMigrate(drizzle(client), { migrationsFolder: olderMigrations(n) });
	await fill(client);
	client.close();
	return { data, url };
}

/** A database that nobody has open: a connection of this process is not closed before its garbage is collected. */
function stoppedCopy(from: string) {
	const data = join(tempFolder(), 'stopped');
	cpSync(from, data, { recursive: true });
	const path = join(data, 'rubrique.db');
	const backup = readdirSync(data).find((name) => name.endsWith('.backup'))!;
	const at = { data, databaseUrl: `file:${path}`, readerKey: undefined };
	return { path, at, backup: join(data, backup) };
}

const rowsOf = async (client: Client, table: string) =>
	(await client.execute(`SELECT * FROM ${table}`)).rows;

test.each([1, 9, 20, 26, journal.entries.length - 1])(
	'a database of the first %i migrations → brought up to date with all its rows, and backed up',
	async (n) => {
		const { data, url } = await olderDatabase(n);
		expect(await isOutdated(url)).toBe(true);
		const heard: string[] = [];
		const db = await open(url, { onMigrate: (done, of) => heard.push(`${done}/${of}`) });
		onTestFinished(() => db.$client.close());

		const of = journal.entries.length - n;
		expect(heard).toEqual(Array.from({ length: of + 1 }, (_, done) => `${done}/${of}`));
		expect(await isOutdated(url)).toBe(false);
		expect(await rowsOf(db.$client, 'publication')).toMatchObject([{ slug: 'letter' }]);
		expect(await rowsOf(db.$client, 'send')).toMatchObject([{ campaign: 'c1', sent_at: 1000 }]);
		expect(await rowsOf(db.$client, 'annotation')).toMatchObject([{ text: 'New design' }]);
		expect(await rowsOf(db.$client, 'auth_user')).toMatchObject([
			{ email: 'ana@example.org', role: 'admin', two_factor_enabled: 0 }
		]);
		// as a database that was new in this version
		const fresh = await open(':memory:');
		const shape = `SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2`;
		const shapeOf = async (client: Client) =>
			(await client.execute(shape)).rows.map((row) => ({ ...row }));
		expect(await shapeOf(db.$client)).toEqual(await shapeOf(fresh.$client));

		// and there is a way back
		const [backup, ...others] = readdirSync(data).filter((name) => name.endsWith('.backup'));
		expect(others).toEqual([]);
		expect(statSync(join(data, backup!)).mode & 0o777).toBe(0o600);
		expect(await readBackup(join(data, backup!))).toMatchObject({ publications: 1, newer: false });
	}
);

test('a database that is new or up to date → no backup', async () => {
	const data = tempFolder();
	const url = `file:${join(data, 'rubrique.db')}`;
	expect(await isOutdated(url)).toBe(false);
	for (const _ of ['new', 'up to date']) (await open(url)).$client.close();
	expect(readdirSync(data).filter((name) => name.includes('backup'))).toEqual([]);
});

test('a database that a later version brought up to date → refused as it is, until a backup is restored', async () => {
	const older = await olderDatabase(20);
	const later = await open(older.url);
	await later.$client.batch([
		`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)`,
		`ALTER TABLE publication RENAME COLUMN name TO called`
	]);
	later.$client.close();
	const { path, at, backup } = stoppedCopy(older.data);

	const refused = { code: 'databaseNewer', details: { place: path } };
	await expect(open(at.databaseUrl)).rejects.toMatchObject(refused);
	await expect(isOutdated(at.databaseUrl)).rejects.toMatchObject(refused);
	const client = createClient({ url: at.databaseUrl });
	expect(await rowsOf(client, 'publication')).toMatchObject([{ called: 'Letter' }]);
	client.close();

	const elsewhere = stoppedCopy(older.data);
	await restore(elsewhere.at, backup, 5);
	const again = await open(elsewhere.at.databaseUrl);
	onTestFinished(() => again.$client.close());
	expect(await rowsOf(again.$client, 'publication')).toMatchObject([{ name: 'Letter' }]);
});

test('a migration that fails → undone, earlier ones stay, and the next start goes on from there', async () => {
	const { data, url } = await olderDatabase(20);
	const client = createClient({ url });
	// somebody made a table that a later step makes
	await client.execute('CREATE TABLE membership (mine TEXT)');
	client.close();
	await expect(open(url)).rejects.toThrow(/membership/);
	expect(readdirSync(data).filter((name) => name.endsWith('.backup'))).toHaveLength(1);

	const again = createClient({ url });
	const { rows } = await again.execute('SELECT count(*) AS n FROM __drizzle_migrations');
	expect(Number(rows[0]!.n)).toBeGreaterThan(20);
	await again.execute('DROP TABLE membership');
	again.close();
	const db = await open(url);
	onTestFinished(() => db.$client.close());
	expect(await rowsOf(db.$client, 'publication')).toHaveLength(1);
	// both are kept: from before the first try, and from before the second
	expect(readdirSync(data).filter((name) => name.endsWith('.backup'))).toHaveLength(2);
});

test('a restore after a migration → the database as it was before', async () => {
	const older = await olderDatabase(20);
	(await open(older.url)).$client.close();
	const { at, backup } = stoppedCopy(older.data);
	const restored = await restore(at, backup, 5);
	expect(restored).toMatchObject({ publications: 1 });
	expect(await isOutdated(at.databaseUrl)).toBe(true);
});

test('topics with a name in a column of each language, and what an undo puts back of them → their names by language', async () => {
	const before = journal.entries.findIndex(({ tag }) => tag === '0037_topic-names');
	const { url } = await olderDatabase(before);
	const client = createClient({ url });
	const topic = (id: number, key: string, en: string, fr: string) => ({
		sql: `INSERT INTO topic (id, publication_id, key, name_en, name_fr, words, merged_into)
			VALUES (?, 1, ?, ?, ?, '{"en":["tide"],"fr":[]}', NULL)`,
		args: [id, key, en, fr]
	});
	const row = {
		id: 7,
		key: 'a',
		archived: false,
		aliases: ['Ä'],
		words: { en: [], fr: ['l’eau'] }
	};
	const details = {
		topic: 'Rivers',
		before: {
			topics: [
				{ ...row, nameEn: 'A "b" \\ c', nameFr: 'L’été « 1 »', namedBy: null },
				{ ...row, id: 8, nameEn: 'Ports', nameFr: 'Ports', namedBy: 'spreadsheet' }
			],
			made: [3],
			said: [{ itemId: 1, confidence: 0.25, because: ['nameEn'] }],
			suggestFrom: 0.7
		}
	};
	const nothing = { pack: 'food', before: { topics: [], made: [1], suggestFrom: 0.5 } };
	const audit = (action: string, said: unknown) => ({
		sql: 'INSERT INTO audit (at, action, details) VALUES (0, ?, ?)',
		args: [action, said === null ? null : JSON.stringify(said)]
	});
	const others = { topics: ['Ports'], before: null };
	await client.batch(
		[
			topic(1, 'rivers', 'Rivers “x”', 'L’eau'),
			topic(2, 'quote', `O'Neil "q"`, 'é\\n'),
			audit('topics.change', details),
			audit('topics.pack', nothing),
			audit('topics.undo', { of: 1 }),
			audit('topics.say', null),
			audit('settings.change', others)
		],
		'write'
	);
	client.close();

	const db = await open(url);
	onTestFinished(() => db.$client.close());
	const topics = await rowsOf(db.$client, 'topic');
	expect(topics.map(({ names }) => JSON.parse(String(names)))).toEqual([
		{ en: 'Rivers “x”', fr: 'L’eau' },
		{ en: `O'Neil "q"`, fr: 'é\\n' }
	]);
	expect(topics[0]).toMatchObject({ key: 'rivers', words: '{"en":["tide"],"fr":[]}' });
	expect(Object.keys(topics[0]!)).not.toContain('name_fr');
	// what it was tied to, it is tied to
	await db.$client.execute('DELETE FROM publication');
	expect(await rowsOf(db.$client, 'topic')).toEqual([]);

	const kept = (await rowsOf(db.$client, 'audit')).map((one) => JSON.parse(String(one.details)));
	const [first, second] = details.before.topics;
	const named = ({ nameEn: en, nameFr: fr, ...rest }: NonNullable<typeof first>) => ({
		...rest,
		names: { en, fr }
	});
	expect(kept).toEqual([
		{ ...details, before: { ...details.before, topics: [named(first!), named(second!)] } },
		nothing,
		{ of: 1 },
		null,
		others
	]);
});

test('items by their slot, corrections that name it and addresses that show its column → by their position', async () => {
	const before = journal.entries.findIndex(({ tag }) => tag === '0038_item-position');
	const { url } = await olderDatabase(before);
	const client = createClient({ url });
	const change = {
		kind: 'title',
		item: { title: 'A "slot": 1', page: null, slot: 3 },
		title: 'Ebb'
	};
	const view = (path: string) => ({
		sql: `INSERT INTO saved_view (publication_id, name, path) VALUES (1, 'x', ?)`,
		args: [path]
	});
	await client.batch(
		[
			`INSERT INTO issue (id, publication_id, title) VALUES (1, 1, 'Tides')`,
			`INSERT INTO item (id, issue_id, slot, role, title) VALUES (1, 1, 3, 'editorial', 'Ebb')`,
			{
				sql: 'INSERT INTO correction (issue_id, change, at) VALUES (1, ?, 0)',
				args: [JSON.stringify(change)]
			},
			view('items?last=12&items.columns=title&items.columns=order&items.order=-order'),
			view('items?find=order+form&items.order=order'),
			view('items?last=12')
		],
		'write'
	);
	client.close();

	const db = await open(url);
	onTestFinished(() => db.$client.close());
	expect(await rowsOf(db.$client, 'item')).toMatchObject([{ id: 1, position: 3 }]);
	const [kept] = await rowsOf(db.$client, 'correction');
	const { slot: position, ...item } = change.item;
	expect(JSON.parse(String(kept!.change))).toEqual({ ...change, item: { ...item, position } });
	expect((await rowsOf(db.$client, 'saved_view')).map(({ path }) => path)).toEqual([
		'items?last=12&items.columns=title&items.columns=position&items.order=-position',
		'items?find=order+form&items.order=position',
		'items?last=12'
	]);
});

test('rates and costs, and what an undo puts back of them → of the currency that they were given in', async () => {
	const before = journal.entries.findIndex(({ tag }) => tag === '0040_money-by-currency');
	const { url } = await olderDatabase(before);
	const older = createClient({ url });
	const settings = { rates: { USD: '0.92' }, costs: { item: 1250 } };
	await older.batch(
		[
			`UPDATE publication SET rates = '{"CHF":"1.04"}', costs = '{"hour":4000}'`,
			{
				sql: `INSERT INTO audit (at, publication_id, action, details) VALUES
					(0, 1, 'money.settings', ?), (0, 1, 'money.join', '{"before":{"settings":{"sameNames":{}}}}')`,
				args: [JSON.stringify({ before: { rows: [], made: [], settings } })]
			}
		],
		'write'
	);
	older.close();
	const db = await open(url);
	onTestFinished(() => db.$client.close());

	expect(await rowsOf(db.$client, 'publication')).toMatchObject([
		{ rates: '{"EUR":{"CHF":"1.04"}}', costs: '{"EUR":{"hour":4000}}' }
	]);
	const details = (await rowsOf(db.$client, 'audit')).map(({ details }) => String(details));
	expect(details.map((one) => JSON.parse(one) as object)).toEqual([
		{
			before: {
				rows: [],
				made: [],
				settings: { rates: { EUR: { USD: '0.92' } }, costs: { EUR: { item: 1250 } } }
			}
		},
		{ before: { settings: { sameNames: {} } } }
	]);
});

test('kept forecasts with a factor of an item’s place → of its position', async () => {
	const before = journal.entries.findIndex(({ tag }) => tag === '0042_factors-position');
	const { url } = await olderDatabase(before);
	const older = createClient({ url });
	const title = 'The "factors":{"place": of it';
	const factors = { topics: 0.9, section: 1, authors: 1 };
	await older.execute({
		sql: `INSERT INTO forecast (publication_id, title, hindsight, body, created_at) VALUES (1, 'Tides', 0, ?, 0)`,
		args: [
			JSON.stringify({
				items: [
					{ title, factors: { place: 1.25, ...factors } },
					{ title, factors: null }
				]
			})
		]
	});
	older.close();
	const db = await open(url);
	onTestFinished(() => db.$client.close());

	const [kept] = await rowsOf(db.$client, 'forecast');
	expect(JSON.parse(String(kept!.body))).toEqual({
		items: [
			{ title, factors: { position: 1.25, ...factors } },
			{ title, factors: null }
		]
	});
});
