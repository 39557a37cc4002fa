import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Trouble, TroubleCode } from '#lib/trouble.ts';
import type { Import } from '../../store/events/imports.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Context } from '../packs/context.ts';
import type { FileEntry } from './entries.ts';
import { seal } from './sealed-file.ts';
import { shareFile } from './shared-spool.ts';

/** Troubles that a person can end by saying how the file is to be read. */
const questions: readonly TroubleCode[] = [
	'fileNotRecognised',
	'datesAmbiguous',
	'mapDoesNotFit',
	'sendUnknown',
	'readingDoubtful'
];

/**
 * Keeps a file that raises a question until somebody answers it.
 *
 * @returns where it lies; null where the trouble is no question, or nobody can be asked
 */
export async function keptForQuestion(
	{ db, spool: folder, map }: Context,
	entry: FileEntry,
	{ code }: Trouble,
	{ spool }: Pick<Import, 'spool'>
): Promise<string | null> {
	if (folder === undefined || !questions.includes(code)) return null;
	// a mapping that was given and does not fit is no question, but wrong
	if (map && code === 'mapDoesNotFit') return null;
	if (spool !== null) return spool;

	// a full disk: the file fails as it would have without anybody to ask
	return copyToSpool(db, folder, entry).catch(() => null);
}

/** Copies a file to the spool, where nobody else reads it. @returns where it lies */
export async function copyToSpool(
	db: Db,
	folder: string,
	{ open }: Pick<FileEntry, 'open'>
): Promise<string> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const path = join(folder, randomUUID());
	try {
		await seal(path, open());
		await shareFile(db, path);
		return path;
	} catch (error) {
		await rm(path, { force: true });
		throw error;
	}
}
