import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { forecastDescribed } from '#lib/server/forecast/described-drafts.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { Interned } from '#lib/server/ingest/packs/interned.ts';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { describedIn } from '#lib/server/ingest/files/description.ts';
import { publicationFor } from '#lib/server/ingest/publication.ts';
import { open } from '#lib/server/store/sql/open.ts';

const root = join(import.meta.dirname, '../..');
const sample = join(root, 'imports/sample');

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
	const kept = join(root, 'node_modules/.cache/rubrique-sample', keyOfSample());
	if (!existsSync(kept)) await importInto(kept);
	cpSync(kept, data, { recursive: true });
}

/** Imported once for each state of what makes it; two that begin at once both do, and one is kept. */
async function importInto(kept: string) {
	const data = mkdtempSync(join(tmpdir(), 'rubrique-sample-'));
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

	const all = join(kept, '..');
	mkdirSync(all, { recursive: true });
	const ready = mkdtempSync(join(all, 'new-'));
	cpSync(data, ready, { recursive: true });
	rmSync(data, { recursive: true, force: true });
	try {
		renameSync(ready, kept);
		// what was kept of an earlier state serves nobody
		for (const name of readdirSync(all))
			if (!name.startsWith('new-') && join(all, name) !== kept)
				rmSync(join(all, name), { recursive: true, force: true });
	} catch (cause) {
		rmSync(ready, { recursive: true, force: true });
		if (!existsSync(kept)) throw cause;
	}
}

/** Of everything that an import depends on: its rows, the program that reads them, and the tables. */
function keyOfSample(): string {
	const hash = createHash('sha256');
	const files = globSync(
		[
			'imports/sample/**',
			'src/lib/**/*.ts',
			'drizzle/*.sql',
			'package-lock.json',
			'tests/flow/sample-database.ts'
		],
		{ cwd: root, ignore: ['**/*.test.ts', '**/compiled/**'] }
	).sort();
	for (const file of files)
		hash
			.update(file)
			.update('\0')
			.update(readFileSync(join(root, file)));
	return hash.digest('hex').slice(0, 24);
}
