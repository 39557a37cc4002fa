import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { Trouble } from '#lib/trouble.ts';
import { retryingWhenBusy } from './busy-retry.ts';
import { migrate, pendingMigrations, type MigrationProgress } from './migrate.ts';

export type Db = Awaited<ReturnType<typeof open>>;

/** A transaction. Everything in this room takes either, so that callers choose what is atomic. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

export type OpenOptions = {
	authToken?: string | undefined;
	/** for the process that serves pages: waiting for another writer must not block it */
	pages?: boolean;
	/** hears how far bringing the database up to date is */
	onMigrate?: MigrationProgress;
};

/** How long the driver may block the process while another writes, in milliseconds: ours to wait, not the pages'. */
const untilFree = 10_000;
/** What is left to it where the wait is done beforehand (busy-retry.ts): the odd collision. */
const briefly = 200;

/** Files that are open, by whoever holds them: another thread opens the same for itself. */
const files = new WeakMap<object, string>();

/** The address of the file that a database is, for `openBeside`; undefined where it is none. */
export function databaseFile(db: Db): string | undefined {
	return files.get(db);
}

/** The path of a database that is a file, `file:/a/b.db` or `file:///a/b.db`; null for one on a server. */
export function databasePath(url: string): string | null {
	return url.startsWith('file:') ? url.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : null;
}

/**
 * Asks a server not to compress what it answers: it does so in so many small pieces that reading a
 * megabyte took a second, thirty times as long as a megabyte that is sent as it is.
 */
function uncompressed(request: Request): Promise<Response> {
	request.headers.set('accept-encoding', 'identity');
	return fetch(request);
}

const clientOf = (url: string, authToken: string | undefined, timeout = untilFree) =>
	createClient({ url, timeout, fetch: uncompressed, ...(authToken && { authToken }) });

/** Opens a database that is open and up to date already once more, in another thread. */
export function openBeside(url: string, authToken?: string): Db {
	return drizzle(clientOf(url, authToken), { casing: 'snake_case' });
}

/**
 * Opens a database, bringing it up to date first. Use `:memory:` in tests.
 *
 * @throws {Trouble} dataReadOnly, databaseUnreachable, noRoomToMigrate, databaseNewer
 */
export async function open(
	url: string,
	{ authToken, pages = false, onMigrate = () => {} }: OpenOptions = {}
) {
	const file = databasePath(url);

	try {
		if (file) {
			mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
			closeToOthers(file);
		}

		const driver = clientOf(url, authToken, pages ? briefly : untilFree);
		const client = pages && file ? retryingWhenBusy(driver, url) : driver;
		if (file) {
			await client.execute('PRAGMA journal_mode = WAL');
			// a power cut may cost the last commits, never the order in the database: an import is read again
			await client.execute('PRAGMA synchronous = NORMAL');
		}

		const db = drizzle(client, { casing: 'snake_case' });
		await migrate(driver, { url, file: file === ':memory:' ? null : file }, onMigrate);
		if (file) files.set(db, url);
		return db;
	} catch (cause) {
		throw explained(cause, file ? dirname(file) : url);
	}
}

/**
 * Whether a database would be brought up to date by opening it: nothing is done to it. One that is not
 * there is new, and quickly made.
 *
 * @throws {Trouble} databaseUnreachable, databaseNewer
 */
export async function isOutdated(url: string, authToken?: string): Promise<boolean> {
	const file = databasePath(url);
	if (file !== null && !existsSync(file)) return false;
	const client = clientOf(url, authToken);
	try {
		return (await pendingMigrations(client, file ?? url)).length > 0;
	} catch (cause) {
		throw explained(cause, file ? dirname(file) : url);
	} finally {
		client.close();
	}
}

/**
 * Has a database be its owner's alone before there is anything in it. The driver gives what it lays
 * beside it the same mode; what is there already may have another. A database that is there is never
 * opened here: closing it would end the locks of all connections that this process has to it, and
 * another process that leaves would take the log of changes with it (sqlite.org/howtocorrupt.html, 2.2).
 */
function closeToOthers(file: string) {
	try {
		closeSync(openSync(file, 'wx', 0o600));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	for (const suffix of ['', '-wal', '-shm', '-journal'])
		if (existsSync(file + suffix)) {
			try {
				chmodSync(file + suffix, 0o600);
			} catch {
				// somebody else's, who lets us write
			}
		}
}

/** `drizzle` wraps the driver's error, which wraps SQLite's: the code sits somewhere below. */
function explained(cause: unknown, place: string): unknown {
	for (let error = cause; error instanceof Error; error = error.cause) {
		const code = 'code' in error ? String(error.code) : '';
		if (/^(EACCES|EPERM|EROFS|EISDIR|ENOTDIR|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code))
			return new Trouble('dataReadOnly', { place });
		if (/Unable to open connection/.test(error.message))
			return new Trouble('dataReadOnly', { place });
		if (/^(ECONNREFUSED|ENOTFOUND|HRANA_|SERVER_ERROR)/.test(code))
			return new Trouble('databaseUnreachable', { place });
	}
	return cause;
}
