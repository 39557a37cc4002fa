import {
	chmodSync,
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	renameSync,
	rmSync
} from 'node:fs';
import { dirname } from 'node:path';
import { Trouble } from '#lib/trouble.ts';
import { fingerprintOf, parseKeys, readKeyFile, replaceKeyFile, wrapBy } from '../reader-key.ts';
import { erasing } from '../store/sql/secure-delete.ts';
import { rewrapHashes } from '../store/readers/rewrap.ts';
import { keepSetting } from '../store/settings.ts';
import { erasedReaders, readBackup, readyCopy } from '../store/sql/backup.ts';
import { openBeside } from '../store/sql/open.ts';
import { fileOfDatabase, isOfDisk, type Installation } from './backup.ts';

export type Restored = {
	/** when the backup was made, UTC milliseconds */
	madeAt: number;
	publications: number;
	/** where the database that was there before lies now; null where there was none */
	before: string | null;
	/** it was damaged: nobody knows which readers were erased there since the backup */
	damaged: boolean;
};

/**
 * Puts a backup in the place of the database. What was there is kept beside it; nothing is replaced
 * before the backup is known to be whole, readable and of a known key, and the last step is one
 * rename. Nobody may have the database open. Readers who were erased there are noted in what takes its place,
 * to be erased again by whoever opens it.
 *
 * @param file absolute
 * @throws {Trouble} fileMissing, notABackup, backupNewer, wrongKey, databaseInUse, databaseOnServer, dataReadOnly
 */
export async function restore(at: Installation, file: string, now: number): Promise<Restored> {
	const database = fileOfDatabase(at);
	if (!existsSync(file)) throw new Trouble('fileMissing', { file });

	const copy = `${database}.restoring`;
	try {
		mkdirSync(at.data, { recursive: true });
		mkdirSync(dirname(database), { recursive: true });
		clear(copy);
		copyFileSync(file, copy);
		chmodSync(copy, 0o600);
		return await replaced(at, { file, copy, database }, now);
	} catch (error) {
		if (isOfDisk(error)) throw new Trouble('dataReadOnly', { place: at.data });
		throw error;
	} finally {
		clear(copy);
	}
}

/** How files end that the driver lays beside a database. */
const BESIDE = ['-journal', '-wal', '-shm'];

/** Takes a database away, with what its driver laid beside it. */
function clear(file: string) {
	for (const suffix of ['', ...BESIDE]) rmSync(file + suffix, { force: true });
}

async function replaced(
	{ data, readerKey }: Installation,
	{ file, copy, database }: Record<'file' | 'copy' | 'database', string>,
	now: number
): Promise<Restored> {
	const backup = await readBackup(copy);
	if (!backup) throw new Trouble('notABackup', { file });
	if (backup.newer) throw new Trouble('backupNewer', { file });
	const { madeAt, publications } = backup;

	const here = readerKey ?? readKeyFile(data);
	const later = here === null ? null : keysSince(here, backup.keyFingerprint);
	// of one from before keys were rotated here, those of now hold
	const key = readerKey ?? (later ? here : (backup.readerKey ?? here));
	const isRight =
		later !== null || (key !== null && fingerprintOf(parseKeys(key)) === backup.keyFingerprint);
	if (backup.keyFingerprint !== null && !isRight) throw new Trouble('wrongKey');

	const erased = existsSync(database) ? await erasedReaders(database) : [];
	if (erased === 'inUse') throw new Trouble('databaseInUse', { place: database });
	const damaged = erased === 'unreadable';
	// by another key the same hash is nobody
	await readyCopy(copy, now, later && !damaged ? erased : []);
	if (later && later.length > 0) await liftToKeys(copy, later, fingerprintOf(parseKeys(here!)));

	const before = existsSync(database) ? `${database}.before-restore` : null;
	if (before) {
		clear(before);
		linkSync(database, before);
		// of a sound one all lies in its one file; what lies beside a damaged one would be taken for the copy's
		for (const suffix of BESIDE)
			if (existsSync(database + suffix)) renameSync(database + suffix, before + suffix);
	}
	// a key and a database that do not fit are told at the next start, and mended by restoring again
	if (!readerKey && key !== null && key !== here) replaceKeyFile(data, key);
	renameSync(copy, database);

	return { madeAt, publications, before, damaged };
}

/** Keys that were added after those of a fingerprint; null where it is of none of them. */
function keysSince(text: string, fingerprint: string | null): Buffer[] | null {
	const keys = parseKeys(text);
	for (let n = keys.length; n > 0; n--)
		if (fingerprintOf(keys.slice(0, n)) === fingerprint) return keys.slice(n);
	return null;
}

/** Has readers of a copy be known by keys that were added since it was made. */
async function liftToKeys(copy: string, keys: readonly Buffer[], fingerprint: string) {
	const db = openBeside(`file:${copy}`);
	try {
		await db.transaction(async (tx) => {
			await erasing(tx, true);
			await rewrapHashes(tx, (hash) => keys.reduce((made, key) => wrapBy(key, made), hash));
			await keepSetting(tx, 'keyFingerprint', fingerprint);
		});
	} finally {
		db.$client.close();
	}
}
