import { DomUtils, parseDocument } from 'htmlparser2';
import { cellWords, headWords } from '#lib/columns/cell-words.ts';
import { isWords, type Cell, type ColumnHead, type Table } from '#lib/columns/table.ts';
import type { Formats } from '#lib/messages/format.ts';
import { isIdentity } from './said.ts';
import { readShown } from './shown.ts';

/** A table as a page shows it: each row's words under the heads that stand over them. */
type PageTable = ReadonlyMap<string, string>[];

/** A number on a page that is not what its table holds. */
export type Contradiction = { row: string; head: string; shown: string; value: Cell };

const wordsOf = (node: Parameters<typeof DomUtils.textContent>[0]) =>
	DomUtils.textContent(node).replace(/\s+/g, ' ').trim();

/**
 * The tables of figures of a page, without what stands small beside their numbers.
 *
 * @param mark the class that they have: in a report they are not sorted or searched
 */
export function tablesOf(html: string, mark: 'data' | 'rows' = 'data'): PageTable[] {
	const page = parseDocument(html);
	// a table in place of a chart has the rows of another, and is seen without scripts alone
	for (const instead of DomUtils.getElementsByTagName('noscript', page))
		DomUtils.removeElement(instead);
	const tables = DomUtils.getElementsByTagName('table', page).filter(({ attribs }) =>
		attribs.class?.split(' ').includes(mark)
	);
	return tables.map((table) => {
		for (const small of DomUtils.getElementsByTagName('small', table))
			DomUtils.removeElement(small);
		const [head, body] = ['thead', 'tbody'].map(
			(name) => DomUtils.getElementsByTagName(name, table)[0]
		);
		if (!head || !body) return [];
		const heads = DomUtils.getElementsByTagName('th', head).map(wordsOf);
		const cellsOf = (row: Parameters<typeof DomUtils.getElementsByTagName>[1]) =>
			DomUtils.getElements({ tag_name: (name) => name === 'th' || name === 'td' }, row, true);
		return DomUtils.getElementsByTagName('tr', body)
			.map(cellsOf)
			.filter((cells) => cells.length === heads.length)
			.map((cells) => new Map(cells.map((cell, i) => [heads[i]!, wordsOf(cell)])));
	});
}

/**
 * Holds a page's numbers against the table that can be downloaded of them. A row is found by the words
 * that name it; where these are twice in either, it is left out.
 *
 * @returns how many numbers were compared, and how many columns both have
 */
export function heldAgainst(
	shown: PageTable,
	{ columns, rows }: Table,
	formats: Formats
): { compared: number; shared: number; contradictions: Contradiction[] } {
	const heads = new Set(shown.flatMap((row) => [...row.keys()]));
	const on = columns.flatMap((column, i) => (heads.has(headWords(column)) ? [{ column, i }] : []));
	const names = on.filter(({ column }) => isIdentity(column.head));
	const numbers = on.filter(({ column }) => isNumber(column) && !isIdentity(column.head));
	const contradictions: Contradiction[] = [];
	let compared = 0;
	const known = new Set(columns.map(({ head }) => head));
	if (!names.length || !namesOf([...heads]).every((head) => known.has(head)))
		return { compared, shared: 0, contradictions };

	// of a table with campaigns and months, a page that shows channels has the rows of whole ones
	const unseen = namesOf([...known]).filter((head) => !heads.has(head));
	const wholes = rows.filter((row) =>
		columns.every(({ head }, i) => !unseen.includes(head) || (row[i] ?? '') === '')
	);
	const keyOf = (words: (name: (typeof names)[number]) => string) =>
		names.map((name) => words(name).replace(/\s+/g, ' ')).join(' · ');
	const onPage = once(shown, (row) => keyOf(({ column }) => row.get(headWords(column)) ?? ''));
	const inTable = once(wholes, (row) =>
		keyOf(({ column, i }) => cellWords(row[i] ?? null, column, formats))
	);
	for (const [key, row] of onPage) {
		const own = inTable.get(key);
		if (!own) continue;
		const held = rowAgainst(key, row, own, numbers);
		compared += held.compared;
		contradictions.push(...held.contradictions);
	}
	return { compared, shared: numbers.length, contradictions };
}

type Placed = { column: Table['columns'][number]; i: number };

/** The numbers under the same heads, of what a page and a table say of one thing. */
function rowAgainst(
	name: string,
	shown: ReadonlyMap<string, string>,
	own: Table['rows'][number],
	numbers: readonly Placed[]
) {
	const contradictions: Contradiction[] = [];
	let compared = 0;
	for (const { column, i } of numbers) {
		const words = shown.get(headWords(column));
		if (words === undefined) continue;
		const number = readShown(words, column.kind, column.currency);
		const value = own[i] ?? null;
		if (number === undefined || typeof value === 'string') continue;
		compared++;
		// a page may write whole numbers where a file has tenths
		const whole = column.kind === 'decimal' && !words.includes('.');
		const half = whole ? 0.5 : number.half;
		const differs =
			number.value === null || value === null
				? number.value !== value
				: Math.abs(number.value - value) > half;
		if (differs) contradictions.push({ row: name, head: column.head, shown: words, value });
	}
	return { compared, contradictions };
}

/** Holds what a page says of one thing against the row that a table has of it. */
export function factsAgainst(
	name: string,
	facts: ReadonlyMap<string, string>,
	{ columns, rows }: Table,
	isOwn: (cell: (head: string) => Cell) => boolean
) {
	const at = (head: string) => columns.findIndex((column) => column.head === head);
	const own = rows.filter((row) => isOwn((head) => row[at(head)] ?? null));
	if (own.length !== 1) throw new Error(`${name}: ${own.length} rows of it`);
	const numbers = columns.flatMap((column, i) => (isNumber(column) ? [{ column, i }] : []));
	return rowAgainst(name, facts, own[0]!, numbers);
}

/** What a page says of the one thing that it is about: lists of terms, and tables with a head before each row. */
export function factsOf(html: string): Map<string, string> {
	const all = parseDocument(html);
	const cells = ['dl', 'table']
		.flatMap((tag) => DomUtils.getElementsByTagName(tag, all))
		.filter(({ attribs }) => !attribs.class?.split(' ').includes('data'))
		.flatMap((list) =>
			DomUtils.getElements(
				{ tag_name: (name) => ['dt', 'dd', 'th', 'td'].includes(name) },
				list,
				true
			)
		);
	return new Map(
		cells.flatMap((cell, i) => {
			const value = cells[i + 1];
			const isHead = 'name' in cell && (cell.name === 'dt' || cell.name === 'th');
			return isHead && value ? [[wordsOf(cell), wordsOf(value)]] : [];
		})
	);
}

const isNumber = ({ kind }: ColumnHead) => !isWords(kind) && kind !== 'name' && kind !== 'instant';

/** The heads that say what a row is about; an item has a section, a sponsor and more beside its title. */
function namesOf(heads: readonly string[]): string[] {
	return heads.includes('Item') ? ['Item'] : heads.filter(isIdentity);
}

/** What has a key that no other has. */
function once<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> {
	const byKey = new Map<string, Row>();
	const twice = new Set<string>();
	for (const row of rows) {
		const key = keyOf(row);
		if (byKey.has(key)) twice.add(key);
		byKey.set(key, row);
	}
	return new Map([...byKey].filter(([key]) => !twice.has(key)));
}
