import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../../store/sql/open.ts';
import {
	isSealedByNewest,
	keepNewestSpoolKey,
	makeSpoolKey,
	openSealed,
	seal
} from './sealed-file.ts';
import { resealShared } from './shared-spool.ts';
import { spoolFolder } from './spool-room.ts';

/**
 * Encrypts the files of the spool by a key made anew, one after the other; those on a server by the one
 * that follows from the reader key now. Whatever breaks it off, each file can be read: old keys go when
 * no file needs them any more.
 *
 * @returns how many files were encrypted anew
 */
export async function rotateSpoolKey(db: Db, data: string): Promise<number> {
	const folder = spoolFolder(data);
	makeSpoolKey(folder);
	let n = 0;
	for (const name of await readdir(folder).catch(() => [])) {
		const path = join(folder, name);
		const stats = await stat(path).catch(() => null);
		if (!stats?.isFile()) continue;
		// what somebody fell over while it was written is half a file
		if (name.endsWith('.rotating')) {
			await rm(path, { force: true });
			continue;
		}
		if (isSealedByNewest(path)) continue;
		const part = `${path}.rotating`;
		await rm(part, { force: true });
		await seal(part, openSealed(path));
		// how long it is kept goes by when it came
		await utimes(part, stats.atime, stats.mtime);
		await rename(part, path);
		n++;
	}
	keepNewestSpoolKey(folder);
	return n + (await resealShared(db));
}
