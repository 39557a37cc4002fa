import { expect, test } from 'vitest';
import { readRows } from '../read-rows.ts';
import { bytesInMemory } from '../source-of.ts';
import { survey } from '../survey.ts';

/** Bytes of Mac Roman and Windows-1252 for the letters of these tests. */
const MAC: Record<string, number> = {
	é: 0x8e,
	è: 0x8f,
	à: 0x88,
	ç: 0x8d,
	ü: 0x9f,
	'’': 0xd5,
	ê: 0x90
};
const WINDOWS: Record<string, number> = {
	é: 0xe9,
	è: 0xe8,
	à: 0xe0,
	ç: 0xe7,
	ü: 0xfc,
	'’': 0x92,
	ê: 0xea
};

const encoded = (text: string, letters: Record<string, number>) =>
	Uint8Array.from([...text].map((letter) => letters[letter] ?? letter.charCodeAt(0)));

async function read(bytes: Uint8Array) {
	const source = bytesInMemory('x.csv', bytes);
	const sheet = await survey(source);
	let faults = 0;
	const rows: string[][] = [];
	for await (const batch of readRows(source, sheet, sheet.tables[0]!)) {
		faults += batch.faults;
		rows.push(...batch.rows);
	}
	return { encoding: sheet.encoding, rows, faults };
}

const text = 'Prénom;Ville\nHélène;l’été à Orléans\nFrançois;Zürich la belle\n';
const rows = [
	['Hélène', 'l’été à Orléans'],
	['François', 'Zürich la belle']
];

test.each([
	['macintosh', MAC],
	['windows-1252', WINDOWS]
])('a text in %s → recognised by the words that come out', async (encoding, letters) => {
	expect(await read(encoded(text, letters))).toEqual({ encoding, rows, faults: 0 });
});

test('lines in UTF-8 beside one in Windows-1252 → each read as it is, and counted', async () => {
	const lines = text.split(/(?<=\n)/);
	const utf8 = new TextEncoder();
	const bytes = lines.map((line, i) => (i === 1 ? encoded(line, WINDOWS) : utf8.encode(line)));

	expect(await read(Uint8Array.from(bytes.flatMap((part) => [...part])))).toEqual({
		encoding: 'utf-8',
		rows,
		faults: 7
	});
});
