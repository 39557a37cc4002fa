type Stated = { importId: number | null; leftOut: boolean };

/**
 * Statements as the latest file has them: where two files say different amounts of one thing (the same
 * channel and dates, the same place of a sponsor), the later one is a revised export and replaces the
 * earlier; it is never added. A later file that says only some of what an earlier one does revises
 * nothing. What people typed counts beside files, and what a person left out replaces nothing.
 *
 * @param keyOf what a row is about, without its amount, as text; null for what nothing revises
 * @param contentOf what makes two rows the same statement, as text
 * @returns with those that are replaced, the file that replaced each
 */
export function withoutRevised<Row extends Stated>(
	rows: readonly Row[],
	keyOf: (row: Row) => string | null,
	contentOf: (row: Row) => string
): { rows: Row[]; replaced: Map<Row, number> } {
	const byKey = new Map<string, Map<number, Row[]>>();
	for (const row of rows) {
		const key = row.importId === null || row.leftOut ? null : keyOf(row);
		if (key === null) continue;
		let files = byKey.get(key);
		if (!files) byKey.set(key, (files = new Map()));
		const own = files.get(row.importId!);
		if (own) own.push(row);
		else files.set(row.importId!, [row]);
	}

	const replaced = new Map<Row, number>();
	for (const files of byKey.values()) {
		if (files.size < 2) continue;
		const inOrder = [...files].sort(([a], [b]) => a - b).map(([, own]) => own);
		let standing: Row[][] = [];
		for (const own of inOrder) {
			const latest = standing.at(-1);
			if (!latest || isPartOf(own, latest, contentOf) || isPartOf(latest, own, contentOf)) {
				standing.push(own);
				continue;
			}
			for (const row of standing.flat()) replaced.set(row, own[0]!.importId!);
			standing = [own];
		}
	}
	return { rows: rows.filter((row) => !replaced.has(row)), replaced };
}

/** Whether every row has one like it among the others, as often. */
function isPartOf<Row>(
	some: readonly Row[],
	others: readonly Row[],
	contentOf: (row: Row) => string
): boolean {
	const left = others.map(contentOf);
	return some.every((row) => {
		const place = left.indexOf(contentOf(row));
		if (place >= 0) left.splice(place, 1);
		return place >= 0;
	});
}
