import { instants } from '#lib/csv/instants/dates.ts';
import { DAY } from '#lib/duration.ts';

const MONTHS =
	/^(?:(jan|jän)|(fe[vb]|fév)|(mar)|(a[vp]r)|(ma[iy])|(jun|juin)|(jul|juil)|(ao[uû]|aug)|(sep)|(oct)|(nov)|(d[eé]c))\p{L}*\.?$/iu;

/** A month without a day as year and number: `2024-03`, `03/2024`, `mars 2024`; null for what is none. */
function monthOf(cell: string): [year: number, month: number] | null {
	const text = cell.trim();
	const figures = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{1,2})[-/.](\d{4})$/.exec(text);
	if (figures) {
		const [first = '', second = ''] = figures.slice(1);
		const [year, month] = first.length === 4 ? [first, second] : [second, first];
		return Number(month) >= 1 && Number(month) <= 12 ? [Number(year), Number(month)] : null;
	}
	const [name = '', year = '', ...more] = text.split(/\s+/);
	const match = more.length === 0 && /^\d{4}$/.test(year) ? MONTHS.exec(name) : null;
	return match ? [Number(year), match.slice(1).findIndex((part) => part !== undefined) + 1] : null;
}

/** The Monday of a week as ISO 8601 counts them, `2026-W36`; null for what is none. UTC milliseconds. */
function weekOf(cell: string): number | null {
	const [, year, week] = /^\s*(\d{4})-?W(\d{2})\s*$/i.exec(cell) ?? [];
	if (year === undefined || Number(week) < 1 || Number(week) > 53) return null;
	// the first week is the one that has the 4th of January
	const fourth = Date.UTC(Number(year), 0, 4);
	const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
	return monday + (Number(week) - 1) * 7 * DAY;
}

/**
 * A local date as text: from an instant read in UTC, from eight digits (`20240503`), or the first or
 * last day of a month (`2024-03`, `03/2024`, `mars 2024`) or week (`2026-W36`); null if it is none of these.
 */
export function localDay(
	cell: string,
	read: ((cell: string) => number | null) | undefined,
	edge: 'first' | 'last'
): string | null {
	const month = monthOf(cell);
	if (month) {
		const at =
			edge === 'first' ? Date.UTC(month[0], month[1] - 1) : Date.UTC(month[0], month[1], 0);
		return new Date(at).toISOString().slice(0, 10);
	}
	const week = weekOf(cell);
	if (week !== null)
		return new Date(edge === 'first' ? week : week + 6 * DAY).toISOString().slice(0, 10);
	const digits = /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(cell);
	if (digits) {
		const at = Date.UTC(Number(digits[1]), Number(digits[2]) - 1, Number(digits[3]));
		const day = new Date(at).toISOString().slice(0, 10);
		return day.replaceAll('-', '') === digits.slice(1).join('') ? day : null;
	}
	const at = read?.(cell) ?? null;
	return at === null ? null : new Date(at).toISOString().slice(0, 10);
}

const START = /^#?\s*(start( date)?|from|date de (debut|début)|d[ée]but|du)\s*:?$/i;
const END = /^#?\s*(end( date)?|to|date de fin|fin|au)\s*:?$/i;

/** The period that the lines above a report's table name: web analytics say theirs there. */
export function periodOfLabels(
	labels: readonly [string, string][]
): { from: string; to: string } | null {
	const day = (label: RegExp) => {
		const cell = labels.find(([name]) => label.test(name.trim()))?.[1] ?? '';
		const iso = /^\s*(\d{4}-\d{2}-\d{2})\s*$/.exec(cell)?.[1];
		return iso ?? localDay(cell, undefined, 'first');
	};
	const [from, to] = [day(START), day(END)];
	return from && to ? { from, to } : (labels.flat().map(spanIn).find(Boolean) ?? null);
}

const readSpanned = instants({ order: 'mdy' }, 'UTC');

/** The two days of a line that names a span in words or year first: `April 1, 2024 - April 30, 2024`. */
function spanIn(text: string): { from: string; to: string } | null {
	const parts = text.slice(0, 100).split(/(?<=\s)[-–—](?=\s)/);
	const last = parts.findLastIndex((part) => /\d/.test(part));
	if (last < 1 || /\d[/.]\d/.test(text)) return null;
	const [from, to] = [parts.slice(0, last), parts.slice(last)].map((cells) =>
		localDay(cells.join('-').trim(), readSpanned, 'first')
	);
	return from && to && from <= to ? { from, to } : null;
}
