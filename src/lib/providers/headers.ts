/** A header as it is compared: without mark, case and accents' spelling; `_`, `-` and spaces are one. */
export function normalHeader(header: string): string {
	return header
		.replace(/[\u200b-\u200d\u2060\uFEFF]/g, '')
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\s_-]+/g, ' ')
		.trim();
}

/**
 * Finds a column by its names, with or without their accents, the first name first; of columns with the
 * same name, the first.
 */
export type FindColumn = (...names: string[]) => number | undefined;

/** Makes the finder for one header. Names are given normalised. */
export function columnFinder(header: readonly string[]): FindColumn {
	const known = new Map<string, number>();
	for (const [i, cell] of header.entries()) {
		const name = normalHeader(cell);
		if (!known.has(name)) known.set(name, i);
		const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
		// an `E-mail` is an `Email`
		for (const same of [plain, plain.replace(/\be mail\b/, 'email')])
			if (!known.has(same)) known.set(same, i);
	}
	return (...names) => {
		const name = names.find((name) => known.has(name));
		return name === undefined ? undefined : known.get(name);
	};
}
