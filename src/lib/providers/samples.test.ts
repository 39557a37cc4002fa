import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { dateScan, instants } from '#lib/csv/instants/dates.ts';
import { readRows } from '#lib/csv/read-rows.ts';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { survey } from '#lib/csv/survey.ts';
import { recognise } from './known.ts';
import type { Instants, Role } from './recogniser.ts';

// adding `<service>/samples/x.csv` and `x.expected.json` beside it adds a test
const folder = import.meta.dirname;
const samples = globSync('*/samples/**/*.csv', { cwd: folder }).sort();

/** What a publication in Paris would read where the export does not say its zone. */
const ASSUMED = 'Europe/Paris';

async function read(path: string) {
	const source = bytesInMemory(path, readFileSync(join(folder, path)));
	const sheet = await survey(source);
	const [table] = sheet.tables;
	const file = { name: path, labels: sheet.labels, table: table! };
	const recognition = recognise(file);
	if (!recognition) return null;

	const { recogniser, columns } = recognition;
	const rows: string[][] = [];
	for await (const batch of readRows(source, sheet, file.table)) rows.push(...batch.rows);

	const zone = 'known' in recogniser.zone ? recogniser.zone.known : ASSUMED;
	const readers = new Map<Role, Instants>();
	for (const role of recogniser.instants) {
		if (columns[role] === undefined) continue;
		const scan = dateScan();
		for (const row of rows) scan.observe(row[columns[role]] ?? '');
		readers.set(role, instants(scan.decide(), zone));
	}

	const reader = recogniser.reader(file, columns, readers, zone);
	const headers = Object.entries(columns).map(([role, at]) => [role, file.table.header[at]]);
	return {
		provider: recogniser.provider,
		kind: recogniser.kind,
		columns: Object.fromEntries(headers),
		rows: rows.map((row) => reader(row))
	};
}

/** Instants as text, so that a person can check them. */
function legible(_key: string, value: unknown) {
	return typeof value === 'number' && value > 1e11 ? new Date(value).toISOString() : value;
}

test.each(samples)('%s → the facts that a person noted down', async (path) => {
	const expected = join(folder, path.replace('.csv', '.expected.json'));
	const result = JSON.parse(JSON.stringify(await read(path), legible));

	expect(result).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
});
