import { daysOfMonth, monthOfDay } from '#lib/spend/months.ts';
import { dayOfDate } from '#lib/spend/spread.ts';
import type { SeenDays } from '#lib/spend/tally.ts';
import { localDays, startOfLocalDay } from '../../local-date.ts';
import type { AcquiredAudience } from './acquired.ts';
import type { Attribution } from './attribution.ts';
import type { Archive } from '../archive.ts';
import { startOfPeriod, type AudienceSpan } from '../audience/audience-span.ts';
import type { Filters } from '#lib/filters/filters.ts';

/**
 * The days of a period, both counted. Readers join up to the newest event or line of a list; money
 * counts up to then or to the latest value, since what is planned has brought nothing yet. Where
 * nobody has clicked yet, it counts as far as it reaches.
 */
export function daysOf(
	span: AudienceSpan | null,
	archive: Archive,
	filters: Filters,
	{ clicksUpTo }: AcquiredAudience,
	{ earned, ruled }: Attribution,
	zone: string
) {
	const { to } = filters;
	const dayOf = localDays(zone);
	// money may be known where nothing tells of readers
	const from = startOfPeriod(archive, filters, zone);
	const joinedTo = span ? dayOf(span.asOf) : Number.MAX_SAFE_INTEGER;
	const latest = [...earned.map(({ day }) => day), ...ruled.map(({ to }) => to)].reduce(
		(last, day) => Math.max(last, day),
		joinedTo
	);
	return {
		from: from === null ? Number.MIN_SAFE_INTEGER : dayOf(from),
		to: Math.min(
			to === null ? Number.MAX_SAFE_INTEGER : dayOfDate(to),
			clicksUpTo === null ? Number.MAX_SAFE_INTEGER : latest
		),
		joinedTo
	};
}

/**
 * The last day of which data tell both what readers clicked and what they brought: exports of value
 * come by months, so that value is taken to be known to the end of the month of its latest row. Where
 * nobody's clicks are known, what readers brought is all that is waited for, and lists where that is
 * not known either.
 *
 * @param span what lists of readers tell of; null without any
 */
export function lastDay(
	{ clicksUpTo }: AcquiredAudience,
	{ earned, ruled }: Pick<Attribution, 'earned' | 'ruled'>,
	span: Pick<AudienceSpan, 'known'> | null,
	now: number,
	zone: string
): number | null {
	const dayOf = localDays(zone);
	const ends = [...earned.map(({ day }) => day), ...ruled.map(({ to }) => to)];
	const latest = ends.reduce((last, day) => Math.max(last, day), -Infinity);
	if (latest === -Infinity) return clicksUpTo ?? (span && dayOf(span.known.to));
	return Math.min(clicksUpTo ?? dayOf(now), daysOfMonth(monthOfDay(latest)).last);
}

/** The beginning of the first local day that spend is known of; null without any. */
export function firstSpent(spending: Attribution['spending'], zone: string): number | null {
	return spending.length
		? startOfLocalDay(Math.min(...spending.map(({ from }) => from)), zone)
		: null;
}

/** What is known at all, whatever the period. */
export function knownOf(
	{ names }: AcquiredAudience['channels'],
	{ spending, earned, ruled }: Pick<Attribution, 'spending' | 'earned' | 'ruled'>
) {
	return {
		channels: names.length > 0,
		spend: spending.length > 0,
		value: earned.length + ruled.length > 0
	};
}

/**
 * Between which days data say what readers did: from the first of the month from which clicks are known.
 *
 * @param asOf the last day that data tell of; null without any
 * @param leftUntil until when it is known who left, in UTC milliseconds; null until the end of the data
 */
export function seenDays(
	{ clicksFrom }: AcquiredAudience,
	asOf: number | null,
	leftUntil: number | null,
	zone: string
): SeenDays {
	const end = asOf ?? -Infinity;
	return {
		since: clicksFrom === null ? 0 : daysOfMonth(monthOfDay(clicksFrom)).first,
		asOf: end,
		leftUntil: leftUntil === null ? end : Math.min(end, localDays(zone)(leftUntil))
	};
}
