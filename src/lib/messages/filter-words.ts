import type { FilterName, Filters, Narrowed } from '#lib/filters/filters.ts';
import {
	heldBy,
	isWhollyHeld,
	notWholeIn,
	partsOf,
	recordOf,
	setIn,
	valuesIn
} from '#lib/filters/narrowing.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';
import { comparisonWords } from './comparison-words.ts';
import { isSameValue, offersOf, offersWithoutItems, type Choices } from './filter-offers.ts';
import { words } from './words.ts';

/** A filter that is set: what kind it is, and what it keeps. */
export type FilterWord = {
	key: FilterName;
	/** as an address has it; null for a period, which several filters name */
	id: number | string | null;
	kind: string;
	value: string;
	/** that it does not apply to what is shown, or to what of it alone; null where it holds */
	note: string | null;
};

/**
 * What figures are narrowed to, in words; the period apart, unless it narrows none of them.
 *
 * @param figures what is shown; null where it is not known yet
 * @param idle filters that narrow these figures, but not the part of them that is shown
 */
export function filterWords(
	filters: Filters,
	choices: Choices,
	formats: Formats,
	figures: readonly Narrowed[] | null,
	idle: readonly FilterName[] = []
): FilterWord[] {
	const options = { locale: formats.locale };
	return setIn(filters).flatMap((key): FilterWord[] => {
		const note = idle.includes(key)
			? m['filter.idle']({}, options)
			: figures && noteOf(key, figures, formats);
		if (isPeriod(key)) {
			// said once, with the filter that names it first
			const first = setIn(filters).find(isPeriod);
			if (note === null || key !== first) return [];
			const { name } = filterPeriod(filters, choices.issues, formats);
			return [{ key, id: null, kind: m['export.period']({}, options), value: name, note }];
		}
		// said with what it is compared with
		if (key === 'compare' && note === null) return [];
		const kind = words(`filter.${key}`, {}, formats.locale);
		return valuesOf(key, filters, choices, formats).map((one) => ({ key, kind, note, ...one }));
	});
}

function isPeriod(key: FilterName): boolean {
	return recordOf(key).partOf === 'time';
}

/** How a filter that takes any value is said, where not by that value. */
const said: { [Name in FilterName]?: (filters: Filters, formats: Formats) => string } = {
	window: ({ window }, { locale }) => m['filter.window.days']({ n: window! }, { locale }),
	compare: comparisonWords
};

/** What one filter keeps, each with its id or its name. */
function valuesOf(
	key: FilterName,
	filters: Filters,
	choices: Choices,
	formats: Formats
): { id: string | number; value: string }[] {
	const { field, takes } = recordOf(key);
	const known = [...offersOf(key, choices, formats), ...offersWithoutItems(key, choices)];
	return valuesIn(filters, field).map((id) => {
		const named = known.find(({ value }) => isSameValue(value, id))?.label;
		const unnamed =
			takes === 'id'
				? words(`filter.unknown.${key}`, {}, formats.locale)
				: (said[key]?.(filters, formats) ?? String(id));
		return { id, value: named ?? unnamed };
	});
}

/** Where a filter does not narrow all of what is shown: that it does not apply, or to what alone. */
function noteOf(key: FilterName, figures: readonly Narrowed[], formats: Formats): string | null {
	const options = { locale: formats.locale };
	if (isWhollyHeld(key, figures)) return null;
	const held = heldBy(key, figures);
	if (held.length === 0) return m['filter.idle']({}, options);
	return m['filter.partly']({ figures: narrowedWords(held, formats) }, options);
}

/** What filters narrow, in words. */
function narrowedWords(figures: readonly Narrowed[], { locale }: Formats): string {
	const names = figures.map((figure) => words(`narrowed.${figure}`, {}, locale));
	return new Intl.ListFormat(locale).format(names);
}

/** A filter on one line, with where it does not apply. */
export function filterLine({
	kind,
	value,
	note
}: Pick<FilterWord, 'kind' | 'value' | 'note'>): string {
	return note === null ? `${kind} ${value}` : `${kind} ${value} (${note})`;
}

/** Of each filter that is set and does not narrow all of a screen, a sentence that says so. */
export function unappliedWords(
	filters: Filters,
	screen: Narrowed,
	formats: Formats
): { filter: FilterName; message: string }[] {
	const options = { locale: formats.locale };
	const parts = partsOf(screen);
	return notWholeIn(filters, parts).map((filter) => {
		const kind = words(`filter.${filter}`, {}, formats.locale);
		const held = heldBy(filter, parts);
		const rest = parts.filter((part) => !held.includes(part));
		const values = { kind, figures: narrowedWords(rest, formats) };
		const message =
			held.length > 0
				? m['filter.partlyIn']({ ...values, holds: narrowedWords(held, formats) }, options)
				: m['filter.idleIn'](
						{ ...values, holds: narrowedWords(recordOf(filter).holds, formats) },
						options
					);
		return { filter, message };
	});
}

/** What a figure rests on: the one issue that it is narrowed to, else its period, with its days. */
export function basisOf(
	filters: Filters,
	issue: number | null,
	{ issues }: Choices,
	formats: Formats
): string {
	const one = issues.find(({ id }) => id === issue);
	const { name, range } = one
		? {
				name: one.number === null ? formats.quote(one.title) : formats.issue(one.number),
				range: one.sentAt === null ? '' : formats.day(one.sentAt)
			}
		: filterPeriod(filters, issues, formats);
	return [name, range].filter(Boolean).join(', ');
}

/** The period in words: how many issues, or from when to when. */
export function filterPeriod(
	{ last, from, to }: Filters,
	issues: Choices['issues'],
	formats: Formats
) {
	const dates = issues
		.slice(0, last ?? issues.length)
		.map(({ sentAt }) => sentAt)
		.filter((at) => at !== null);
	const first = dates.at(-1);
	const latest = dates[0];
	const { locale } = formats;
	const range = first !== undefined && latest !== undefined ? formats.period(first, latest) : '';

	// fewer than are asked for may be all that there are
	const n = Math.min(last ?? 0, issues.length || Infinity);
	if (last) return { name: m['filter.period.last']({ n }, { locale }), range };
	if (!from && !to) return { name: m['filter.period.all']({}, { locale }), range };
	return { name: daysWords({ from, to }, formats), range: '' };
}

/** From one local date to another, or since or until one. */
export function daysWords(
	{ from, to }: { from: string | null; to: string | null },
	formats: Formats
): string {
	const { locale } = formats;
	const { onDay } = formats;
	const day = (local: string) => formats.day(onDay(local));
	if (from && to) return formats.period(onDay(from), onDay(to));
	if (from) return m['filter.period.since']({ day: day(from) }, { locale });
	return m['filter.period.until']({ day: day(to ?? '') }, { locale });
}
