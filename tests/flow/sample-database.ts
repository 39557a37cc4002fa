import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { Interned } from '#lib/server/ingest/packs/interned.ts';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { publicationFor } from '#lib/server/ingest/publication.ts';
import { open } from '#lib/server/store/sql/open.ts';

/** The sample publication in a database of its own, for all tests of a file. */
export async function sampleDatabase() {
	const data = mkdtempSync(join(tmpdir(), 'rubrique-sample-'));
	const db = await open(`file:${join(data, 'rubrique.db')}`);
	const identity = await openIdentity(db, data);
	const words = { language: 'fr', currency: 'EUR', zone: 'Europe/Paris' } as const;
	const publication = await publicationFor(db, 'sample', null, words, 0);
	const context = {
		db,
		identity,
		publication,
		now: Date.now,
		by: null,
		zone: 'Europe/Paris',
		map: null,
		complete: false,
		again: true,
		addresses: new Interned(),
		readers: []
	};
	await importPaths(context, [join(import.meta.dirname, '../../imports/sample')]);

	return {
		db,
		close() {
			db.$client.close();
			rmSync(data, { recursive: true, force: true });
		}
	};
}
