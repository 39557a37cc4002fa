import { chmodSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Client } from '@libsql/client';
import { Trouble } from '#lib/trouble.ts';
import { copyWhole } from './backup.ts';
import { knownMigrations, migratedTo, TABLE, type Migration } from './migrations.ts';

/** How far a migration is: steps done, and how many there are. */
export type MigrationProgress = (done: number, of: number) => void;

/** Backups from before a migration that are kept beside the database, the newest. */
const KEPT = 2;

/**
 * Migrations that a database has not had yet.
 *
 * @param place of the database, for whoever is told where it lies
 * @throws {Trouble} databaseNewer where it has had one that this version does not know, and would be damaged
 */
export async function pendingMigrations(client: Client, place: string): Promise<Migration[]> {
	const known = knownMigrations();
	const last = await migratedTo(client);
	if (last !== null && last > known.at(-1)!.at) throw new Trouble('databaseNewer', { place });
	return known.filter(({ at }) => last === null || at > last);
}

/**
 * Brings a database up to date, one step a transaction: whatever breaks it off, the next start goes on
 * where it stopped. A database that holds something is backed up first, into a file beside it.
 *
 * @param file path of the database; null for one on a server, or in memory
 * @throws {Trouble} noRoomToMigrate where there is none for the backup, databaseNewer: nothing was changed then
 */
export async function migrate(
	client: Client,
	{ url, file }: { url: string; file: string | null },
	tell: MigrationProgress
) {
	const pending = await pendingMigrations(client, file ?? url);
	if (pending.length === 0) return;
	const last = await migratedTo(client);
	tell(0, pending.length);
	if (file !== null && last !== null) await backUpBefore(client, file, last);

	await client.execute(
		`CREATE TABLE IF NOT EXISTS ${TABLE} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`
	);
	for (const [i, step] of pending.entries()) {
		await takeStep(client, step);
		tell(i + 1, pending.length);
	}
}

async function takeStep(client: Client, { statements, hash, at }: Migration) {
	const note = {
		sql: `INSERT INTO ${TABLE} (hash, created_at) VALUES (?, ?)`,
		args: [hash, at]
	};
	try {
		await client.migrate([...statements, note]);
	} catch (error) {
		// another process may have taken the same step meanwhile
		const last = await migratedTo(client);
		if (last === null || last < at) throw error;
	}
}

/** The name of a backup says up to which migration its database was. */
const NAME = /\.before-migration-\d+\.backup$/;

async function backUpBefore(client: Client, file: string, last: number) {
	const backup = `${file}.before-migration-${last}.backup`;
	// what broke off before left it, and it is of before all that was done since
	if (existsSync(backup)) return;
	const part = `${backup}.part`;
	try {
		rmSync(part, { force: true });
		// its mode is decided before there is anything in it
		writeFileSync(part, '', { flag: 'wx', mode: 0o600 });
		await copyWhole(client, part, { madeAt: Date.now(), readerKey: null });
		chmodSync(part, 0o600);
		renameSync(part, backup);
	} catch (error) {
		rmSync(part, { force: true });
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (/^(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR)/.test(code))
			throw new Trouble('noRoomToMigrate', { place: dirname(file) });
		throw error;
	}
	const ours = readdirSync(dirname(file))
		.filter((name) => name.startsWith(basename(file)) && NAME.test(name))
		.sort()
		.reverse();
	for (const name of ours.slice(KEPT)) rmSync(join(dirname(file), name), { force: true });
}
