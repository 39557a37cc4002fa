import { filterRecords, type Filters } from './filters.ts';

/** The parameters that are filters. Others (a page, an order, a chosen import) are not. */
const keys: readonly string[] = filterRecords.map(({ name }) => name);

/** Reads what a page is narrowed to. What makes no sense is no filter: a link never breaks. */
export function readFilters(params: URLSearchParams): Filters {
	const read = filterRecords.map(({ name, field, several, read }) => {
		const given = params.getAll(name).slice(0, several ? undefined : 1);
		const values = [...new Set(given.map(read).filter((value) => value !== null))];
		return [field, several ? values : (values[0] ?? null)];
	});
	const filters = Object.fromEntries(read) as Filters;
	// the last issues replace dates
	return filters.last === null ? filters : { ...filters, from: null, to: null };
}

/** The filters of an address alone, to carry them to another page: `''` or `?last=12&topic=3`. */
export function carried(params: URLSearchParams): string {
	const kept = new URLSearchParams([...params].filter(([key]) => keys.includes(key)));
	return kept.size ? `?${kept}` : '';
}

/** The same address with filters changed; `null` takes one off, an array sets several. */
export function changed(
	params: URLSearchParams,
	changes: Record<string, string | number | (string | number)[] | null>
): string {
	const next = new URLSearchParams(carried(params));
	for (const [key, value] of Object.entries(changes)) {
		next.delete(key);
		for (const one of [value].flat()) if (one !== null) next.append(key, String(one));
	}
	return next.size ? `?${next}` : '?';
}
