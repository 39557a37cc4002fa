import type { Filters } from '#lib/server/figures/filters.ts';
import { filterWords, type Choices } from '#lib/messages/filter-words.ts';
import type { Formats } from '#lib/messages/format.ts';
import { changed } from './filters.ts';

export type Chip = {
	key: string;
	kind: string;
	value: string;
	/** the address without it */
	without: string;
};

/** The filters that are set, as chips: each with the address that takes it off. */
export function chipsOf(
	params: URLSearchParams,
	filters: Filters,
	choices: Choices,
	say: Formats
): Chip[] {
	return filterWords(filters, choices, say).map(({ key, id, kind, value }) => {
		const kept = params.getAll(key).filter((other) => other !== String(id));
		const without = changed(params, { [key]: id === null || !kept.length ? null : kept });
		return { key, kind, value, without };
	});
}
