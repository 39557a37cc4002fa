import { addDays, DAY } from '#lib/duration.ts';
import { localDate, localMonths, startOfLocalDate, startOfLocalDay } from '../../local-date.ts';
import type { ReaderColumns } from '../../store/readers/reader-columns.ts';
import { issuesIn, type Archive } from '../archive.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { knownUntil, type KnownUntil } from './known-until.ts';

/** The time span that an audience is looked at within. All instants are UTC milliseconds. */
export type AudienceSpan = {
	/** readers who joined before it are subscribed, but in no row of the period; null: from the beginning */
	from: number | null;
	/** figures are as of then; what came later is not known yet */
	asOf: number;
	/** it lies before or after all data */
	outside: boolean;
	/** the first and the last instant of the data */
	known: { from: number; to: number };
	/** until when it is known who joined and who left, if not until `asOf`; else null */
	knownUntil: KnownUntil;
	/** local months from the first signup on; the one after the last marks its end */
	months: readonly { name: string; at: number }[];
};

/** Months further back are taken for a typing error in a list. */
const mostMonths = 240;

/** The facts that tell between when data are known. */
type SpanFacts = {
	readers: ReaderColumns;
	/** the newest event of any issue */
	dataUpTo: number | null;
	/** the first local day with a click by anybody */
	firstClick: number | null;
};

/**
 * The period asked for, in the publication's own calendar, and its months. It ends with the data: the newest
 * event, or the newest line of a list that is not in the future.
 *
 * @returns null without any data
 */
export function audienceSpan(
	{ readers, dataUpTo, firstClick }: SpanFacts,
	archive: Archive,
	filters: Filters,
	zone: string,
	now: number
): AudienceSpan | null {
	const latest = Math.max(now, dataUpTo ?? -Infinity);
	let newest = dataUpTo ?? -Infinity;
	let first = Infinity;
	for (const { length, joined, left } of [readers, readers.earlier])
		for (let row = 0; row < length; row++)
			for (const at of [joined[row]!, left[row]!]) {
				if (at <= latest && at > newest) newest = at;
				if (at < first) first = at;
			}
	if (newest === -Infinity) return null;

	const until = filters.to === null ? Infinity : startOfLocalDate(addDays(filters.to, 1), zone) - 1;
	const asOf = Math.min(newest, until);
	const from = startOfPeriod(archive, filters, zone);

	// clicks are known even for an issue without a date
	const sent = archive.issues.find(({ sentAt }) => sentAt !== null)?.sentAt ?? Infinity;
	const clicked = firstClick === null ? Infinity : startOfLocalDay(firstClick, zone);
	const known = { from: Math.min(first, sent, clicked, newest), to: newest };
	const outside = (from ?? -Infinity) > newest || until < known.from;
	const start = Math.max(Math.min(first, asOf), asOf - mostMonths * 30.44 * DAY);
	const within = (at: number | null) => (at !== null && at < asOf ? at : null);
	const { joined, left } = knownUntil(readers, newest);
	return {
		from,
		asOf,
		outside,
		known,
		knownUntil: { joined: within(joined), left: within(left) },
		months: localMonths(start, asOf, zone)
	};
}

/** The beginning of a period: of the given day, or of the first of the last issues; null for all time. */
export function startOfPeriod(
	archive: Archive,
	{ from, to, last }: Pick<Filters, 'from' | 'to' | 'last'>,
	zone: string
): number | null {
	if (from !== null) return startOfLocalDate(from, zone);
	if (last === null) return null;
	const first = issuesIn(archive, { ...everything, from, to, last }, zone)[0]?.sentAt ?? null;
	return first === null ? null : startOfLocalDate(localDate(first, zone), zone);
}

/** The local days of a period, and those with data. */
export function daysIn({ from, asOf, known }: AudienceSpan, zone: string) {
	return {
		period: { from: from === null ? null : localDate(from, zone), to: localDate(asOf, zone) },
		known: { from: localDate(known.from, zone), to: localDate(known.to, zone) }
	};
}

/** How many local days of a period have data, both ends counted. */
export function knownDays(span: AudienceSpan, zone: string): number {
	const { period, known } = daysIn(span, zone);
	const from = period.from === null || period.from < known.from ? known.from : period.from;
	return (Date.parse(period.to) - Date.parse(from)) / DAY + 1;
}

/** Index of the month of an instant; −1 if it is before them all, or unknown. */
export function monthOf({ months }: AudienceSpan, at: number): number {
	if (!(at >= months[0]!.at)) return -1;
	let low = 0;
	let high = months.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (months[middle]!.at <= at) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The last month is unfinished unless the data end with its last day. */
export function isRunning({ months, asOf }: AudienceSpan, zone: string): boolean {
	const end = months.at(-1)!.at;
	return localDate(asOf, zone) < localDate(end - 1, zone);
}
