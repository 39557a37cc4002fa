import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble } from '#lib/trouble.ts';
import { spooledBytes } from '../../store/events/spooled.ts';
import { sharedBy } from '../../store/jobs/machine.ts';
import type { Db } from '../../store/sql/open.ts';

/** Where uploads lie until they are taken in: only there are there addresses, and only for so long. */
export const spoolFolder = (data: string) => join(data, 'spool');

/** How often it is looked what others have laid there meanwhile, in bytes of one's own. */
const STEP = 16_000_000;

/**
 * Watches that an upload leaves the spool below its quota, whatever else comes in meanwhile.
 *
 * @param size how large it says it is, in bytes; 0 where it does not say
 * @returns takes how many bytes have come so far
 * @throws {Trouble} spoolFull, from what is returned as well
 */
export async function roomIn(
	db: Db,
	data: string,
	quota: number,
	size: number
): Promise<(bytes: number) => Promise<void>> {
	let left = quota - (await taken(db, data));
	let next = STEP;

	const check = (bytes: number) => {
		if (bytes > left) throw new Trouble('spoolFull', { most: quota / 1e9 });
	};
	check(size);
	return async (bytes) => {
		if (bytes >= next) {
			// what came of this one lies there as well by now
			left = quota - (await taken(db, data)) + bytes;
			next = bytes + STEP;
		}
		check(bytes);
	};
}

/** What lies there already: on this disk, and for all machines where others read it as well. */
async function taken(db: Db, data: string): Promise<number> {
	const here = await bytesIn(spoolFolder(data));
	return sharedBy(db) ? Math.max(here, await spooledBytes(db)) : here;
}

async function bytesIn(folder: string): Promise<number> {
	const names = await readdir(folder).catch(() => []);
	const sizes = names.map(async (name) => {
		const stats = await stat(join(folder, name)).catch(() => null);
		return stats?.size ?? 0;
	});
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
