import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { survey } from '#lib/csv/survey.ts';
import { tableRows } from '#lib/csv/table-rows.ts';

/**
 * The measures of Pollock (Vitagliano et al., VLDB 2023): success, and precision, recall and their
 * harmonic mean for the cells of the header, for records and for all cells; ten at best. "Weighted"
 * counts each kind of pollution as often as it occurs in files of public data.
 */
export async function pollock(folder: string): Promise<string[]> {
	const files = (await readdir(join(folder, 'polluted_files/csv'))).filter((name) =>
		name.endsWith('csv')
	);
	const weights = JSON.parse(
		await readFile(join(folder, 'pollock_weights.json'), 'utf8')
	) as Record<string, number>;

	let sum = 0;
	let weighted = 0;
	let weight = 0;
	const lost: [string, number, number][] = [];
	for (const file of files) {
		const clean = rowsOf(await readFile(join(folder, 'polluted_files/clean', file), 'utf8'));
		const score = scoreOf(
			clean,
			await readPolluted(await readFile(join(folder, 'polluted_files/csv', file)))
		);
		const share = weights[file] ?? -1;
		sum += score;
		weighted += score * share;
		weight += share;
		if (score < 9.995) lost.push([file, score, (10 - score) * share]);
	}
	lost.sort((a, b) => b[2] - a[2]);
	return [
		...lost
			.slice(0, 40)
			.map(([file, score, cost]) => `${score.toFixed(3)}  ${(cost / weight).toFixed(4)}  ${file}`),
		`${files.length} files: ${(sum / files.length).toFixed(3)} simple, ${(weighted / weight).toFixed(3)} weighted`
	];
}

async function readPolluted(bytes: Uint8Array): Promise<string[][] | null> {
	const source = bytesInMemory('polluted.csv', bytes);
	try {
		const sheet = await survey(source);
		const rows: string[][] = [];
		for await (const row of tableRows(source, sheet, 1)) rows.push(row);
		return rows;
	} catch (error) {
		// a file of nothing has nothing to be read
		return error instanceof Error && 'code' in error && error.code === 'fileEmpty' ? [] : null;
	}
}

function rowsOf(text: string): string[][] {
	const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').replace(/\r?\n$/, ''));
	return text.trim() === '' ? [] : data;
}

function scoreOf(clean: string[][], read: string[][] | null): number {
	if (read === null) return 0;
	if (clean.length === 0) return 10;
	const source = clean.map((row) => row.map(normal));
	const loaded = read.map((row) => row.map(normal));
	const joined = (rows: string[][]) => rows.slice(1).map((row) => row.join(''));
	return (
		1 +
		measures(source[0]!, loaded[0] ?? []) +
		measures(joined(source), joined(loaded)) +
		measures(source.flat(), loaded.flat())
	);
}

/** Precision, recall and their harmonic mean of two bags of texts. */
function measures(source: string[], loaded: string[]): number {
	if (source.length === 0) return 3;
	const bag = new Map<string, number>();
	for (const text of source) bag.set(text, (bag.get(text) ?? 0) + 1);
	let shared = 0;
	for (const text of loaded) {
		const left = bag.get(text) ?? 0;
		if (left === 0) continue;
		bag.set(text, left - 1);
		shared++;
	}
	if (shared === 0) return 0;
	const [precision, recall] = [shared / source.length, shared / loaded.length];
	return precision + recall + (2 * precision * recall) / (precision + recall);
}

/** A cell as the benchmark compares it: numbers by their value, words without case. */
function normal(cell: string): string {
	const text = cell.trim();
	return /^-?\d+(\.\d+)?$/.test(text) && text.length < 15
		? String(Number(text))
		: cell.toLowerCase();
}
