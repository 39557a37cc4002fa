import type { Formats } from '#lib/messages/format.ts';
import { entryOf, sortValueOf } from './entry.ts';
import type { Declared } from './declare.ts';
import { isFigure, type Cell, type ColumnKind } from './table.ts';

export type Sorting<Key extends string = string> = {
	key: Key;
	order: 'ascending' | 'descending';
};

/** What somebody wants to see of a list: a page of the rows that have these words, in an order. */
export type ListQuery = { page: number; order: string | null; find: string };

/** A page of a list, as its table shows it. */
export type Listed<Row> = {
	/** the rows of this page */
	rows: Row[];
	page: number;
	pages: number;
	/** rows that have the words looked for, and rows of the whole list */
	found: number;
	total: number;
	order: string | null;
	find: string;
	/** stands before its parameters in an address: '' where the page is about this list */
	prefix: string;
};

/** Rows that a page of a list holds. */
export const PER_PAGE = 50;

/** The longest text that is looked for. */
const LONGEST = 200;

/**
 * What an address asks of a list: `page=2`, `find=ports`, `order=clickers`, `order=-clickers` for the
 * other way round. Lists that share a page with another have a prefix, `spend.page=2`.
 */
export function listQueryIn(params: URLSearchParams, prefix = ''): ListQuery {
	const page = Math.trunc(Number(params.get(`${prefix}page`)));
	return {
		page: page >= 1 ? page : 1,
		order: params.get(`${prefix}order`) || null,
		find: (params.get(`${prefix}find`) ?? '').trim().slice(0, LONGEST)
	};
}

/** Of figures and dates the most or latest first, of words in their order. */
export function firstOrder(kind: ColumnKind): Sorting['order'] {
	return isFigure(kind) || kind === 'instant' || kind === 'month' || kind === 'day'
		? 'descending'
		: 'ascending';
}

/** What `order=` says of columns of these kinds; null where it names none of them. */
export function sortingOf<Key extends string>(
	order: string | null,
	columns: readonly { key: Key; kind: ColumnKind }[]
): Sorting<Key> | null {
	const column = columns.find(({ key }) => order === key || order === `-${key}`);
	if (!column) return null;
	const first = firstOrder(column.kind);
	const other = first === 'ascending' ? 'descending' : 'ascending';
	return { key: column.key, order: order === column.key ? first : other };
}

/**
 * What a click on a column's head asks for, as `order=` says it: its first order, then the other way
 * round, then as the list was given.
 */
export function turned(order: string | null, key: string): string | null {
	if (order === key) return `-${key}`;
	return order === `-${key}` ? null : key;
}

/** How rows of a list are read, whatever they are made of. */
type Reader<Row> = {
	columns: readonly { key: string; kind: ColumnKind }[];
	value(row: Row, key: string): Cell;
	words(row: Row): string;
};

/** The rows that have the words looked for, in the order asked for. */
export function arranged<Row>(
	rows: readonly Row[],
	{ columns, value, words }: Reader<Row>,
	{ order, find }: ListQuery
): Row[] {
	const wanted = folded(find).split(/\s+/).filter(Boolean);
	const matching = wanted.length
		? rows.filter((row) => {
				const said = folded(words(row));
				return wanted.every((word) => said.includes(word));
			})
		: [...rows];
	const sorting = sortingOf(order, columns);
	return sorting ? sorted(matching, (row) => value(row, sorting.key), sorting.order) : matching;
}

/** One page of rows that are arranged. */
export function pageOf<Row>(rows: readonly Row[], asked: number, perPage: number) {
	const pages = Math.max(1, Math.ceil(rows.length / perPage));
	const page = Math.min(pages, asked);
	return { page, pages, rows: rows.slice((page - 1) * perPage, page * perPage) };
}

type ListInput = {
	params: URLSearchParams;
	formats: Formats;
	/** where its page is about other lists, too */
	prefix?: string;
	perPage?: number;
};

/** A page of a long list, as an address asks for it: what the browser is not sent it need not hold. */
export function listOf<Row>(
	table: Declared<Row>,
	rows: readonly Row[],
	{ params, formats, prefix = '', perPage = PER_PAGE }: ListInput
): Listed<Row> {
	const asked = listQueryIn(params, prefix);
	const valued = table.columns.filter(({ act, draw }) => !act && !draw);
	const columns = valued.map(({ key, kind = 'text' }) => ({ key, kind }));
	const named = valued.filter(({ kind }) => !isAmount(kind ?? 'text'));
	const reader: Reader<Row> = {
		columns,
		value: (row, key) =>
			sortValueOf(
				table.columns.find((one) => one.key === key)!,
				row,
				formats
			),
		words: (row) => named.map((column) => entryOf(column, row, formats).text).join(' ')
	};
	const matching = arranged(rows, reader, asked);
	return {
		...pageOf(matching, asked.page, perPage),
		found: matching.length,
		total: rows.length,
		prefix,
		order: asked.order,
		find: asked.find
	};
}

/** Whether a column holds amounts, which nobody looks for by their digits. */
function isAmount(kind: ColumnKind): boolean {
	return isFigure(kind) && kind !== 'name';
}

/** Rows by their values, not by their words; what is not known stands last either way. */
function sorted<Row>(
	rows: readonly Row[],
	value: (row: Row) => Cell,
	order: Sorting['order']
): Row[] {
	const sign = order === 'ascending' ? 1 : -1;
	return rows
		.map((row) => ({ row, value: value(row) }))
		.sort(({ value: a }, { value: b }) => {
			if (a === null || b === null) return Number(a === null) - Number(b === null);
			return sign * compare(a, b);
		})
		.map(({ row }) => row);
}

const texts = new Intl.Collator(undefined, { numeric: true });

function compare(a: string | number, b: string | number): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return texts.compare(String(a), String(b));
}

/** Letters without case and accents: who looks for "ecluse" finds "Écluses". */
function folded(text: string): string {
	return (
		text
			.normalize('NFKD')
			.replace(/\p{Mark}/gu, '')
			// a hyphen at which no line breaks is a hyphen
			.replaceAll('\u2010', '-')
			.toLowerCase()
	);
}
