import type { Entry, Laid } from '#lib/columns/lay-out.ts';

export type Sorting<Key extends string = string> = {
	key: Key;
	order: 'ascending' | 'descending';
};

/**
 * What a click on a column's head asks for: of figures the most first, of words in their order; then
 * the other way round, then as it was given.
 */
export function turned<Key extends string>(
	sorting: Sorting<Key> | null,
	key: Key,
	isFigure: boolean
): Sorting<Key> | null {
	const [first, then] = isFigure
		? (['descending', 'ascending'] as const)
		: (['ascending', 'descending'] as const);
	if (sorting?.key !== key) return { key, order: first };
	return sorting.order === first ? { key, order: then } : null;
}

/** Rows by the values of a column, not by their words; what is not known stands last either way. */
export function sorted<Key extends string>(
	{ columns, rows }: Laid<Key>,
	sorting: Sorting<Key> | null
): Entry[][] {
	const place = columns.findIndex(({ key }) => key === sorting?.key);
	if (!sorting || place < 0) return rows;
	const sign = sorting.order === 'ascending' ? 1 : -1;
	return [...rows].sort((one, other) => {
		const [a, b] = [one[place]!.value, other[place]!.value];
		if (a === null || b === null) return Number(a === null) - Number(b === null);
		return sign * compare(a, b);
	});
}

const texts = new Intl.Collator(undefined, { numeric: true });

function compare(a: string | number, b: string | number): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return texts.compare(String(a), String(b));
}
