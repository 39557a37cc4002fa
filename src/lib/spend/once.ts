type Stated = { importId: number | null; leftOut: boolean };

/**
 * Rows as they count: what several files state alike is one statement. Within a file every row
 * counts, since two sales of a day may be the same; of several files that state the same, the one
 * that states it most often holds. What a person left out stays out, whichever file repeats it.
 * What people typed is never a repetition.
 *
 * @param contentOf what makes two rows the same statement, as text
 */
export function countOnce<Row extends Stated>(
	rows: readonly Row[],
	contentOf: (row: Row) => string
): { counted: Row[]; repeated: number; leftOut: number } {
	const groups = new Map<string, Row[][]>();
	const byImport = new Map<string, Row[]>();
	const counted: Row[] = [];
	let leftOut = 0;

	for (const row of rows) {
		if (row.importId === null) {
			if (row.leftOut) leftOut++;
			else counted.push(row);
			continue;
		}
		const content = contentOf(row);
		const own = `${row.importId} ${content}`;
		let list = byImport.get(own);
		if (!list) {
			byImport.set(own, (list = []));
			groups.set(content, [...(groups.get(content) ?? []), list]);
		}
		list.push(row);
	}

	let repeated = 0;
	for (const lists of groups.values()) {
		const most = lists.reduce((a, b) => (b.length > a.length ? b : a));
		const out = Math.max(...lists.map((list) => list.filter((row) => row.leftOut).length));
		repeated += lists.reduce((sum, list) => sum + list.length, 0) - most.length;
		leftOut += out;
		counted.push(...most.filter((row) => !row.leftOut).slice(0, most.length - out));
	}
	return { counted, repeated, leftOut };
}
