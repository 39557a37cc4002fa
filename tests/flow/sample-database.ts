import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forecastDescribed } from '#lib/server/forecast/described-drafts.ts';
import { describedIn } from '#lib/server/ingest/files/description.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { open } from '#lib/server/store/sql/open.ts';
import { begun, builtCommand, outcomeOf } from './built.ts';
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

/**
 * Fills the data folder of a program that has not begun: it finds the sample publication in it, taken in.
 *
 * @returns the receipts, as the command prints them
 */
export async function sampleInto(data: string): Promise<unknown> {
	// all that an import depends on: its rows, the program that reads them, and the tables
	const from = [
		'imports/sample/**',
		'src/{cli,lib}/**/*.ts',
		'drizzle/*.sql',
		'package-lock.json',
		'vite.cli.config.ts',
		'tests/flow/*database.ts'
	];
	const kept = await cached('rubrique-sample', from, importInto);
	cpSync(join(kept, 'data'), data, { recursive: true });
	return JSON.parse(readFileSync(join(kept, 'receipts.json'), 'utf8'));
}

async function importInto(folder: string) {
	const data = join(folder, 'data');
	const args = ['import', sample, '--publication', 'sample', '--zone', 'Europe/Paris', '--json'];
	const child = begun(await builtCommand(), args, { RUBRIQUE_DATA: data });
	const { code, out: receipts, talk } = await outcomeOf(child);
	if (code !== 0) throw new Error(`the sample was not taken in: ${talk}`);
	writeFileSync(join(folder, 'receipts.json'), receipts);

	const db = await open(`file:${join(data, 'rubrique.db')}`);
	const publication = await publicationMeant(db, 'sample');
	const described = (await describedIn(sample))!;
	await forecastDescribed(db, publication, described.drafts, Date.UTC(2026, 10, 23));
	await db.$client.execute('pragma wal_checkpoint(truncate)');
	db.$client.close();
}
