import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { reseal } from '#lib/server/access/reseal.ts';
import { secretOf } from '#lib/server/access/secret.ts';
import { eraseReader } from '#lib/server/ingest/erase.ts';
import { makeSpoolKey, openSealed, seal } from '#lib/server/ingest/files/sealed-file.ts';
import { rotateSpoolKey } from '#lib/server/ingest/files/rotate-spool.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { readSetting } from '#lib/server/store/settings.ts';
import { readersIn, TO_ERASE } from '#lib/server/store/sql/backup.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { settingsFrom } from '#lib/server/settings.ts';
import { backup } from '#lib/server/upkeep/backup.ts';
import { restore } from '#lib/server/upkeep/restore.ts';
import { adoptKeys, isAlone, rotateKeys } from '#lib/server/upkeep/rotate.ts';
import { open } from '#lib/server/store/sql/open.ts';
import { newWorkspace, tempFolder, type Workspace } from './publication.ts';

const lines = (of: string[]) => Buffer.from(`${of.join('\n')}\n`);
const clicks = lines([
	'email,campaign,date,url',
	'ana@example.org,Letter 1,2025-01-06 10:00:00,https://example.com/a',
	'bo@acme.example.com,Letter 1,2025-01-06 10:01:00,https://example.com/a',
	'bo@acme.example.com,Letter 1,2025-01-06 10:02:00,https://example.com/b'
]);
const later = lines([
	'email,campaign,date,url',
	'ana@example.org,Letter 1,2025-01-06 10:00:00,https://example.com/a',
	'ana@example.org,Letter 2,2025-01-13 10:00:00,https://example.com/c'
]);

const settingsOf = ({ data }: Pick<Workspace, 'data'>) =>
	settingsFrom(
		{ RUBRIQUE_DATA: data, DATABASE_URL: `file:${join(data, 'rubrique.db')}` },
		'/',
		'/'
	);
const secrets = { secretOf, reseal };
const query = async ({ db }: Pick<Workspace, 'db'>, sql: string) =>
	(await db.$client.execute(sql)).rows.map((row) => ({ ...row }));
const hashes = (workspace: Workspace) =>
	query(workspace, 'SELECT id, hex(hash) AS hash FROM reader ORDER BY id');

test('keys rotated → readers are who they were, under hashes that the old key does not make', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'clicks.csv': clicks });
	const publication = await workspace.publication();
	const erased = 'cy@example.org';
	await eraseReader(workspace.db, publication, erased, workspace.identity, { by: null, now: 0 });
	const [before, figures] = [await hashes(workspace), await workspace.figures()];
	const ana = await readerOfAddress(
		workspace.db,
		publication,
		'ana@example.org',
		workspace.identity
	);

	for (let round = 0; round < 2; round++) {
		const { readers } = await rotateKeys(workspace.db, settingsOf(workspace), secrets, 1);
		expect(readers).toBe(3);
	}
	const after = await hashes(workspace);
	expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
	const old = new Set(before.map(({ hash }) => hash));
	expect(after.filter(({ hash }) => old.has(hash))).toEqual([]);

	const identity = await openIdentity(workspace.db, workspace.data);
	expect(await readerOfAddress(workspace.db, publication, 'ana@example.org', identity)).toBe(ana);
	// a command that began before is told so, and makes nobody anew
	await expect(workspace.take({ 'later.csv': later })).rejects.toMatchObject({ code: 'wrongKey' });
	Object.assign(workspace.identity, identity);
	await workspace.take({ 'again.csv': lines([...clicks.toString().trim().split('\n'), '']) });
	expect(await workspace.figures()).toEqual(figures);
	await workspace.take({ 'later.csv': later });
	expect((await hashes(workspace)).length).toBe(3);
	await workspace.take({
		'erased.csv': lines([
			'email,campaign,date,url',
			`${erased},Letter 2,2025-01-13 11:00:00,https://example.com/c`
		])
	});
	expect((await hashes(workspace)).length).toBe(3);
	expect(await workspace.differences()).toEqual([]);
});

/** Everything as it is when the process is gone between two steps: a copy of what lies on the disk. */
test('a rotation broken off → finished by whoever opens the installation, or as if it had not begun', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'clicks.csv': clicks });
	const { data, db } = workspace;
	const key = readFileSync(join(data, 'reader-key'), 'utf8');
	const session = secretOf(settingsOf(workspace));

	// gone before the database took the new keys
	for (const name of ['reader-key', 'session.key'])
		writeFileSync(join(data, `${name}.next`), 'ab'.repeat(32));
	await adoptKeys(db, data);
	expect(readFileSync(join(data, 'reader-key'), 'utf8')).toBe(key);
	expect(secretOf(settingsOf(workspace))).toBe(session);
	await openIdentity(db, data);

	// gone after it took them
	await rotateKeys(db, settingsOf(workspace), secrets, 1);
	const fresh = readFileSync(join(data, 'reader-key'), 'utf8');
	const print = (text: string) => createHash('sha256').update('next').update(text).digest('hex');
	writeFileSync(join(data, 'reader-key.next'), fresh);
	writeFileSync(join(data, 'reader-key'), key);
	await db.$client.execute({
		sql: `INSERT INTO setting (name, value) VALUES ('nextKeys', ?)`,
		args: [print(fresh)]
	});
	await adoptKeys(db, data);
	expect(readFileSync(join(data, 'reader-key'), 'utf8')).toBe(fresh);
	expect(existsSync(join(data, 'reader-key.next'))).toBe(false);
	await openIdentity(db, data);
});

test('keys rotated → everybody is signed out, and second factors are kept under the new secret', async () => {
	const workspace = await newWorkspace();
	const before = secretOf(settingsOf(workspace));
	const at = '1736000000000';
	const sealed = await symmetricEncrypt({ key: before, data: 'JBSWY3DPEHPK3PXP' });
	await workspace.db.$client.batch([
		`INSERT INTO auth_user (id, name, email, created_at, updated_at) VALUES ('u', 'Ana', 'ana@example.org', ${at}, ${at})`,
		`INSERT INTO auth_session (id, token, user_id, expires_at, created_at, updated_at) VALUES ('s', 't', 'u', ${at}, ${at}, ${at})`,
		`INSERT INTO auth_two_factor (id, secret, backup_codes, user_id) VALUES ('f', '${sealed}', '${sealed}', 'u')`
	]);
	expect(await rotateKeys(workspace.db, settingsOf(workspace), secrets, 1)).toMatchObject({
		people: 1
	});
	expect(await query(workspace, 'SELECT * FROM auth_session')).toEqual([]);
	const after = secretOf(settingsOf(workspace));
	expect(after).not.toBe(before);
	const [step] = await query(workspace, 'SELECT secret, backup_codes FROM auth_two_factor');
	for (const data of Object.values(step!))
		expect(await symmetricDecrypt({ key: after, data: String(data) })).toBe('JBSWY3DPEHPK3PXP');
	expect(
		await query(workspace, `SELECT action FROM audit WHERE action = 'keys.rotated'`)
	).toHaveLength(1);
});

test('keys rotated while files wait → encrypted anew, and readable at any step', async () => {
	const workspace = await newWorkspace();
	const folder = spoolFolder(workspace.data);
	mkdirSync(folder, { recursive: true });
	const text = 'ana@example.org,'.repeat(5000);
	const paths = ['one', 'two', 'three'].map((name) => join(folder, name));
	const read = async (path: string, start = 0) => {
		const chunks: Buffer[] = [];
		for await (const chunk of openSealed(path, { start })) chunks.push(chunk as Buffer);
		return Buffer.concat(chunks).toString();
	};
	for (const path of paths) await seal(path, [Buffer.from(text)] as never);
	const before = paths.map((path) => readFileSync(path).toString('hex'));
	const key = readFileSync(join(workspace.data, 'spool.key'), 'utf8');

	expect(await rotateSpoolKey(workspace.db, workspace.data)).toBe(3);
	expect(readFileSync(join(workspace.data, 'spool.key'), 'utf8')).not.toContain(key.trim());
	for (const [i, path] of paths.entries()) {
		expect(readFileSync(path).toString('hex')).not.toBe(before[i]);
		expect(await read(path)).toBe(text);
		expect(await read(path, 12_345)).toBe(text.slice(12_345));
	}
	expect(readdirSync(folder).sort()).toEqual(['one', 'three', 'two']);

	// one file was encrypted anew, and the others were not yet
	makeSpoolKey(folder);
	await seal(join(folder, 'four'), [Buffer.from(text)] as never);
	for (const path of [...paths, join(folder, 'four')]) expect(await read(path)).toBe(text);
	expect(await rotateSpoolKey(workspace.db, workspace.data)).toBe(4);
	for (const path of paths) expect(await read(path)).toBe(text);
	expect(readFileSync(join(workspace.data, 'spool.key'), 'utf8').trim().split('\n')).toHaveLength(
		1
	);
});

test('a backup from before a rotation → restored under the present keys, naming who was erased since', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'clicks.csv': clicks });
	const publication = await workspace.publication();
	const settings = settingsOf(workspace);
	const [before, after] = ['before', 'after'].map((name) => join(tempFolder(), name)) as [
		string,
		string
	];
	await backup(workspace.db, settings, before, 1);
	await rotateKeys(workspace.db, settings, secrets, 2);
	const identity = await openIdentity(workspace.db, workspace.data);
	await eraseReader(workspace.db, publication, 'ana@example.org', identity, { by: null, now: 3 });
	await backup(workspace.db, settings, after, 4);
	expect(await isAlone(settings)).toBe(false);

	// elsewhere, where nobody has it open
	const data = tempFolder();
	const there = settingsOf({ data });
	await restore(there, after, 5);
	expect(await isAlone(there)).toBe(true);
	const key = readFileSync(join(data, 'reader-key'), 'utf8');
	await restore(there, before, 6);
	expect(readFileSync(join(data, 'reader-key'), 'utf8')).toBe(key);
	const db = await open(there.databaseUrl);
	onTestFinished(() => db.$client.close());
	const known = await openIdentity(db, data);
	expect(await readerOfAddress(db, publication, 'bo@acme.example.com', known)).toBeGreaterThan(0);
	const erased = readersIn((await readSetting(db, TO_ERASE))!);
	const hash = known.reader(publication.id, 'ana@example.org').toString('hex');
	expect(erased).toEqual([{ publicationId: publication.id, hash }]);
});
