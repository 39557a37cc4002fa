import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRows } from './read-rows.ts';
import { bytesInMemory } from './source-of.ts';
import { survey } from './survey.ts';

// adding `samples/x.csv` and `samples/x.json` adds a test
const folder = join(import.meta.dirname, 'samples');
const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));

async function readAll(content: Uint8Array, chunk?: number) {
	const source = bytesInMemory('x.csv', content, chunk);
	const sheet = await survey(source);
	const tables = [];
	for (const table of sheet.tables) {
		const rows: string[][] = [];
		for await (const batch of readRows(source, sheet, table)) rows.push(...batch.rows);
		tables.push({ title: table.title, header: table.header, headerRow: table.headerRow, rows });
	}
	return { ...sheet, tables };
}

test.each(names)('%s → read as a person would, wherever it is cut', async (name) => {
	const content = readFileSync(join(folder, name));
	const expected = JSON.parse(readFileSync(join(folder, name.replace('.csv', '.json')), 'utf8'));

	expect(await readAll(content)).toEqual(expected);
	// wherever the chunks are cut
	expect(await readAll(content, 1)).toEqual(expected);
	expect(await readAll(content, 7)).toEqual(expected);
});
