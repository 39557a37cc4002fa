import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '#lib/server/derive/verify.ts';
import { restore } from '#lib/server/upkeep/restore.ts';
import { keyBeside } from '#lib/server/upkeep/key-beside.ts';
import { open } from '#lib/server/store/sql/open.ts';
import type { Settings } from '#lib/server/settings.ts';

/** What a restore of a backup, tried beside, came to. */
export type Drill = {
	/** UTC milliseconds */
	madeAt: number;
	publications: number;
	/** issues whose figures were compared with their events */
	issues: number;
	/** figures that are not as their events say */
	differences: number;
};

/**
 * Restores a backup into a folder of its own, brings it up to date, compares every figure with its
 * events, and takes the folder away: what has not been restored is no backup.
 *
 * @throws {Trouble} as `restore` does
 */
export async function drill(settings: Settings, file: string, now: number): Promise<Drill> {
	const data = mkdtempSync(join(settings.data, 'drill-'));
	try {
		keyBeside(settings.data, data);
		const url = `file:${join(data, 'rubrique.db')}`;
		const at = { data, databaseUrl: url, readerKey: settings.readerKey };
		const { madeAt, publications } = await restore(at, file, now);
		const db = await open(url);
		try {
			const { issues, differences } = await verify(db);
			return { madeAt, publications, issues, differences: differences.length };
		} finally {
			db.$client.close();
		}
	} finally {
		rmSync(data, { recursive: true, force: true });
	}
}
