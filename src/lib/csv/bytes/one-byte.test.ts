import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRows } from '../read-rows.ts';
import { bytesInMemory } from '../source-of.ts';
import { survey } from '../survey.ts';
import { oneByteText, tellOneByte } from './one-byte.ts';

type OneByte = ReturnType<typeof tellOneByte>;

/** Writes a text in an encoding that only has to be read: each letter as the byte that it is read from. */
function encoded(text: string, encoding: OneByte): Uint8Array {
	const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
	const byteOf = new Map([...oneByteText(bytes, encoding)].map((letter, byte) => [letter, byte]));
	return Uint8Array.from([...text].map((letter) => byteOf.get(letter)!));
}

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

test.each(['macintosh', 'windows-1252'] as const)(
	'a text in %s → recognised by the words that come out',
	async (encoding) => {
		expect(await read(encoded(text, encoding))).toEqual({ encoding, rows, faults: 0 });
	}
);

test('a file saved as CSV (MS-DOS) → its letters as they were', async () => {
	const plain = text.replaceAll('’', "'");
	const said = rows.map((cells) => cells.map((cell) => cell.replaceAll('’', "'")));
	const bytes = encoded(plain, 'ibm850');
	expect(await read(bytes)).toEqual({ encoding: 'ibm850', rows: said, faults: 0 });
});

test('lines in UTF-8 beside one in Windows-1252 → each read as it is, and counted', async () => {
	const lines = text.split(/(?<=\n)/);
	const utf8 = new TextEncoder();
	const bytes = lines.map((line, i) =>
		i === 1 ? encoded(line, 'windows-1252') : utf8.encode(line)
	);

	expect(await read(Uint8Array.from(bytes.flatMap((part) => [...part])))).toEqual({
		encoding: 'utf-8',
		rows,
		faults: 7
	});
});

/** Words of newsletters, by language, each with letters that ASCII has not; the first three are always there. */
const words = {
	fr: 'événement été numéro français Référencement Médias À l’École à où dû bientôt goût là élu cœur août',
	de: 'Überblick für größer Straße Änderung Öffnung schön Mädchen fünf später übrigens Büro',
	es: 'mañana niño más También ¿Qué análisis año información está público España Según',
	it: 'perché città più così È già novità lunedì università Perciò può',
	nl: 'ideeën überhaupt reünie coördinatie België één beïnvloeden categorieën financiële',
	pt: 'não edição informações São coração análise você também país notícias mês Até'
};
const encodings = ['windows-1252', 'macintosh', 'ibm850'] as const;

test.each(
	encodings.flatMap((encoding) => Object.keys(words).map((language) => [encoding, language]))
)('some words in %s, %s → they come out as they were', (...[encoding, language]) => {
	const [one, all] = [encoding as OneByte, words[language as keyof typeof words].split(' ')];
	// what an encoding has no byte for nobody wrote in it
	const known = all.filter((word) => oneByteText(encoded(word, one), one) === word);
	const some = fc.subarray(known.slice(3), { minLength: 3 });
	fc.assert(
		fc.property(some, fc.constantFrom(' ', ';', '\n'), (...[chosen, between]) => {
			const said = [...known.slice(0, 3), ...chosen].join(between);
			expect(oneByteText(encoded(said, one), tellOneByte(encoded(said, one)))).toBe(said);
		})
	);
});

test.each([
	['windows-1250', 'Zażółć gęślą jaźń; książka, święto i życie'],
	['windows-1251', 'Привет, мир; новости недели: что читают чаще всего'],
	['windows-1253', 'Καλημέρα, Αθήνα: τα νέα της εβδομάδας'],
	['windows-1254', 'Günün haberleri: değişen ışıklar, şehir ve çarşı'],
	['windows-1252', 'Lire la suite… 12 € le “mot” d’après – 3 m³, 1ª «fin» ¿no? naïve™'],
	['windows-1252', 'Lire la suite…'],
	['windows-1252', 'Price: 5€ – 7€ • new']
] as const)('%s → told by its words: %s', (encoding, said) => {
	expect(tellOneByte(encoded(said, encoding))).toBe(encoding);
});
