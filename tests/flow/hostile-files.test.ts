import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { expect, test } from 'vitest';
import { takeIssue } from '#lib/issue/read-issue.ts';
import { readRows } from '#lib/csv/read-rows.ts';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { survey } from '#lib/csv/survey.ts';
import { Trouble } from '#lib/trouble.ts';
import { dealt } from '../combinations.ts';
import { benignLetter, hostileLetters } from './hostile-letters.ts';
import { benignCsv, benignXlsx, hostileTables, lyingZip } from './hostile-tables.ts';
import { newWorkspace, tempFolder } from './publication.ts';

// Whatever a file does, it is read in the time of a friendly one of its size, or refused in a sentence.

/**
 * How many times longer an attack may take than a friendly file of the same bytes: most take no longer,
 * the slowest forty times. What goes over a file again and again takes thousands.
 */
const MOST = 100;
/** Below this many bytes a friendly file takes no time to speak of. */
const LEAST = 2 ** 19;

/** All rows of a file. @returns what it is refused for, if it is */
async function readTables(name: string, bytes: Uint8Array): Promise<string | null> {
	const source = bytesInMemory(name, bytes);
	try {
		const sheet = await survey(source);
		for (const table of sheet.tables)
			for await (const batch of readRows(source, sheet, table)) void batch.rows.length;
		return null;
	} catch (error) {
		if (error instanceof Trouble) return error.code;
		throw error;
	}
}

async function readLetter(name: string, bytes: Uint8Array): Promise<string | null> {
	try {
		await takeIssue({ name, bytes });
		return null;
	} catch (error) {
		if (error instanceof Trouble) return error.code;
		throw error;
	}
}

/** Milliseconds of the processor, not of the clock: others may be at work. */
async function time(run: () => Promise<unknown>): Promise<number> {
	const start = process.cpuUsage();
	await run();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

/** What a friendly file of each kind takes, in milliseconds of the processor for a byte. */
const friendly = new Map<string, Promise<number>>();

const bookOrTable = (name: string) => (/\.(xlsx|ods)$/.test(name) ? 'b.xlsx' : 'b.csv');

async function perByte(name: string): Promise<number> {
	const isLetter = !name.startsWith('b.');
	const read = isLetter ? readLetter : readTables;
	let bytes = isLetter ? benignLetter(name, LEAST) : benignCsv(LEAST);
	if (name === 'b.xlsx') bytes = benignXlsx(LEAST);
	// the first time is of code that has not been compiled yet
	await read(name, bytes);
	return (await time(() => read(name, bytes))) / LEAST;
}

async function expectQuick(run: () => Promise<unknown>, bytes: number, kind: string) {
	if (!friendly.has(kind)) friendly.set(kind, perByte(kind));
	const usual = (await friendly.get(kind)!) * Math.max(LEAST, bytes);
	let ratio = Infinity;
	// a collection of garbage, or a neighbour, is no fault of the file's
	for (let tries = 0; tries < 3 && ratio > MOST; tries++)
		ratio = Math.min(ratio, (await time(run)) / usual);
	expect(ratio).toBeLessThan(MOST);
}

test.each(dealt(0, Object.entries(hostileTables), 3))(
	'a table that is an attack (%s) → read or refused in time',
	async (_, make) => {
		const [name, bytes] = make();
		await expectQuick(() => readTables(name, bytes), bytes.length, bookOrTable(name));
	},
	300_000
);

test.each(dealt(2, Object.entries(hostileLetters), 3))(
	'a letter that is an attack (%s) → read or refused in time',
	async (_, make) => {
		const [name, bytes] = make();
		await expectQuick(() => readLetter(name, bytes), bytes.length, name);
	},
	300_000
);

/** What a zip holds, and what becomes of it as an import. */
async function became(files: Zippable | Uint8Array) {
	const workspace = await newWorkspace();
	const folder = tempFolder();
	const bytes = files instanceof Uint8Array ? files : zipSync(files);
	writeFileSync(join(folder, 'export.zip'), bytes);
	await workspace.import(folder);
	const receipts = await workspace.receipts();
	return receipts.map(({ file, state, trouble }) => [file, state, trouble?.code ?? null]);
}

const clicks = strToU8('Date,Email,URL\n2026-03-01 08:00,ana@example.com,https://example.com/a\n');

test('a zip whose files lie above it → these are refused, the others are read', async () => {
	const outside = await became({
		'../../clicks.csv': clicks,
		'/tmp/clicks.csv': clicks,
		'c/../../d.csv': clicks
	});
	expect(outside.map(([, , code]) => code)).toEqual(Array(3).fill('zipPathOutside'));
	expect(existsSync('/tmp/clicks.csv')).toBe(false);
});

test('a zip in a zip, however deep → refused without being opened', async () => {
	let inner = zipSync({ 'clicks.csv': clicks });
	for (let depth = 0; depth < 5; depth++) inner = zipSync({ 'inner.zip': inner });
	expect(await became(inner)).toEqual([[expect.anything(), 'failed', 'zipInZip']]);
});

test('a zip that says its file is small → the file is refused, and nothing of it is kept', async () => {
	const bomb = lyingZip('clicks.csv', Buffer.alloc(64 * 2 ** 20, 'a'), 2000);
	expect(await became(bomb)).toEqual([[expect.anything(), 'failed', 'zipUnreadable']]);
});

test('more files than any export has → the zip is refused before one is read', async () => {
	const many = Object.fromEntries(
		Array.from({ length: 50_001 }, (_, i) => [
			`${i}.csv`,
			[new Uint8Array(0), { level: 0 }] as const
		])
	);
	expect(await became(many as unknown as Zippable)).toEqual([
		[expect.anything(), 'failed', 'zipTooMany']
	]);
}, 120_000);
