import type { FilterName, Filters } from './filters.ts';
import { withOnly } from './narrowing.ts';

/** The filters that mean the same in every publication: those of a period, and what it is compared with. */
export const periodNames = [
	'from',
	'to',
	'last',
	'window',
	'compare'
] as const satisfies FilterName[];

/** Filters without those that name something of one publication alone. */
export function periodFilters(filters: Filters): Filters {
	return withOnly(filters, (name) => periodNames.some((one) => one === name));
}

/** What an address says of these, to carry it to another publication or to all: `''` or `?last=12`. */
export function periodQuery(params: URLSearchParams): string {
	const kept = [...params].filter(([key]) => periodNames.some((name) => name === key));
	return kept.length ? `?${new URLSearchParams(kept)}` : '';
}
