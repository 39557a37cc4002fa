import type { Content, TableCell } from 'pdfmake/interfaces.js';

/** What has to begin a page, by the names of figures: all of it, or its table from that row on. */
export type Cuts = { whole: ReadonlySet<string>; rows: ReadonlyMap<string, number> };

export const uncut: Cuts = { whole: new Set(), rows: new Map() };

/**
 * By figure its heading, where nothing but a table follows it, and the first cell of each row of the
 * table: nodes in which pdfmake notes where they came to stand.
 */
export type Stood = Map<string, { heading: Content | null; rows: TableCell[] }>;

/** So many rows stand together at a table's end, at least; and with its head, which pdfmake sees to. */
export const TOGETHER = 2;

/**
 * Figures whose heading parted from its table, and tables whose last row came to stand alone on a
 * page, cut so that neither is.
 *
 * @param cuts those made already
 * @returns null where there are none but these
 */
export function moreCuts(stood: Stood, cuts: Cuts): Cuts | null {
	const whole = new Set(cuts.whole);
	const cut = new Map(cuts.rows);
	for (const [name, { heading, rows }] of stood) {
		const [next, last] = [rows[TOGETHER], rows.length - 1];
		if (heading && next && pageOf(heading) !== pageOf(next)) whole.add(name);
		const isAlone = last > TOGETHER && pageOf(rows[last]!) !== pageOf(rows[last - 1]!);
		if (isAlone) cut.set(name, last + 1 - TOGETHER);
	}
	const isMore = whole.size > cuts.whole.size || cut.size > cuts.rows.size;
	return isMore ? { whole, rows: cut } : null;
}

/** What the first cell of a row bears: where a row without a name went with all of its cells, pdfmake does not note. */
export function noted(table: string, row: number): { id: string } {
	return { id: `${table}/${row}` };
}

function pageOf(node: Content | TableCell): number | undefined {
	const { positions } = node as { positions?: { pageNumber: number }[] };
	return positions?.[0]?.pageNumber;
}

/** Rows as one table, or as two of which the second begins a page. */
export function cutAt<Row>(rows: readonly Row[], at: number | undefined): Row[][] {
	return at === undefined ? [[...rows]] : [rows.slice(0, at), rows.slice(at)];
}
