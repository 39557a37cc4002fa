import type { Filters, Narrowed } from '#lib/filters/filters.ts';
import { filterWords } from '#lib/messages/filter-words.ts';
import type { Choices } from '#lib/messages/filter-offers.ts';
import type { Formats } from '#lib/messages/format.ts';
import { changed } from '#lib/filters/address.ts';

export type Chip = {
	key: string;
	kind: string;
	value: string;
	/** that it does not apply here, or where it does; null where it holds */
	note: string | null;
	/** the address without it */
	without: string;
};

/** The filters that are set, as chips: each with the address that takes it off. */
export function chipsOf(
	params: URLSearchParams,
	filters: Filters,
	choices: Choices,
	formats: Formats,
	figures: readonly Narrowed[] | null
): Chip[] {
	return filterWords(filters, choices, formats, figures).map(({ key, id, kind, value, note }) => {
		const kept = params.getAll(key).filter((other) => other !== String(id));
		const without = changed(params, { [key]: id === null ? null : kept });
		return { key, kind, value, note, without };
	});
}
