import { instants } from '#lib/csv/instants/dates.ts';
import { DAY } from '#lib/duration.ts';
import { monthOfYear } from '#lib/calendar-words.ts';
import { plainWord } from '../words/languages.ts';

/** A month without a day as year and number: `2024-03`, `03/2024`, `mars 2024`; null for what is none. */
function monthOf(cell: string): [year: number, month: number] | null {
	const text = cell.trim();
	const figures = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{1,2})[-/.](\d{4})$/.exec(text);
	if (figures) {
		const [first = '', second = ''] = figures.slice(1);
		const [year, month] = first.length === 4 ? [first, second] : [second, first];
		return Number(month) >= 1 && Number(month) <= 12 ? [Number(year), Number(month)] : null;
	}
	return monthOfYear(text);
}

/** "S1 2026" is a half-year: a week behind an S has two figures. */
const WEEK =
	'(?:(?:W|KW|semaine|kalenderwoche|woche|semana|settimana)\\.? ?(?=\\d)|S(?=\\d\\d))(\\d{1,2})';
const YEAR_FIRST = new RegExp(`^\\s*(\\d{4})[-/ ]?${WEEK}\\s*$`, 'i');
const WEEK_FIRST = new RegExp(`^\\s*${WEEK}(?:,? (?:de )?|[-/])(\\d{4})\\s*$`, 'i');

/**
 * The Monday of a week as ISO 8601 counts them, `2026-W36`, `KW 36/2026`, `Semaine 36 2026`; null for what is
 * none: "Week 36" is counted otherwise in America. UTC milliseconds.
 */
function weekOf(cell: string): number | null {
	const [, weekFirst, itsYear] = WEEK_FIRST.exec(cell) ?? [];
	const [, year = itsYear, week = weekFirst] = YEAR_FIRST.exec(cell) ?? [];
	if (year === undefined || Number(week) < 1 || Number(week) > 53) return null;
	// the first week is the one that has the 4th of January
	const fourth = Date.UTC(Number(year), 0, 4);
	const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
	return monday + (Number(week) - 1) * 7 * DAY;
}

/**
 * A quarter as year and first month: `Q1 2026`, `2026-Q1`, `T1 2026`, `1er trimestre 2026`, `1e kwartaal
 * 2026`; null for what is none.
 */
function quarterOf(cell: string): [year: number, month: number] | null {
	const [, a, b, c, d, e, f] =
		/^\s*(?:[QTK]([1-4])[ /-]?(\d{4})|(\d{4})[ /-]?[QTK]([1-4])|([1-4]) ?(?:er|re|e|ème|eme|º|°|\.)? ?(?:trimestre|quartal|kwartaal|trim\.?)(?: de| del)? (\d{4}))\s*$/i.exec(
			cell
		) ?? [];
	const [quarter, year] = [a ?? d ?? e, b ?? c ?? f];
	return quarter === undefined ? null : [Number(year), 3 * Number(quarter) - 2];
}

/** How long a row of money is, where its column of days says so: `Month` of 2026-09-01, `Week of` 7 September. */
export type Unit = 'week' | 'weekEnding' | 'month' | 'quarter';

const UNITS: readonly [Unit, RegExp][] = [
	[
		'weekEnding',
		/\b(week (ending|end)|fin de (la )?semaine|semaine (finissant|au)|woche bis|fin de semana|fine settimana)\b/
	],
	['week', /\b(week|semaine|woche|semana|settimana)\b/],
	['month', /\b(month|mois|monat|mes|mese|maand)\b/],
	['quarter', /\b(quarter|trimestre|quartal|kwartaal)\b/]
];

/** The span that one day in a column stands for, by the column's header; undefined for the day itself. */
export function unitOfHeader(header: string): Unit | undefined {
	const text = plainWord(header);
	return UNITS.find(([, words]) => words.test(text))?.[0];
}

/** The first or last day of what a day in a column of weeks, months or quarters stands for. UTC milliseconds. */
function edgeOf(at: number, unit: Unit, edge: 'first' | 'last'): number {
	if (unit === 'week') return edge === 'first' ? at : at + 6 * DAY;
	if (unit === 'weekEnding') return edge === 'first' ? at - 6 * DAY : at;

	const day = new Date(at);
	const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
	const first = unit === 'month' ? month : month - (month % 3);
	const last = Date.UTC(year, first + (unit === 'month' ? 1 : 3), 0);
	// any other day is that day: whoever writes months so writes their first or their last
	if (at !== Date.UTC(year, first) && at !== last) return at;
	return edge === 'first' ? Date.UTC(year, first) : last;
}

/** Two days of figures in one cell: `2026-03-01 - 2026-03-31`, `01/03/2026 – 31/03/2026`. */
const SPAN =
	/^\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}) ?(?: - | ?[–—] ?|~|\bto\b|\bau\b|\bbis\b) ?(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})\s*$/;

/**
 * A local date as text: from an instant read in UTC, from eight digits (`20240503`), or the first or
 * last day of a month (`2024-03`, `03/2024`, `mars 2024`), week (`2026-W36`), quarter (`Q1 2026`) or span
 * (`2024-03-01 - 2024-03-31`); null if it is none of these.
 *
 * @param unit what a day stands for in its column
 */
export function localDay(
	cell: string,
	read: ((cell: string) => number | null) | undefined,
	edge: 'first' | 'last',
	unit?: Unit
): string | null {
	const ends = SPAN.exec(cell)?.slice(1);
	if (ends) return spanOf(ends)?.[edge] ?? null;
	for (const [start, months] of [
		[monthOf(cell), 1],
		[quarterOf(cell), 3]
	] as const) {
		if (!start) continue;
		const [year, month] = start;
		return isoDay(
			edge === 'first' ? Date.UTC(year, month - 1) : Date.UTC(year, month - 1 + months, 0)
		);
	}
	const week = weekOf(cell);
	if (week !== null) return isoDay(edge === 'first' ? week : week + 6 * DAY);

	const at = dayOfDigits(cell) ?? read?.(cell) ?? null;
	if (at === null || at === 'bad') return null;
	return isoDay(unit === undefined ? at : edgeOf(at, unit, edge));
}

const readEither = (['dmy', 'mdy'] as const).map((order) => instants({ order }, 'UTC'));

/** The days of a span, in the one order of day and month in which it runs forward; null where both do. */
function spanOf(ends: readonly string[]): { first: string; last: string } | null {
	const ways = readEither.flatMap((read) => {
		const [first, last] = ends.map((end) => read(end));
		return first != null && last != null && first <= last
			? [{ first: isoDay(first), last: isoDay(last) }]
			: [];
	});
	const [one, other = one] = ways;
	return one && other && one.first === other.first && one.last === other.last ? one : null;
}

/** A day of eight digits, in UTC milliseconds; `bad` where the calendar has no such day, undefined for other text. */
function dayOfDigits(cell: string): number | 'bad' | undefined {
	const digits = /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(cell);
	if (!digits) return undefined;
	const at = Date.UTC(Number(digits[1]), Number(digits[2]) - 1, Number(digits[3]));
	return isoDay(at).replaceAll('-', '') === digits.slice(1).join('') ? at : 'bad';
}

function isoDay(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}
