import { createClient, type Client } from '@libsql/client';
import { WEEK } from '#lib/duration.ts';
import { troubleIn } from '#lib/trouble.ts';
import { knownMigrations } from './migrations.ts';

/** What stands in a copy beside the tables. */
export type BackupNote = {
	/** UTC milliseconds */
	madeAt: number;
	/** the key by which readers are known, in hex; null where it comes from the environment and is kept elsewhere */
	readerKey: string | null;
};

/** What a backup says of itself. */
export type BackupContent = BackupNote & {
	/** of the key by which its readers are known; null where nobody was ever imported */
	keyFingerprint: string | null;
	publications: number;
	/** made by a later version, whose tables this one does not know */
	newer: boolean;
};

/** A reader who was erased, as the key knows them: in hex. */
export type ErasedReader = { publicationId: number; hash: string };

/** The setting in which a copy has the readers that are to be erased in it, once it is in its place. */
export const TO_ERASE = 'eraseAgain';

const NOTE = 'CREATE TABLE backup (made_at INTEGER NOT NULL, reader_key TEXT)';
const noted = ({ madeAt, readerKey }: BackupNote) => ({
	sql: 'INSERT INTO backup VALUES (?, ?)',
	args: [madeAt, readerKey]
});

/**
 * Copies all of a database, as of one instant, into an empty file; everybody goes on working meanwhile.
 * Who is signed in, and files that wait, are not of the copy: neither would be there when it is used.
 */
export async function copyInto(client: Client, file: string, note: BackupNote) {
	await client.execute({ sql: 'VACUUM INTO ?', args: [file] });
	await withFile(file, async (copy) => {
		// what is deleted is overwritten, not only forgotten
		await copy.execute('PRAGMA secure_delete = ON');
		await copy.batch(
			[
				'DELETE FROM auth_session',
				'DELETE FROM auth_verification',
				`UPDATE import SET state = 'failed' WHERE state IN ('waiting', 'question')`,
				'UPDATE import SET spool = NULL',
				`DELETE FROM job WHERE state = 'waiting' AND kind IN ('import', 'inbox')`,
				// whoever opens it finds that nobody is at them any more, and brings to order what they left
				`UPDATE job SET lease_until = 0 WHERE state = 'running'`,
				NOTE,
				noted(note)
			],
			'write'
		);
	});
}

/** Copies a database of an older version as it is: nothing is known of its tables. */
export async function copyWhole(client: Client, file: string, note: BackupNote) {
	await client.execute({ sql: 'VACUUM INTO ?', args: [file] });
	await withFile(file, (copy) => copy.batch([NOTE, noted(note)], 'write'));
}

/** Reads what a backup says of itself; null for what is none, or is damaged. */
export async function readBackup(file: string): Promise<BackupContent | null> {
	const newest = Math.max(...knownMigrations().map(({ at }) => at));
	try {
		return await withFile(file, async (client) => {
			const ask = async (sql: string) => (await client.execute(sql)).rows[0];
			if ((await ask('PRAGMA quick_check'))?.quick_check !== 'ok') return null;
			const note = await ask('SELECT made_at, reader_key FROM backup');
			if (!note) return null;
			const last = await ask('SELECT max(created_at) AS at FROM __drizzle_migrations');
			const print = await ask(`SELECT value FROM setting WHERE name = 'keyFingerprint'`);
			const publications = await ask('SELECT count(*) AS n FROM publication');
			return {
				madeAt: Number(note.made_at),
				readerKey: note.reader_key === null ? null : String(note.reader_key),
				keyFingerprint: print ? String(print.value) : null,
				publications: Number(publications!.n),
				newer: Number(last?.at) > newest
			};
		});
	} catch {
		return null;
	}
}

/** What is told a copy that takes a database's place, by what the copy has to have for it. */
const toTell: readonly [having: string, sql: string][] = [
	['backup.made_at', 'DROP TABLE backup'],
	// what fell due since the copy was made has been sent, as far as anybody knows
	['schedule.since', 'UPDATE schedule SET since = :now'],
	// so may have been what waited in it: a person decides
	[
		'mailing.state',
		`UPDATE mailing SET state = 'unsure' WHERE state IN ('waiting', 'making', 'handing')`
	],
	[
		'job.kind',
		`UPDATE mailing SET state = 'unsure' WHERE state = 'failed' AND EXISTS (
			SELECT 1 FROM job j WHERE j.state IN ('waiting', 'running') AND (
				(j.kind = 'mail' AND j.subject = CAST(mailing.id AS text)) OR
				(j.kind = 'report' AND j.subject = mailing.schedule_id || ' ' || mailing.due)))`
	],
	[
		'job.kind',
		`DELETE FROM job WHERE kind IN ('mail', 'report') AND state IN ('waiting', 'running')`
	],
	// what holds by now was told, likewise
	['alert_rule.since', 'UPDATE alert_rule SET since = NULL'],
	['alert.state', `UPDATE alert SET state = 'unsure' WHERE state IN ('waiting', 'handing')`],
	['job.kind', `DELETE FROM job WHERE kind = 'alert'`],
	// whoever restores it may want what was deleted since: its week begins anew
	[
		'publication.deletes_at',
		'UPDATE publication SET deletes_at = :now + :week WHERE deletes_at < :now + :week'
	]
];

/**
 * Makes of a copy what is to take a database's place.
 *
 * @param now UTC milliseconds
 * @param erased readers whom that database has erased
 */
export async function readyCopy(file: string, now: number, erased: readonly ErasedReader[]) {
	await withFile(file, async (client) => {
		// one file, with nothing beside it that would be left behind
		await client.execute('PRAGMA journal_mode = DELETE');
		const { rows } = await client.execute(
			`SELECT t.name || '.' || c.name AS name FROM sqlite_master t, pragma_table_info(t.name) c
			WHERE t.type = 'table'`
		);
		const there = new Set(rows.map(({ name }) => String(name)));
		// a copy of an older version is brought up to date when it is opened, and has less to be told
		const steps = toTell.filter(([having]) => there.has(having));
		const toErase = [...(await readersToErase(client)), ...erased];
		const note = {
			sql: 'INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)',
			args: [TO_ERASE, JSON.stringify(toErase)]
		};
		await client.batch(
			[
				...steps.map(([, sql]) => ({ sql, args: argsOf(sql, { now, week: WEEK }) })),
				...(toErase.length > 0 ? [note] : [])
			],
			'write'
		);
	});
}

/** Those of some values that a statement names. */
const argsOf = (sql: string, values: Record<string, number>) =>
	Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`:${name}`)));

/**
 * The readers whom a database that nobody else uses has erased, or was to erase: a copy from before must not
 * bring them back. All of it lies in its one file afterwards, unless it is damaged.
 */
export async function erasedReaders(
	file: string
): Promise<ErasedReader[] | 'inUse' | 'unreadable'> {
	try {
		return await withFile(file, async (client) => {
			// leaving the write-ahead log wants the file for itself, and empties the log into it
			await client.execute('PRAGMA journal_mode = DELETE');
			const empty = `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM sqlite_master)`;
			if ((await client.execute(empty)).rows.length > 0) return [];
			const { rows } = await client.execute(
				'SELECT publication_id AS id, lower(hex(hash)) AS hash FROM reader WHERE erased'
			);
			const erased = rows.map(({ id, hash }) => ({
				publicationId: Number(id),
				hash: String(hash)
			}));
			return [...erased, ...(await readersToErase(client))];
		});
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (code.startsWith('SQLITE_BUSY')) return 'inUse';
		if (troubleIn(error)?.code === 'databaseDamaged') return 'unreadable';
		throw error;
	}
}

async function readersToErase(client: Client): Promise<ErasedReader[]> {
	const asked = { sql: 'SELECT value FROM setting WHERE name = ?', args: [TO_ERASE] };
	const [noted] = (await client.execute(asked)).rows;
	return noted ? readersIn(String(noted.value)) : [];
}

/** The readers that are to be erased, as the setting names them. */
export function readersIn(setting: string): ErasedReader[] {
	return JSON.parse(setting) as ErasedReader[];
}

/** Whether no other process has a database open: leaving the log of changes wants the file for itself. */
export async function isUsedByNobody(file: string): Promise<boolean> {
	try {
		await withFile(file, (client) => client.execute('PRAGMA journal_mode = DELETE'));
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
			return false;
		throw error;
	}
}

async function withFile<Result>(file: string, use: (client: Client) => Promise<Result>) {
	const client = createClient({ url: `file:${file}` });
	try {
		return await use(client);
	} finally {
		client.close();
	}
}
