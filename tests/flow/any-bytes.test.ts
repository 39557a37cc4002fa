import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { decoder } from '#lib/csv/bytes/decode.ts';
import { splitSepLine } from '#lib/csv/dialect.ts';
import { readRows } from '#lib/csv/read-rows.ts';
import { recordFeed } from '#lib/csv/records.ts';
import type { Sheet } from '#lib/csv/sheet.ts';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { survey } from '#lib/csv/survey.ts';
import { rejectCodes, skipCodes } from '#lib/providers/facts.ts';
import { recognise } from '#lib/providers/known.ts';
import { decideInstants } from '#lib/server/ingest/reading/decide-instants.ts';
import { Trouble } from '#lib/trouble.ts';
import { times } from '../combinations.ts';
import { newWorkspace } from './publication.ts';

const root = join(import.meta.dirname, '../../src/lib');
const samples = globSync(['providers/*/samples/**/*.csv', 'csv/samples/*.csv'], { cwd: root })
	.sort()
	.map((path) => ({ name: path, bytes: new Uint8Array(readFileSync(join(root, path))) }));

/** What damages files: line ends, quotes and delimiters of other dialects, marks in the middle, bytes of no encoding. */
const pieces = [
	'\r',
	'\n',
	'\r\n',
	'"',
	'""',
	"'",
	',',
	';',
	'\t',
	'|',
	'\0',
	'\\"',
	'=" "',
	'sep=;\n',
	'\u2028',
	'é',
	'😀',
	'\uFEFF',
	'@',
	'https://',
	'-1',
	'%',
	'9'.repeat(30),
	'x'.repeat(3000)
].map((text) => new TextEncoder().encode(text));
const noise = fc.oneof(
	fc.constantFrom(...pieces, Uint8Array.of(0xff), Uint8Array.of(0xed, 0xa0, 0x80)),
	fc.uint8Array({ maxLength: 8 })
);

type Damage = { at: number; cut: number; put: Uint8Array; again: boolean };
const damage: fc.Arbitrary<Damage> = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	cut: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(400)),
	put: noise,
	again: fc.boolean()
});

function damaged(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array {
	let whole = bytes;
	for (const { at, cut, put, again } of damages) {
		const from = Math.floor(at * whole.length);
		const gone = whole.subarray(from, from + cut);
		const rest = whole.subarray(from + cut);
		const parts = [whole.subarray(0, from), put, again ? gone : put.subarray(0, 0), gone, rest];
		whole = Uint8Array.from((again ? parts : parts.toSpliced(3, 1)).flatMap((part) => [...part]));
	}
	return whole;
}

const anyFile = fc.record({
	sample: fc.constantFrom(...samples),
	second: fc.option(fc.constantFrom(...samples), { freq: 4 }),
	wide: fc.boolean(),
	damages: fc.array(damage, { maxLength: 4 })
});

function contentOf({
	sample,
	second,
	wide,
	damages
}: Parameters<Parameters<typeof anyFile.map>[0]>[0]) {
	const joined = second ? Uint8Array.from([...sample.bytes, ...second.bytes]) : sample.bytes;
	const isWide = wide && damages.length % 2 === 1;
	return damaged(
		isWide ? new Uint8Array(Buffer.from(Buffer.from(joined).toString(), 'utf16le')) : joined,
		damages
	);
}

/** Whatever a reader of rows could lose. */
const substance = (cells: readonly string[]) => cells.join('').replace(/["\s\uFEFF=]/g, '');

/** The text of a file below the header of its one table, without delimiters. */
function below(content: Uint8Array, sheet: Sheet): string {
	const decode = decoder(sheet.encoding);
	const { text } = splitSepLine(decode.write(content) + decode.end());
	const feed = recordFeed(sheet, sheet.tables[0]!.header.length);
	return substance([...feed.push(text), ...feed.end()].slice(sheet.tables[0]!.headerRow).flat());
}

const utc = { zone: 'UTC', from: 'assumed' } as const;

async function readThrough(name: string, content: Uint8Array, chunk: number) {
	const source = bytesInMemory(name, content, chunk);
	const sheet = await survey(source);
	for (const table of sheet.tables) {
		const file = { name, labels: sheet.labels, table };
		const recognition = recognise(file);
		const settled = recognition && (await decideInstants(source, sheet, recognition, file, utc, 0));
		const read = recognition?.recogniser.reader(
			file,
			recognition.columns,
			settled!.instants,
			'UTC'
		);
		const texts: string[] = [];
		let last = table.headerRow;
		for await (const { first, rows } of readRows(source, sheet, table)) {
			expect(first).toBeGreaterThan(last);
			last = first + rows.length - 1;
			for (const cells of rows) {
				texts.push(substance(cells));
				const reading = read?.(cells);
				if (!reading) continue;
				if ('facts' in reading) expect(reading.facts.length).toBeGreaterThan(0);
				else if ('reject' in reading) expect(rejectCodes).toContain(reading.reject);
				else expect(skipCodes).toContain(reading.skip);
			}
		}
		if (sheet.tables.length === 1 && table.endRow === null)
			expect(texts.join('')).toBe(below(content, sheet));
	}
}

test('a damaged export → no row is lost, and what cannot be read is foreseen trouble', async () => {
	await fc.assert(
		fc.asyncProperty(anyFile, fc.integer({ min: 1, max: 3000 }), async (file, chunk) => {
			try {
				await readThrough(file.sample.name, contentOf(file), chunk);
			} catch (error) {
				if (!(error instanceof Trouble)) throw error;
			}
		}),
		{ numRuns: times(500, 1500) }
	);
});

test('damaged exports → every row in a receipt, nothing new the second time, nothing left after undo', async () => {
	const workspace = await newWorkspace();
	await fc.assert(
		fc.asyncProperty(fc.array(anyFile, { minLength: 4, maxLength: 4 }), async (files) => {
			const before = await workspace.figures();
			const given = Object.fromEntries(
				files.map((file, i) => [`${i}/${file.sample.name}`, contentOf(file)])
			);
			const receipts = await workspace.take(given);
			expect(receipts.length).toBeGreaterThan(0);
			for (const { rows, accepted, duplicate, rejected, skipped } of receipts)
				expect(rows).toBe(accepted + duplicate + rejected + skipped);

			const after = await workspace.figures();
			await workspace.take(given);
			expect(await workspace.figures()).toEqual(after);
			for (const { id, state } of await workspace.receipts())
				if (state === 'done') await workspace.undo(id);
			expect(await workspace.figures()).toEqual(before);
		}),
		{ numRuns: 6, endOnFailure: true }
	);
	expect(await workspace.differences()).toEqual([]);
});
