import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readBackup } from '../store/sql/backup.ts';
import type { Db } from '../store/sql/open.ts';
import { backup, type Installation } from './backup.ts';

/** Where backups are made by themselves, how often, and how many are kept. */
export type BackupPlan = {
	/** absolute */
	folder: string;
	hours: number;
	keep: number;
};

const HOUR = 3_600_000;

/** `rubrique-2026-01-31T0300.backup`, UTC: what sorts by name sorts by time. */
const NAME = /^rubrique-\d{4}-\d\d-\d\dT\d{4}\.backup$/;

/**
 * Makes a backup where the newest is old enough, and takes away those that are more than are kept; one
 * that cannot be read is nobody's backup, and takes no other's place.
 *
 * @returns the file that was made; null where it was not time
 * @throws {Trouble} fileNotWritable, databaseOnServer
 */
export async function backupIfDue(
	db: Db,
	at: Installation,
	{ folder, hours, keep }: BackupPlan,
	now: number
): Promise<string | null> {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const newest = made(folder)[0];
	// a clock that was set back must not end the backups
	const age = newest === undefined ? Infinity : Math.abs(now - statSync(newest).mtimeMs);
	if (age < hours * HOUR) return null;

	const stamp = new Date(now).toISOString().slice(0, 16).replace(':', '');
	const file = join(folder, `rubrique-${stamp}.backup`);
	rmSync(file, { force: true });
	await backup(db, at, file, now);
	if (!(await readBackup(file))) throw new RangeError(`${file} cannot be read`);
	for (const old of made(folder).slice(keep)) rmSync(old, { force: true });
	return file;
}

/** Backups that were made by themselves, the newest first. */
function made(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => NAME.test(name))
		.sort()
		.reverse()
		.map((name) => join(folder, name));
}
