import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isIssueDocument } from '#lib/issue/source/is-issue-document.ts';
import { readIssueAsSent, type ReadDocument } from '#lib/issue/read-issue.ts';
import { editionsOf } from '#lib/issue/template/editions.ts';
import { learn } from '#lib/issue/template/learn.ts';
import { hintsOf, alternativesOf } from '#lib/issue/template/hints.ts';
import { corpus } from '../corpus/corpus.ts';
import { scoreOf, type Score, type Truth } from './f1.ts';
import { recordsOf } from './mdr.ts';

export { parseSpeed } from './parse-speed.ts';

/** A document with those beside it, and the truth of those that have one. */
export type Letter = { name: string; documents: Labelled[] };
export type Labelled = { name: string; bytes: Uint8Array; truth: Truth | null };

type Row = { letter: string; name: string; alone: Score; siblings: Score; records: Score };

/**
 * Reads issues with truth beside them: each alone and as one of its siblings, beside a plain extraction
 * of records. A letter is a folder; its siblings are all issues in it, and those in `series/` of its name.
 * Without a folder the project's own invented issues are read.
 */
export async function readings(folder: string | null): Promise<{ rows: Row[]; lines: string[] }> {
	const letters = folder === null ? corpus() : lettersIn(folder);
	const rows: Row[] = [];
	for (const letter of letters) rows.push(...(await readLetter(letter)));
	return { rows, lines: table(rows) };
}

async function readLetter({ name: letter, documents }: Letter): Promise<Row[]> {
	const alone: ReadDocument[] = [];
	for (const { name, bytes } of documents) alone.push(await readIssueAsSent({ name, bytes }));
	const editions = editionsOf(
		documents.map(({ name }, i) => ({ name, document: alone[i]!.document }))
	);
	const evidence = documents.map(({ name }, i) => ({
		edition: editions[i]!,
		plain: !/\.(?:html?|eml)$/.test(name),
		trace: alone[i]!.trace
	}));
	const template = learn(evidence);
	const alternatives = alternativesOf(evidence);

	const rows: Row[] = [];
	for (const [i, document] of documents.entries()) {
		if (!document.truth) continue;
		const hints = hintsOf(template, evidence[i]!, alternatives[i]!);
		const siblings = hints.length ? await readIssueAsSent(document, new Set(hints)) : alone[i]!;
		rows.push({
			letter,
			name: basename(document.name),
			alone: scoreOf(alone[i]!.document, document.truth),
			siblings: scoreOf(siblings.document, document.truth),
			records: scoreOf((await recordsOf(document)) as never, document.truth)
		});
	}
	return rows;
}

function lettersIn(folder: string): Letter[] {
	const folders = new Set<string>();
	const look = (place: string) => {
		for (const name of readdirSync(place)) {
			const path = join(place, name);
			if (statSync(path).isDirectory()) look(path);
			else if (name.endsWith('.truth.json')) folders.add(place);
		}
	};
	look(folder);
	return [...folders].sort().map((place) => {
		const series = join(dirname(place), '..', 'series', basename(place));
		const places = existsSync(series) ? [place, series] : [place];
		return { name: basename(place), documents: places.flatMap(documentsIn) };
	});
}

function documentsIn(place: string): Labelled[] {
	const names = readdirSync(place);
	const truths = new Map<string, Truth>();
	for (const name of names.filter((one) => one.endsWith('.truth.json'))) {
		const truth = JSON.parse(readFileSync(join(place, name), 'utf8')) as Truth;
		const stem = name.replace(/\.truth\.json$/, '');
		const file = truth.meta?.file ?? names.find((one) => one === stem || one === `${stem}.html`);
		if (file) truths.set(file, truth);
	}
	return names.flatMap((name) => {
		if (name.endsWith('.json') || statSync(join(place, name)).isDirectory()) return [];
		const bytes = readFileSync(join(place, name));
		const own = truths.get(name) ?? null;
		return own || isIssueDocument(name, bytes)
			? [{ name: join(place, name), bytes, truth: own }]
			: [];
	});
}

function table(rows: readonly Row[]): string[] {
	const width = Math.max(...rows.map(({ letter, name }) => letter.length + name.length + 1), 20);
	const cell = ({ sections, items, links }: Score) =>
		[sections, items, links].map((n) => (n === null ? '  –  ' : n.toFixed(3))).join(' ');
	const line = (name: string, { alone, siblings, records }: Omit<Row, 'letter' | 'name'>) =>
		`${name.padEnd(width)}  ${cell(alone)}   ${cell(siblings)}   ${cell(records)}`;
	const head = ['alone', 'with siblings', 'records (MDR)']
		.map((words) => words.padEnd(18))
		.join('  ');

	const letters = [...new Set(rows.map(({ letter }) => letter))];
	const byLetter = letters.map((name) => meanOf(rows.filter(({ letter }) => letter === name)));
	return [
		`${'sections items links'.padEnd(width)}  ${head}`,
		...rows.map(({ letter, name, ...scores }) => line(`${letter}/${name}`, scores)),
		line(`mean of ${letters.length} letters`, meanOf(byLetter))
	];
}

/** Means of scores; what has no links counts in none of links. */
export function meanOf(rows: readonly Omit<Row, 'letter' | 'name'>[]) {
	const mean = (values: (number | null)[]) => {
		const there = values.filter((value) => value !== null);
		return there.length ? there.reduce((a, b) => a + b, 0) / there.length : null;
	};
	const of = (way: 'alone' | 'siblings' | 'records'): Score => ({
		sections: mean(rows.map((row) => row[way].sections))!,
		items: mean(rows.map((row) => row[way].items))!,
		links: mean(rows.map((row) => row[way].links))
	});
	return { alone: of('alone'), siblings: of('siblings'), records: of('records') };
}
