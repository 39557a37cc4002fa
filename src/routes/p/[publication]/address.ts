import { carried, changed } from './filters.ts';

/** Where a table can be downloaded, narrowed as the page is. */
export function csvOf(base: string, params: URLSearchParams, table: string): string {
	const query = carried(params);
	return `${base}/export.csv${query}${query ? '&' : '?'}table=${table}`;
}

/** Pages that are about one table, which has their name; the others hold none that could be downloaded. */
const TABLES: readonly string[] = [
	...['topics', 'items', 'sections', 'authors', 'issues', 'audience'],
	...['channels', 'sponsors', 'editorial', 'verdicts']
];

/** The table that a page is about, by its route; of the overview the topics. */
export function tableOf(route: string | null): string | null {
	const name = route?.split('/')[3] ?? 'topics';
	return TABLES.includes(name) ? name : null;
}

/** A topic's items, narrowed as the page is. */
export function itemsOfTopic(base: string, params: URLSearchParams, topic: number): string {
	return `${base}/items${changed(params, { topic })}`;
}
