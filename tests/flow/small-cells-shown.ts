import Papa from 'papaparse';
import { headed } from '#lib/columns/entry.ts';
import { headWords } from '#lib/columns/cell-words.ts';
import type { ColumnHead, Table } from '#lib/columns/table.ts';
import { affinityTable, overlapTable } from '#lib/columns/tables/topic-readers.ts';
import { companyTable, countryTable, deviceTable } from '#lib/columns/tables/audience-issues.ts';
import {
	arrivalChannelTable,
	curveTable,
	engagedTable,
	monthTable,
	tenureTable,
	tierTable
} from '#lib/columns/tables/audience-readers.ts';
import { channelTable } from '#lib/columns/tables/channels.ts';
import { createFormats } from '#lib/messages/format.ts';
import { isFew } from './few.ts';
import { tablesOf } from './page-tables.ts';
import { readShown } from './shown.ts';

// What people read of groups of readers, wherever they read it, and what of it tells of few.

type Known = Pick<ColumnHead, 'kind' | 'people' | 'currency'> & { key: string; of?: string };

const formats = createFormats('en', 'UTC');

/** How many came by a channel, are there or left is what members come for, whatever it is. */
export const membership = ['joined', 'joinedSinceSpend', 'matureJoined', 'left', 'there'];

/** What stands over the columns of tables of groups, and what it counts. */
const known = new Map<string, Known>();
const declared = [
	channelTable,
	arrivalChannelTable,
	tierTable,
	tenureTable,
	monthTable,
	engagedTable,
	companyTable,
	deviceTable,
	countryTable,
	curveTable,
	affinityTable,
	overlapTable
];
for (const { columns } of declared)
	for (const column of columns as readonly (Parameters<typeof headed>[0] & {
		key: string;
		of?: string;
	})[]) {
		const head = headed(column, formats, { currency: 'EUR' });
		const words = headWords(head);
		if (!known.get(words)?.people)
			known.set(words, { ...head, key: column.key, ...(column.of && { of: column.of }) });
	}

/** A table of a report, its columns known by what stands over them. */
export const keyed = ({ columns, rows }: Table): Table => ({
	columns: columns.map((column) => ({ key: known.get(headWords(column))?.key, ...column })),
	rows
});

/** A row as people read it: words under heads. */
export type Line = ReadonlyMap<string, string>;

/** Tables of a page, as a browser gets it. */
export const linesOfPage = (html: string): Line[] => tablesOf(html, 'rows').flat();

/** Tables of a file of values, which lie one below the other: what has more than one cell first is their heads. */
export function linesOfCsv(text: string): Line[] {
	const blocks = text.replace(/^\ufeff/, '').split(/\r\n\r\n/);
	return blocks.flatMap((block) => {
		const [heads, ...rows] = Papa.parse<string[]>(block.trimEnd()).data.filter(
			(row) => row.length > 1
		);
		return rows.map(
			(row) => new Map(heads!.map((head, i) => [head, asRead(row[i] ?? '', known.get(head)?.kind)]))
		);
	});
}

/** A share of a file, 0..1, as people read one. */
const asRead = (cell: string, kind?: ColumnHead['kind']) =>
	cell !== '' && (kind === 'rate' || kind === 'share')
		? `${Number((Number(cell) * 100).toPrecision(10))}%`
		: cell;

/** A table as a terminal shows it: columns are where no line has a letter. */
export function linesOfTerminal(printed: readonly string[]): Line[] {
	const width = Math.max(...printed.map((line) => line.length));
	const isBlank = (at: number) => printed.every((line) => (line[at] ?? ' ') === ' ');
	const ends = [...Array(width).keys()].filter((at) => isBlank(at) && isBlank(at + 1));
	const cellsOf = (line: string) => {
		const marked = [...line.padEnd(width)].map((letter, at) => (ends.includes(at) ? '\t' : letter));
		return marked
			.join('')
			.split(/\t+/)
			.map((cell) => cell.trim());
	};
	const [heads, ...rows] = printed.map(cellsOf);
	return rows.map((cells) => new Map(heads!.map((head, i) => [head, cells[i] ?? ''])));
}

/**
 * What of lines tells of few readers: a count of them, or a share, as exact as it is written, that only
 * few of a count beside it can have made, or all but few.
 *
 * @param told keys of columns that are told whatever they count
 * @returns what tells of few, and how many numbers were looked at
 */
export function fewInLines(lines: readonly Line[], exempt: readonly string[]) {
	const few: string[] = [];
	let seen = 0;
	for (const line of lines) {
		const cells = [...line].flatMap(([head, words]) => {
			const column = known.get(head);
			const number = column && readShown(words, column.kind, column.currency);
			return column && number && number.value !== null
				? [{ ...column, head, words, value: number.value, half: number.half }]
				: [];
		});
		for (const { key, of, kind, people, head, words, value, half } of cells) {
			if (exempt.includes(key)) continue;
			seen++;
			const add = () => few.push(`${[...line.values()][0]}: ${head} ${words}`);
			if (people && isFew(value)) add();
			if (!['rate', 'share'].includes(kind) || of === undefined) continue;
			const whole = cells.find((cell) => cell.key === of)?.value;
			if (whole !== undefined && onlyFewAre(value, half, whole)) add();
		}
	}
	return { few, seen };
}

/** Whether a share that is rounded can be of few alone, or of all but few. */
function onlyFewAre(share: number, half: number, of: number): boolean {
	const counts = [...Array(of + 1).keys()].filter((n) => Math.abs(n / of - share) <= half + 1e-9);
	return counts.length > 0 && counts.every((n) => isFew(n) || isFew(of - n));
}

/** Names of what readers did, in answers of the audience. */
const deeds = ['engaged', 'engagedReaders', 'readers', 'young', 'opened', 'proxied', 'clicked'];
/** Parts of it that are of issues, or of groups that no filter narrows to. */
const apart = ['companies', 'countries', 'devices', 'issues', 'topics', 'times', 'channels', 'why'];
/** By which of its fields a row is known. */
const names = ['month', 'at', 'tier', 'from'];

/** Every count of what readers did, by the way to it through an answer. */
export function countsIn(value: unknown, path = '', isDeed = false): Map<string, number> {
	if (typeof value === 'number') return new Map(isDeed ? [[path, value]] : []);
	if (value === null || typeof value !== 'object') return new Map();
	const counts = Object.entries(value).flatMap(([key, part]) => {
		if (apart.includes(key) || ['share', 'low', 'high', 'change'].includes(key)) return [];
		const name = names.find((one) => part !== null && typeof part === 'object' && one in part);
		const way =
			Array.isArray(value) && name ? String((part as Record<string, unknown>)[name]) : key;
		const isRow = Array.isArray(value) && typeof part === 'object';
		return [...countsIn(part, `${path}/${way}`, !isRow && (isDeed || deeds.includes(key)))];
	});
	return new Map(counts);
}

/**
 * What can be had of few from what is told of a whole and of its parts: where some parts are hidden, what
 * the whole has beyond the others.
 */
export function fewByDifference(
	whole: ReadonlyMap<string, number>,
	parts: readonly ReadonlyMap<string, number>[]
): { few: string[]; hidden: number } {
	const few: string[] = [];
	let hidden = 0;
	for (const [path, all] of whole) {
		const shown = parts.flatMap((part) => part.get(path) ?? []);
		const rest = all - shown.reduce((sum, n) => sum + n, 0);
		if (shown.some((n) => isFew(n))) few.push(`${path}: ${shown.join(' + ')} of ${all}`);
		if (shown.length < parts.length && all > 0) hidden++;
		if (isFew(rest)) few.push(`${path}: ${all} less ${shown.join(', ')}`);
	}
	return { few, hidden };
}
