import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Trouble } from '#lib/trouble.ts';
import { readKeyFile } from '../reader-key.ts';
import { copyInto } from '../store/sql/backup.ts';
import { databasePath, type Db } from '../store/sql/open.ts';

/** Where the database is, and with it the key of its readers. */
export type Installation = {
	/** its folder, absolute */
	data: string;
	/** `file:` with an absolute path, or the address of a server */
	databaseUrl: string;
	/** the key in hex where the environment gives it */
	readerKey: string | undefined;
};

/**
 * Writes all that an installation knows into one file, as of one instant: the database, and the key
 * of its readers unless the environment gives it. People go on working meanwhile. The file is there
 * whole or not at all, for its owner alone.
 *
 * @param file absolute; nothing may be there
 * @throws {Trouble} fileExists, fileNotWritable, databaseOnServer
 */
export async function backup(db: Db, { data, ...at }: Installation, file: string, now: number) {
	fileOfDatabase(at);
	if (existsSync(file)) throw new Trouble('fileExists', { file });

	const part = `${file}.part`;
	try {
		rmSync(part, { force: true });
		// the copy goes into an empty file: its mode is decided before there is anything in it
		writeFileSync(part, '', { flag: 'wx', mode: 0o600 });
		const readerKey = at.readerKey ? null : readKeyFile(data);
		await copyInto(db.$client, part, { madeAt: now, readerKey });
		chmodSync(part, 0o600);
		renameSync(part, file);
	} catch (error) {
		rmSync(part, { force: true });
		if (isOfDisk(error)) throw new Trouble('fileNotWritable', { file });
		throw error;
	}
}

/** @throws {Trouble} databaseOnServer */
export function fileOfDatabase({ databaseUrl }: Pick<Installation, 'databaseUrl'>): string {
	const file = databasePath(databaseUrl);
	if (file === null) throw new Trouble('databaseOnServer', { place: databaseUrl });
	return file;
}

/** The disk is full, or may not be written to. */
export function isOfDisk(error: unknown): boolean {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return /^(E[A-Z]+|SQLITE_(FULL|CANTOPEN|IOERR|READONLY).*)$/.test(code);
}
