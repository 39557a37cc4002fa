import type { Content, TableCell } from 'pdfmake/interfaces.js';

/** What has to begin a page, by the names of figures: all of it, or its table from that row on. */
export type Cuts = { whole: ReadonlySet<string>; rows: ReadonlyMap<string, number> };

export const uncut: Cuts = { whole: new Set(), rows: new Map() };

/**
 * By figure its heading, where nothing but a table follows it, the first cell of each row of the
 * table, and what follows all that is said below it: nodes in which pdfmake notes where they came to
 * stand; of what is kept together on a page it notes where that would have begun.
 */
export type Stood = Map<
	string,
	{ heading: Content | null; rows: TableCell[]; below?: Content | null }
>;

/** So many rows stand together at a table's end, at least; and with its head, which pdfmake sees to. */
export const TOGETHER = 2;

/**
 * Figures whose heading parted from its table, and tables whose last row, or what is said below it,
 * came to stand alone on a page, cut so that none does.
 *
 * @param cuts those made already
 * @returns null where there are none but these
 */
export function moreCuts(stood: Stood, cuts: Cuts): Cuts | null {
	const whole = new Set(cuts.whole);
	const cut = new Map(cuts.rows);
	let isMore = false;
	for (const [name, { heading, rows, below }] of stood) {
		const [next, last] = [rows[TOGETHER], rows.length - 1];
		const isParted = heading && next && pageOf(heading) !== pageOf(next);
		if (isParted && !whole.has(name)) {
			whole.add(name);
			// its rows come to stand elsewhere
			cut.delete(name);
			isMore = true;
			continue;
		}
		const ends = [rows[last - 1], rows[last], below ?? rows[last]];
		const isAlone = last > TOGETHER && new Set(ends.map((node) => pageOf(node!))).size > 1;
		if (isAlone && !cut.has(name)) {
			cut.set(name, last + 1 - TOGETHER);
			isMore = true;
		}
	}
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
