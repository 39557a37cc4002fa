import { carried, changed } from './filters.ts';

/** Where a table can be downloaded, narrowed as the page is. */
export function csvOf(base: string, params: URLSearchParams, table: string): string {
	const query = carried(params);
	return `${base}/export.csv${query}${query ? '&' : '?'}table=${table}`;
}

/** A topic's items, narrowed as the page is. */
export function itemsOfTopic(base: string, params: URLSearchParams, topic: number): string {
	return `${base}/items${changed(params, { topic })}`;
}
