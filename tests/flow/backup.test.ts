import { createHash } from 'node:crypto';
import {
	copyFileSync,
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { DAY, HOUR } from '#lib/duration.ts';
import { deletePublication, restorePublication } from '#lib/server/editing/publications.ts';
import { enqueueRemovals } from '#lib/server/ingest/remove-publications.ts';
import { webhookSender } from '#lib/server/mail/alerts/webhook.ts';
import { smtpMailer } from '#lib/server/mail/mailer.ts';
import { sendDue } from '#lib/server/mail/outbox.ts';
import { addSchedule, scheduleFigures, sendAgain } from '#lib/server/mail/schedules.ts';
import { eraseAgain, eraseReader } from '#lib/server/ingest/erase.ts';
import { recover } from '#lib/server/ingest/files/inbox.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { makeFirstCode } from '#lib/server/access/first-code.ts';
import { createFirstAdministrator } from '#lib/server/access/first-administrator.ts';
import { open } from '#lib/server/store/sql/open.ts';
import { backup, type Installation } from '#lib/server/upkeep/backup.ts';
import { restore } from '#lib/server/upkeep/restore.ts';
import { letters } from './letters.ts';
import { mailServer } from './mail-server.ts';
import { newWorkspace, tempFolder, type Workspace } from './publication.ts';

const now = Date.UTC(2026, 2, 1, 12);
const at = (data: string): Installation => ({
	data,
	databaseUrl: `file:${join(data, 'rubrique.db')}`,
	readerKey: undefined
});

/** The same data in a folder of its own: a connection of this process is not closed before its garbage is collected. */
function stopped({ data }: Workspace): string {
	const folder = join(tempFolder(), 'data');
	cpSync(data, folder, { recursive: true });
	return folder;
}

/** A workspace with an archive, and a backup of it. */
async function backedUp() {
	const workspace = await newWorkspace();
	await workspace.take(letters(8));
	const file = join(tempFolder(), 'copy.db');
	await backup(workspace.db, at(workspace.data), file, now);
	return { workspace, file };
}

test('a backup restored on another machine → every figure, the key and the accounts, and nobody signed in', async () => {
	const workspace = await newWorkspace();
	await workspace.take(letters(8));
	const ana = { name: 'Ana', email: 'ana@example.org', password: 'correct horse' };
	const code = await makeFirstCode(workspace.db);
	await createFirstAdministrator(workspace.db, { ...ana, code }, now);
	await workspace.db.$client.execute(
		`INSERT INTO auth_session (id, token, user_id, expires_at, created_at, updated_at)
			SELECT 'one', 'secret-of-a-session', id, 9e12, 0, 0 FROM auth_user`
	);
	const file = join(tempFolder(), 'copy.db');
	await backup(workspace.db, at(workspace.data), file, now);

	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(readFileSync(file, 'latin1')).not.toContain('secret-of-a-session');

	const elsewhere = join(tempFolder(), 'data');
	const before = readFileSync(file);
	expect(await restore(at(elsewhere), file, now)).toEqual({
		madeAt: now,
		publications: 1,
		before: null,
		damaged: false
	});
	expect(readFileSync(file).equals(before)).toBe(true);
	const there = await newWorkspace(onTestFinished, elsewhere);
	expect(await there.figures()).toEqual(await workspace.figures());
	expect(await there.differences()).toEqual([]);
	const { rows } = await there.db.$client.execute('SELECT name FROM auth_user');
	expect(rows).toMatchObject([{ name: 'Ana' }]);

	// readers are known by the same key: the same file brings nothing new
	const again = await there.take(letters(8));
	expect(new Set(again.map(({ state }) => state))).toEqual(new Set(['known']));
});

test('a backup restored over data → these are kept beside it, and can be put back', async () => {
	const { workspace, file } = await backedUp();
	const then = await workspace.figures();
	await workspace.take({
		'more.csv': Buffer.from(
			'email;campagne;date;url\nz@example.org;La lettre des quais #3;2025-01-23 10:00:00;https://example.com/pont-3'
		)
	});
	const later = await workspace.figures();
	expect(later).not.toEqual(then);

	const data = stopped(workspace);
	const { before } = await restore(at(data), file, now);
	expect(await (await newWorkspace(onTestFinished, data)).figures()).toEqual(then);

	const back = join(tempFolder(), 'data');
	mkdirSync(back);
	copyFileSync(before!, join(back, 'rubrique.db'));
	copyFileSync(join(data, 'reader-key'), join(back, 'reader-key'));
	expect(await (await newWorkspace(onTestFinished, back)).figures()).toEqual(later);
});

test('a mail that waits in a backup → is not sent again once it is restored; a person decides', async () => {
	const workspace = await newWorkspace();
	await workspace.take(letters(8));
	const server = await mailServer();
	onTestFinished(() => server.close());
	const outbox = (url: string, at: number) => ({
		mailer: smtpMailer(url, 'Rubrique <reports@example.com>'),
		webhook: webhookSender(true),
		now: () => at,
		address: null
	});
	const schedule = {
		report: 'management',
		comparison: 'before',
		locale: 'fr',
		rule: { every: 'week', day: 1, hour: 7, last: 4 },
		recipients: ['ana@example.org']
	};
	await addSchedule(workspace.db, await workspace.publication(), schedule, { by: null, now });
	const due = now + 2 * DAY;
	// nobody listens there
	await sendDue(workspace.db, outbox('smtp://127.0.0.1:9', due));
	const file = join(tempFolder(), 'copy.db');
	await backup(workspace.db, at(workspace.data), file, due);
	await sendDue(workspace.db, outbox(server.url, due + HOUR));
	expect(server.received).toHaveLength(1);

	const elsewhere = join(tempFolder(), 'data');
	await restore(at(elsewhere), file, due + DAY);
	const there = await newWorkspace(onTestFinished, elsewhere);
	await sendDue(there.db, outbox(server.url, due + DAY));
	expect(server.received).toHaveLength(1);
	const publication = await there.publication();
	const [mailing] = (await scheduleFigures(there.db, publication, due + DAY)).mailings;
	expect(mailing).toMatchObject({ state: 'unsure', nextAt: null });
	await sendAgain(there.db, publication, mailing!.scheduleId, mailing!.id);
	await sendDue(there.db, outbox(server.url, due + DAY));
	expect(server.received).toHaveLength(2);
});

test('a publication whose week was nearly over in a backup → can be restored for another week', async () => {
	const { db, data, publication, take } = await newWorkspace();
	await take(letters(2));
	const actor = { by: null, now };
	await deletePublication(db, await publication(), 'canal', actor);
	const file = join(tempFolder(), 'copy.db');
	await backup(db, at(data), file, now + 6 * DAY);

	const elsewhere = join(tempFolder(), 'data');
	await restore(at(elsewhere), file, now + 9 * DAY);
	const there = await open(at(elsewhere).databaseUrl);
	onTestFinished(() => there.$client.close());
	await enqueueRemovals(there, now + 9 * DAY);
	const jobs = await there.$client.execute(`SELECT 1 FROM job WHERE kind = 'remove'`);
	expect(jobs.rows).toEqual([]);
	await restorePublication(there, 'canal', actor);
	expect((await publicationMeant(there, 'canal')).deletesAt).toBeNull();
});

test('a reader erased since the backup → erased again after it is restored', async () => {
	const { workspace, file } = await backedUp();
	await eraseReader(
		workspace.db,
		await workspace.publication(),
		'r1@example.org',
		workspace.identity,
		{
			by: null,
			now
		}
	);
	const figures = await workspace.figures();

	const data = stopped(workspace);
	await restore(at(data), file, now);
	const restored = await newWorkspace(onTestFinished, data);
	expect(await restored.figures()).not.toEqual(figures);
	// killed before it had erased them, and restored once more
	const again = stopped(restored);
	await restore(at(again), file, now);
	const twice = await newWorkspace(onTestFinished, again);
	expect(await eraseAgain(twice.db, { by: null, now })).toBe(1);
	expect(await eraseAgain(twice.db, { by: null, now })).toBe(0);
	// killed likewise, and started
	await recover(restored.db, now);
	for (const there of [twice, restored]) {
		expect(await there.figures()).toEqual(figures);
		expect(await there.differences()).toEqual([]);
	}
});

test.each([
	['garbage', true, () => Buffer.from('no database '.repeat(1000))],
	['half of it', true, (whole: Buffer) => whole.subarray(0, whole.length / 2)],
	['zeros within', true, (whole: Buffer) => Buffer.from(whole).fill(0, 4096)],
	['nothing', false, () => Buffer.alloc(0)]
])(
	'data that are damaged (%s) → a backup takes their place, and they are kept with what lies beside them',
	async (_, damaged, broken) => {
		const { workspace, file } = await backedUp();
		const data = stopped(workspace);
		const database = join(data, 'rubrique.db');
		for (const end of ['-wal', '-shm']) rmSync(database + end, { force: true });
		const bytes = broken(readFileSync(file));
		writeFileSync(database, bytes);
		const log = Buffer.from('a log of changes');
		if (damaged) writeFileSync(`${database}-wal`, log);

		const restored = await restore(at(data), file, now);
		expect(restored.damaged).toBe(damaged);
		expect(readFileSync(restored.before!).equals(bytes)).toBe(true);
		if (damaged) expect(readFileSync(`${restored.before}-wal`).equals(log)).toBe(true);
		const there = await newWorkspace(onTestFinished, data);
		expect(await there.figures()).toEqual(await workspace.figures());
		expect(await there.differences()).toEqual([]);
	}
);

test('a backup that is damaged, foreign, newer or of another key, or a database in use → nothing is replaced', async () => {
	const { workspace, file } = await backedUp();
	const place = at(stopped(workspace));
	const database = join(place.data, 'rubrique.db');
	const state = () => {
		return createHash('sha256').update(readFileSync(database)).digest('hex');
	};
	const refused = async (given: string, code: string, where = place) =>
		expect(await restore(where, given, now).catch((error) => error)).toMatchObject({ code });

	await refused(file, 'databaseInUse', at(workspace.data));
	const before = state();

	await refused(join(place.data, 'gone.db'), 'fileMissing');
	const text = join(tempFolder(), 'list.csv');
	writeFileSync(text, 'email\nana@example.org\n');
	await refused(text, 'notABackup');
	// a database, but no backup
	await refused(database, 'notABackup');
	const half = join(tempFolder(), 'half.db');
	copyFileSync(file, half);
	truncateSync(half, Math.floor(statSync(file).size / 2));
	await refused(half, 'notABackup');
	const newer = join(tempFolder(), 'newer.db');
	copyFileSync(file, newer);
	const other = await open(`file:${newer}`);
	await other.$client.execute(
		`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9e12)`
	);
	await other.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
	await refused(newer, 'backupNewer');
	await refused(file, 'wrongKey', { ...place, readerKey: 'ab'.repeat(32) });
	await refused(file, 'databaseOnServer', { ...place, databaseUrl: 'libsql://db.example.com' });

	expect(state()).toBe(before);
	expect(readdirSync(place.data).filter((name) => name.includes('restor'))).toEqual([]);
});

test('a backup onto a file that is there → refused; one that fails → leaves nothing behind', async () => {
	const { workspace, file } = await backedUp();
	await expect(backup(workspace.db, at(workspace.data), file, now)).rejects.toMatchObject({
		code: 'fileExists'
	});
	const nowhere = join(tempFolder(), 'no', 'folder.db');
	await expect(backup(workspace.db, at(workspace.data), nowhere, now)).rejects.toMatchObject({
		code: 'fileNotWritable'
	});
	const closed = await open(at(workspace.data).databaseUrl);
	closed.$client.close();
	const folder = tempFolder();
	const half = backup(closed, at(workspace.data), join(folder, 'half.db'), now);
	await expect(half).rejects.toThrow();
	expect(readdirSync(folder)).toEqual([]);
});
