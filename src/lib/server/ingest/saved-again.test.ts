import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { readRows } from '#lib/csv/read-rows.ts';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { survey } from '#lib/csv/survey.ts';
import { tableFacts } from '#lib/csv/table-facts.ts';
import type { Fact } from '#lib/providers/facts.ts';
import { skippingHeader } from '#lib/providers/skipping-header.ts';
import { tellTable } from './reading/tell-table.ts';
import { cardReader } from './reading/weigh-reading.ts';

// The samples of services, as people change files on their way: opened in a spreadsheet and saved again, with
// columns of the account's own beside the service's, in another order, twice end to end, with a line of totals.
// Each says what it said before, or somebody is asked.

const folder = new URL('../../providers/', import.meta.url).pathname;
const samples = globSync('*/samples/**/*.csv', { cwd: folder })
	.filter((path) => !/^by-hand|report\.csv$|^google|^paypal|combination/.test(path))
	.sort();

const now = Date.UTC(2026, 11, 1);
const zone = { zone: 'Europe/Paris', from: 'option' } as const;

/** What a file states, to the minute, and whether somebody is asked about it. */
async function read(name: string, content: string | Uint8Array) {
	const source = bytesInMemory(name, content);
	const sheet = await survey(source);
	const facts: Fact[] = [];
	let isAsked = false;
	for (const table of sheet.tables) {
		const file = { name, ...tableFacts(sheet, table) };
		const recognition = tellTable(file, { saved: null, map: null, about: {} });
		if (!recognition) continue;
		const reader = await cardReader(source, sheet, { file, recognition }, zone, now);
		isAsked ||= reader.keeper.card().doubts.some(({ waits }) => waits);
		const readRow = skippingHeader(reader.read, table.header);
		for await (const { rows } of readRows(source, sheet, table))
			for (const row of rows) {
				const reading = readRow(row);
				if ('facts' in reading) facts.push(...reading.facts);
			}
	}
	return { facts: facts.map(toTheMinute), isAsked: isAsked || facts.length === 0 };
}

function toTheMinute(fact: Fact): string {
	const rounded = Object.entries(fact).map(([key, value]: [string, unknown]) => [
		key,
		typeof value === 'number' && value > 1e11 ? Math.floor(value / 60_000) : value
	]);
	// what a column of the account's own may say too
	const own = new Set(['channel', 'country', 'campaignName', 'device']);
	return JSON.stringify(
		Object.fromEntries(rounded.filter(([key]) => !own.has(key as string)).sort())
	);
}

type Rows = string[][];
type Change = (rows: Rows) => Rows;

const DATED = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d)(?::\d\d)?)?$/;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** How a spreadsheet shows a day, and what it calls true and false. */
const shows: [day: (y: string, m: string, d: string) => string, flags: [string, string]][] = [
	[(y, m, d) => `${d}/${m}/${y}`, ['VRAI', 'FAUX']],
	[(y, m, d) => `${Number(m)}/${Number(d)}/${y}`, ['TRUE', 'FALSE']],
	[(y, m, d) => `${d}.${m}.${y}`, ['WAHR', 'FALSCH']],
	[(y, m, d) => `${Number(d)}-${months[Number(m) - 1]}-${y.slice(2)}`, ['TRUE', 'FALSE']]
];

const savedAs =
	(as: (typeof shows)[number]): Change =>
	([header, ...rows]) => [
		header!,
		...rows.map((row) =>
			row.map((cell) => {
				if (/^(true|false)$/i.test(cell)) return as[1][/true/i.test(cell) ? 0 : 1];
				const [, year = '', month = '', day = '', hour, minute] = DATED.exec(cell) ?? [];
				return year ? as[0](year, month, day) + (hour ? ` ${hour}:${minute}` : '') : cell;
			})
		)
	];

const column =
	(name: string, cell: (row: number) => string, at: number): Change =>
	(rows) =>
		rows.map((row, i) => row.toSpliced(Math.min(at, row.length), 0, i ? cell(i) : name));

const own: [string, (row: number) => string][] = [
	['Birthday', (row) => `19${60 + (row % 40)}-05-14`],
	['Renewal date', (row) => `2027-01-${10 + (row % 9)}`],
	['Position', (row) => ['CEO', 'Editor'][row % 2]!],
	['Phone', () => '+33600000000'],
	['Account manager', () => 'manager@example.org'],
	['Website', (row) => `https://reader${row}.example.net/`],
	['Language', (row) => ['fr', 'en'][row % 2]!],
	['Score', (row) => String(row * 7)]
];

const twice: Change = (rows) => [...rows, ...rows];
const withTotal: Change = (rows) => [...rows, rows[0]!.map((_, i) => (i ? '' : 'Total'))];

const change: fc.Arbitrary<Change> = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...shows).map(savedAs) },
	fc.tuple(fc.constantFrom(...own), fc.nat(12)).map(([[name, cell], at]) => column(name, cell, at)),
	fc.constantFrom(twice, withTotal),
	fc.constant<Change>((rows) => rows.map((row) => row.toReversed()))
);

const written = fc.record({
	changes: fc.array(change, { minLength: 1, maxLength: 3 }),
	delimiter: fc.constantFrom(',', ';', '\t'),
	encoding: fc.constantFrom('utf8' as const, 'utf16le' as const),
	newline: fc.constantFrom('\n', '\r\n')
});

function textOf(rows: Rows, delimiter: string, newline: string): string {
	const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
	return rows.map((row) => row.map(quoted).join(delimiter)).join(newline) + newline;
}

test('exports of known services, changed on their way → what they said, or asked about', async () => {
	const drawn = fc.sample(written, { seed: 20_251_130, numRuns: samples.length * 2 });
	let asked = 0;
	for (const [i, { changes, delimiter, encoding, newline }] of drawn.entries()) {
		const path = samples[i % samples.length]!;
		const name = path.replace(/^[^/]+\/samples\//, '');
		const plain = readFileSync(join(folder, path), 'utf8');
		const { data } = Papa.parse<string[]>(plain, { skipEmptyLines: true });
		const rows = changes.reduce((before, one) => one(before), data);
		const text = textOf(rows, delimiter, newline);
		const bytes = Buffer.from(encoding === 'utf8' ? text : `\ufeff${text}`, encoding);
		const { facts, isAsked } = await read(name, bytes);
		if (isAsked) asked++;
		else
			expect({ path, file: text, facts: new Set(facts) }).toEqual({
				path,
				file: text,
				facts: new Set((await read(name, plain)).facts)
			});
	}
	expect(asked / drawn.length).toBeLessThan(0.35);
});
