/** Rows by a number that each has, in their order; those where it is null are left out. */
export function grouped<Row>(
	rows: readonly Row[],
	keyOf: (row: Row) => number | null
): Map<number, Row[]> {
	const groups = new Map<number, Row[]>();
	for (const row of rows) {
		const key = keyOf(row);
		if (key === null) continue;
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return groups;
}
