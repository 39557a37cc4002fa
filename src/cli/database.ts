import { accessSync, constants } from 'node:fs';
import { ownFolder } from '#lib/server/access/own-folder.ts';
import { sharedOf } from '#lib/server/access/secret.ts';
import { machineIn, workOn } from '#lib/server/store/jobs/machine.ts';
import { open, type Db } from '#lib/server/store/sql/open.ts';
import { adoptKeys } from '#lib/server/upkeep/rotate.ts';
import type { Settings } from '#lib/server/settings.ts';
import { Trouble } from '#lib/trouble.ts';

/**
 * The database that settings name, for a command that may change it. The driver says of a folder that
 * it may not write in only that it cannot open the database: that is looked at first.
 *
 * @throws {Trouble} dataReadOnly
 */
export async function openWritable(settings: Settings): Promise<Db> {
	const { data, databaseUrl, authToken } = settings;
	try {
		ownFolder(data);
		accessSync(data, constants.W_OK);
	} catch {
		throw new Trouble('dataReadOnly', { place: data });
	}
	const db = await open(databaseUrl, { authToken });
	await adoptKeys(db, data);
	workOn(db, machineIn(data), sharedOf(settings));
	return db;
}
