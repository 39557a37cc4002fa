import { fixedOffset } from '#lib/csv/instants/zones.ts';
import type { CardDates, Doubt, ReadingCard, WordRead } from '../providers/reading-card.ts';
import type { Locale } from './compiled/runtime.js';
import { createFormats } from './format.ts';
import { languageOf } from './languages/language.ts';
import { words } from './words.ts';

/** What may be wrong with a reading, in a sentence. */
export function doubtWords(
	{ code, column, values = [], rows = 0, kinds = [] }: Doubt,
	locale: Locale
): string {
	const list = new Intl.ListFormat(locale, { type: 'disjunction' });
	const kind = list.format(kinds.map((one) => words(`kind.${one}`, {}, locale)));
	// none is shown of values that may name somebody
	const shown = values.length > 0 ? values : ['•••'];
	const value = new Intl.ListFormat(locale, { type: 'unit' }).format(shown);
	const known = createFormats(locale, 'UTC');
	return words(
		`doubt.${code}`,
		{ column: column ?? '', values: value, rows, number: known.number(rows), kind },
		locale
	);
}

/** What the rows with a word were read as. */
export function meaningWords({ means }: Pick<WordRead, 'means'>, locale: Locale): string {
	if (means === null) return words('means.nothing', {}, locale);
	const list = new Intl.ListFormat(locale, { type: 'unit' });
	return list.format(means.split('+').map((one) => words(`means.${one}`, {}, locale)));
}

/** How instants are written, and who says so. */
export function dateWords({ format, order, orderFrom, zone, zoneFrom }: CardDates, locale: Locale) {
	if (format === null) return null;
	const parts = [formatWords(format, locale)];
	if (order !== null && order !== 'ymd' && orderFrom !== null)
		parts.push(
			words(`card.order.${order}`, {}, locale),
			words(`card.orderFrom.${orderFrom}`, {}, locale)
		);
	if (zoneFrom !== null)
		parts.push(words(`card.zoneFrom.${zoneFrom}`, { zone: zone ?? '' }, locale));
	return parts.join(', ');
}

/** A format by its letters in the language; of dates that are numbers, what they count. */
function formatWords(format: string, locale: Locale): string {
	if (format === 'spreadsheet') return words('card.format.spreadsheet', {}, locale);
	const unit = /^unix (s|ms|µs)$/.exec(format)?.[1];
	if (unit) return words('card.format.unix', { unit }, locale);
	return languageOf(locale).datePattern(format);
}

/** The first and last instant of a reading, in the zone that it was read in. */
export function spanWords({ first, last, zone }: CardDates, locale: Locale): string | null {
	if (first === null || last === null) return null;
	// no browser writes instants in a fixed offset: moved by it, they are written as those of UTC
	const moved = fixedOffset(zone ?? 'UTC');
	const formats = createFormats(locale, moved === null ? (zone ?? 'UTC') : 'UTC');
	return `${formats.instant(first + (moved ?? 0))} – ${formats.instant(last + (moved ?? 0))}`;
}

/** Why a file was taken for its kind. */
export function becauseKind({ because }: Pick<ReadingCard, 'because'>, locale: Locale): string {
	return words(`card.because.${because}`, {}, locale);
}
