// Readers month by month: who joined and left, by channel, by the month they joined in, by how engaged.

import { isFew, isFewOf, smallCells } from '#lib/small-cells.ts';
import { tierOf } from '#lib/measure/readers/engagement.ts';
import type { Survival } from '#lib/measure/stats/survival.ts';
import type { Activity } from './audience-activity.ts';
import type { CurveOf } from './audience-curves.ts';
import { knowsLeaving, type Members } from './audience-members.ts';
import { shareOf, type EstimatedShare } from './estimated-share.ts';
import { isRunning, monthOf, type AudienceSpan } from './audience-span.ts';
import type { FewInChannel } from './few-in-channel.ts';
import { isAfter } from './movements.ts';

export type MonthRow = {
	/** YYYY-MM, of the publication's calendar */
	month: string;
	/** its first instant */
	at: number;
	/** not over yet: counts go as far as the data */
	running: boolean;
	/** the period begins within it: joined and left count only the period's days */
	cut: boolean;
	/** null where no signup is known, and after lists end */
	joined: number | null;
	/** null if lists hold only current readers, and before the first known departure, and after lists end */
	left: number | null;
	net: number | null;
	/** subscribed at its end, including those without a signup date; null if departures are not known */
	there: number | null;
	/** engaged readers at its end; null before the first click, and for few in a channel */
	engaged: number | null;
};

/** Who joined and who left, month by month. */
export function monthRows(
	{
		joined,
		left,
		since: thereSince,
		there: isThere,
		joinedMonth,
		leavers,
		leavingSince,
		count
	}: Members,
	span: AudienceSpan,
	activity: Activity,
	{ zone, isDated }: { zone: string; isDated: boolean }
): MonthRow[] {
	const last = span.months.length - 1;
	const came = new Int32Array(last);
	const went = new Int32Array(last);
	const begun = new Int32Array(last);
	const wentWithin = new Int32Array(last);
	const since = span.from ?? -Infinity;
	let there = 0;
	for (let reader = 0; reader < count; reader++) {
		const hasLeft = !Number.isNaN(left[reader]!);
		// belongs to nobody, or to another channel
		if (!isThere[reader] && !hasLeft) continue;
		const month = joinedMonth[reader]!;
		if (month >= 0 && joined[reader]! >= since) came[month]!++;
		const first = monthOf(span, thereSince[reader]!);
		if (first >= 0) begun[first]!++;
		else there++;
		if (!hasLeft) continue;
		const gone = Math.max(0, monthOf(span, left[reader]!));
		went[gone]!++;
		if (left[reader]! >= since) wentWithin[gone]!++;
	}

	const isLeavingKnown = knowsLeaving({ leavers, leavingSince }, span.asOf);
	const knownFrom = isLeavingKnown ? firstKnown(span, leavingSince) : Infinity;
	const joinedUntil = span.knownUntil.joined ?? Infinity;
	const leftUntil = span.knownUntil.left ?? Infinity;
	const rows = span.months.slice(0, last).map(({ name, at }, month): MonthRow => {
		const knowsLeft = month >= knownFrom && at <= leftUntil;
		const knowsJoined = isDated && at <= joinedUntil;
		const end = Math.min(span.months[month + 1]!.at - 1, span.asOf);
		there += begun[month]! - went[month]!;
		return {
			month: name,
			at,
			running: month === last - 1 && isRunning(span, zone),
			cut: at < since,
			joined: knowsJoined ? came[month]! : null,
			left: knowsLeft ? wentWithin[month]! : null,
			net: knowsLeft && knowsJoined ? came[month]! - wentWithin[month]! : null,
			there: leavers === 'all' && knowsJoined && at <= leftUntil ? there : null,
			engaged: activity.engagedOn(activity.dayOf(end))
		};
	});
	return rows.filter((_, month) => isWithin(span, month));
}

/** Months from the first to the last of which anything is known. */
export function knownMonths(months: MonthRow[]): MonthRow[] {
	const isKnown = ({ joined, left, there, engaged }: MonthRow) =>
		[joined, left, there, engaged].some((readers) => readers !== null);
	return months.slice(months.findIndex(isKnown), months.findLastIndex(isKnown) + 1);
}

/**
 * The first month whose departures are known: readers who left earlier are in no list, and everybody would
 * seem to have stayed.
 */
const firstKnown = (span: AudienceSpan, leavingSince: number | null) =>
	leavingSince === null ? Infinity : monthOf(span, leavingSince);

/** Whether a month ends within the period. */
export function isWithin({ from, months }: AudienceSpan, month: number): boolean {
	return from === null || months[month + 1]!.at > from;
}

export type AudienceChannel = {
	/** as lists write it; null if they name none */
	channel: string | null;
	/** in the period; null if no signup is known */
	joined: number | null;
	/** null if no departure is known by the end of the period, and after lists end */
	left: number | null;
	/** by the months of the period, up to the one in which lists end; none if no signup is known */
	joinedByMonth: number[];
	/** subscribed at its end; null if none is known, and lists hold only readers who left */
	there: number | null;
	/** of these; all null if no click of the window is known, if few are engaged, or all but few */
	engaged: EstimatedShare & { readers: number | null };
	/** still subscribed a year after joining; null if departures are not known, or too few joined */
	kept: Survival | null;
};

const yearly = 12;

const unsaid = { readers: null, share: null, low: null, high: null };

/** Readers by the channel that brought them, the largest first. */
export function channelRows(
	members: Members,
	span: AudienceSpan,
	{ lastDay, knowsEngaged, today }: Activity,
	{ window, isDated }: { window: number; isDated: boolean },
	curveOf: CurveOf
): AudienceChannel[] {
	const { channel, channels, joined, left, there, joinedMonth, count } = members;
	const isLeavingKnown = knowsLeaving(members, span.asOf) && !isAfter(span.knownUntil.left, span);
	const months = span.months
		.slice(0, -1)
		.flatMap((_, month) => (isWithin(span, month) ? month : []));
	const first = months[0] ?? 0;
	const joinedUntil = span.knownUntil.joined ?? Infinity;
	const listed = isDated
		? months.filter((month) => span.months[month]!.at <= joinedUntil).length
		: 0;
	const empty = () => ({
		joined: 0,
		left: 0,
		there: 0,
		engaged: 0,
		any: 0,
		byMonth: new Array<number>(months.length).fill(0)
	});
	const rows = [...channels.map(empty), empty()];
	const since = span.from ?? span.months[first]!.at;
	for (let reader = 0; reader < count; reader++) {
		const row = rows.at(channel[reader]!)!;
		if (joined[reader]! >= since) row.joined++;
		if (left[reader]! >= since) row.left++;
		if (joined[reader]! >= since && joinedMonth[reader]! >= first)
			row.byMonth[joinedMonth[reader]! - first]!++;
		if (!there[reader] && Number.isNaN(left[reader]!)) continue;
		row.any++;
		if (!there[reader]) continue;
		row.there++;
		if (tierOf(lastDay[reader]!, today, window) === 'engaged') row.engaged++;
	}
	const few = smallCells(
		rows.map(({ engaged }) => engaged),
		rows.map(({ engaged, there }) => isFewOf(engaged, there))
	);
	return rows
		.map((row, i) => ({ row, i: i < channels.length ? i : -1, isSmall: few[i] }))
		.filter(({ row }) => row.any > 0)
		.sort((a, b) => b.row.there - a.row.there || b.row.any - a.row.any || a.i - b.i)
		.map(({ row, i, isSmall }) => ({
			channel: channels[i] ?? null,
			joined: isDated && !isAfter(span.knownUntil.joined, span) ? row.joined : null,
			left: isLeavingKnown ? row.left : null,
			joinedByMonth: row.byMonth.slice(0, listed),
			there: members.leavers === 'gone' ? row.there || null : row.there,
			engaged:
				isSmall || !knowsEngaged
					? unsaid
					: { readers: row.engaged, ...shareOf(row.engaged, row.there) },
			kept: curveOf(i)?.find(({ after }) => after === yearly) ?? null
		}));
}

/** A cohort: counts by months since joining, as far as the data go; the last month may be unfinished. */
export type CohortRow = {
	/** of joining, YYYY-MM */
	month: string;
	/** on those of its days that are in the period */
	joined: number;
	/**
	 * still subscribed at the end of each month, the joining month first; null if departures are not known,
	 * for months before the first known departure and after lists end, and for few
	 */
	still: (number | null)[] | null;
	/**
	 * readers of the cohort with a human click in each month; null before the first known click, after the
	 * latest if clicks are late, and for few
	 */
	clicked: (number | null)[];
};

/** Readers by joining month: how many are still subscribed, and how many click, month after month. */
export function cohortRows(
	{ leavers, leavingSince }: Members,
	span: AudienceSpan,
	{ cohorts, firstDay, lateSince, dayOf }: Activity,
	few: FewInChannel | null
): CohortRow[] {
	const isTold = (key: 'still' | 'clicked', month: number, age: number) =>
		!few?.cohort(key, month, age);
	const monthOfDay = (day: number) => span.months.findLastIndex(({ at }) => dayOf(at) <= day);
	const firstMonth = firstDay === null ? Infinity : monthOfDay(firstDay);
	const lastMonth = lateSince === null ? Infinity : monthOfDay(lateSince);
	const knownFrom = firstKnown(span, leavingSince);
	const { left } = span.knownUntil;
	const knownTo = left === null ? Infinity : monthOf(span, left);
	return withoutFew(
		cohorts.flatMap((cohort) =>
			cohort && isWithin(span, cohort.month)
				? {
						month: span.months[cohort.month]!.name,
						joined: cohort.size,
						still:
							leavers === 'all'
								? cohort.still.map((n, age) =>
										cohort.month + age >= knownFrom &&
										cohort.month + age <= knownTo &&
										isTold('still', cohort.month, age)
											? n
											: null
									)
								: null,
						clicked: cohort.clicked.map((n, age) =>
							cohort.month + age >= firstMonth &&
							cohort.month + age <= lastMonth &&
							isTold('clicked', cohort.month, age)
								? n
								: null
						)
					}
				: []
		)
	);
}

/**
 * Hides counts of few. In no month is only one count hidden, since the total would reveal it. That few left is
 * not hidden in cohorts of five or more: it is what people look at cohorts for.
 */
function withoutFew(cohorts: readonly CohortRow[]): CohortRow[] {
	const shown = cohorts.map((row) => ({
		...row,
		still: row.still && [...row.still],
		clicked: [...row.clicked]
	}));
	// their last months are one and the same
	const longest = Math.max(0, ...cohorts.map(({ clicked }) => clicked.length));
	for (const key of ['still', 'clicked'] as const)
		for (let back = 1; back <= longest; back++) {
			const cells = shown.map((row) => row[key]?.at(-back) ?? null);
			const hidden = smallCells(
				cells.map((n) => n ?? 0),
				cells.map((n, i) => {
					const { joined } = cohorts[i]!;
					if (n === null) return false;
					return key === 'clicked' ? isFewOf(n, joined) : isFew(joined) || isFew(n);
				})
			);
			shown.forEach((row, i) => {
				const list = row[key];
				if (hidden[i] && list) list[list.length - back] = null;
			});
		}
	return shown;
}
