/** Rows by a number or name that each has, in their order; those where it is null are left out. */
export function grouped<Row, Key extends number | string>(
	rows: readonly Row[],
	keyOf: (row: Row) => Key | null
): Map<Key, Row[]> {
	const groups = new Map<Key, Row[]>();
	for (const row of rows) {
		const key = keyOf(row);
		if (key === null) continue;
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return groups;
}
