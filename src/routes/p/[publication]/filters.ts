import type { Filters } from '#lib/server/figures/filters.ts';

const ROLES = ['editorial', 'sponsor', 'house'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The parameters that are filters. Others (a page, an order, a chosen import) are not. */
export const KEYS: readonly string[] = [
	...['last', 'from', 'to', 'section', 'topic', 'author', 'issue', 'role', 'channel', 'window']
];

function day(text: string | null): string | null {
	const at = text && DAY.test(text) ? Date.parse(text) : NaN;
	// a thirtieth of February is read as a day in March
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text!) ? text : null;
}

function whole(text: string | null): number | null {
	const number = Number(text);
	return text && Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** A window of as many days: a week at least, two years at most. */
function days(text: string | null): number | null {
	const number = whole(text);
	return number !== null && number >= 7 && number <= 730 ? number : null;
}

function ids(texts: string[]): number[] {
	return [...new Set(texts.map(whole).filter((id) => id !== null))];
}

function names(texts: string[]): string[] {
	return [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
}

/** Reads what a page is narrowed to. What makes no sense is no filter: a link never breaks. */
export function readFilters(params: URLSearchParams): Filters {
	const role = ROLES.find((known) => known === params.get('role')) ?? null;
	const last = whole(params.get('last'));

	return {
		from: last ? null : day(params.get('from')),
		to: last ? null : day(params.get('to')),
		last,
		sections: ids(params.getAll('section')),
		topics: ids(params.getAll('topic')),
		authors: names(params.getAll('author')),
		issue: whole(params.get('issue')),
		role,
		channel: params.get('channel')?.trim() || null,
		window: days(params.get('window'))
	};
}

/** The filters of an address alone, to carry them to another page: `''` or `?last=12&topic=3`. */
export function carried(params: URLSearchParams): string {
	const kept = new URLSearchParams([...params].filter(([key]) => KEYS.includes(key)));
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
