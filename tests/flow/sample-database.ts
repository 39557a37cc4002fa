import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forecastDescribed } from '#lib/server/forecast/described-drafts.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { Interned } from '#lib/server/ingest/packs/interned.ts';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { describedIn } from '#lib/server/ingest/files/description.ts';
import { publicationFor } from '#lib/server/ingest/publication.ts';
import { open } from '#lib/server/store/sql/open.ts';
import { cached } from './cached.ts';

const sample = join(import.meta.dirname, '../../imports/sample');

/** The sample publication in a database of its own, for all tests of a file. */
export async function sampleDatabase() {
	const data = mkdtempSync(join(tmpdir(), 'rubrique-sample-'));
	await sampleInto(data);
	const db = await open(`file:${join(data, 'rubrique.db')}`);

	return {
		db,
		close() {
			db.$client.close();
			rmSync(data, { recursive: true, force: true });
		}
	};
}

/** Fills the data folder of a program that has not begun: it finds the sample publication in it, taken in. */
export async function sampleInto(data: string) {
	// all that an import depends on: its rows, the program that reads them, and the tables
	const from = ['imports/sample/**', 'src/lib/**/*.ts', 'drizzle/*.sql', 'package-lock.json'];
	const kept = await cached('rubrique-sample', [...from, 'tests/flow/*database.ts'], importInto);
	cpSync(kept, data, { recursive: true });
}

async function importInto(data: string) {
	const db = await open(`file:${join(data, 'rubrique.db')}`);
	const identity = await openIdentity(db, data);
	const words = { language: 'fr', currency: 'EUR', zone: 'Europe/Paris' } as const;
	const described = (await describedIn(sample))!;
	const publication = await publicationFor(db, 'sample', described, words, 0);
	const context = {
		...{ db, identity, publication, now: Date.now, by: null, zone: 'Europe/Paris', map: null },
		...{ complete: false, again: true, addresses: new Interned(), readers: [] }
	};
	await importPaths(context, [sample]);
	await forecastDescribed(db, publication, described.drafts, Date.UTC(2026, 10, 23));
	await db.$client.execute('pragma wal_checkpoint(truncate)');
	db.$client.close();
}
