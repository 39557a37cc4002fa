import { carried } from '#lib/filters/address.ts';
import { narrowed, type Narrowed } from '#lib/filters/filters.ts';
import { partsOf } from '#lib/filters/narrowing.ts';
import { pathWithin } from '#lib/path-to.ts';

/** A page of a publication and what it is narrowed to, `topics?last=12`, as views and links keep it. */
export function belowPublication({ pathname, searchParams }: URL): string {
	const [, , , ...rest] = pathWithin(pathname).split('/');
	return rest.join('/') + carried(searchParams);
}

/** Where a table can be downloaded, narrowed as the page is. */
export function csvOf(base: string, params: URLSearchParams, table: string): string {
	const query = carried(params);
	return `${base}/export.csv${query}${query ? '&' : '?'}table=${table}`;
}

/** Pages that are about one table, which has their name; the others hold none that could be downloaded. */
const TABLES: readonly string[] = [
	'topics',
	'items',
	'sections',
	'authors',
	'issues',
	'audience',
	'channels',
	'sponsors',
	'editorial',
	'verdicts'
];

/** The table that a page is about, by its route; of the overview the topics. */
export function pageTable(route: string | null): string | null {
	const name = route?.split('/')[3] ?? 'topics';
	return TABLES.includes(name) ? name : null;
}

/** The figure that a table's file, `topic-readers` or `audience-months`, or a page is made from. */
export function figureOfTable(table: string): Narrowed | null {
	if (table === 'topic-readers' || table === 'topic-overlaps') return 'tastes';
	if (table === 'verdict-issues') return 'verdicts';
	if (table === 'key-figures') return 'overview';
	const [first = ''] = table.split('-');
	const name = first === 'topic' ? 'topics' : first;
	return narrowed.find((one) => one === name) ?? null;
}

/** What filters narrow on a page, by its route; null where it depends on what is asked for there. */
export function figuresOn(route: string | null): Narrowed[] | null {
	const [, , , page = 'overview', part] = route?.split('/') ?? [];
	if (part === 'readers') return ['tastes'];
	if (part && page === 'issues') return ['issue'];
	// the page of one topic, section or author is of all its items in the issues asked for
	if (part) return ['topics', 'sections', 'authors'].includes(page) ? ['issues'] : null;
	const figure = figureOfTable(page);
	return figure && [...partsOf(figure)];
}
