import { clickTally, cohortsOf, type Cohort } from '#lib/measure/readers/cohorts.ts';
import { engagementTally, never } from '#lib/measure/readers/engagement.ts';
import { endOfLocalDay, localDays } from '../../local-date.ts';
import type { Members } from './audience-members.ts';
import { monthOf, type AudienceSpan } from './audience-span.ts';
import type { KnownReaders } from './known-readers.ts';

/** What readers did, day by day, as of the end of the period. Days are the publication's own. */
export type Activity = {
	/** the last local day of the period */
	today: number;
	/** first day with a click; null if none is known by the end of the period */
	firstDay: number | null;
	/** latest day with a click, if later clicks may be missing for half of the window or more; else null */
	lateSince: number | null;
	/** whether clicks within the window are known: without them nobody is known to be engaged or not */
	knowsEngaged: boolean;
	/** latest day with a click of each reader; −1 if there is none */
	lastDay: Int32Array;
	/** in the window, by reader: 1 opened, 2 opened by a privacy proxy alone, 0 neither */
	opens: Uint8Array;
	/**
	 * engaged readers at the end of a local day; null if no click of its window is known, or if the channel
	 * has few
	 */
	engagedOn: (day: number) => number | null;
	/** whether clicks are known for less than the window that ends with a local day, or for little of it */
	isPartialOn: (day: number) => boolean;
	/** turns an instant into a local day */
	dayOf: (at: number) => number;
	/** by joining month, those who joined in the period; null for months in which nobody did */
	cohorts: (Cohort | null)[];
};

/** Goes once through the days of known readers and counts what the page needs. */
export function activityOf(
	known: KnownReaders,
	members: Members,
	span: AudienceSpan,
	{ window, zone }: { window: number; zone: string }
): Activity {
	const dayOf = localDays(zone);
	const today = dayOf(span.asOf);
	const months = span.months.map(({ at }) => dayOf(at));
	const clicks = knownClicks(known.clickDays, window);
	const firstDay = clicks.first <= today ? clicks.first : null;
	const from = firstDay ?? today;
	const stints = stintsOf(members, span, dayOf);
	const { leftDay, leftMonth, cohortMonth, away, byDay } = stints;
	const tally = engagementTally(leftDay, { window, from, to: today, away });
	const cohorts = cohortsOf(cohortMonth, leftMonth, span.months.length - 1);
	const add = clickTally(cohorts, cohortMonth);
	const opens = new Uint8Array(members.count);
	for (const { day, clickers, openers, proxied } of known.days) {
		if (day > today) break;
		const places = clickers();
		tally.add(day, places);
		const month = months.findLastIndex((first) => first <= day);
		add(month, rowsOn(day, places, byDay));
		if (day <= today - window) continue;
		for (const reader of openers()) if (reader >= 0) opens[reader] = 1;
		for (const reader of proxied()) if (reader >= 0 && opens[reader] === 0) opens[reader] = 2;
	}
	const { engaged, lastDay } = tally.done();

	return {
		today,
		firstDay,
		lateSince: clicks.isLateOn(today) ? clicks.last : null,
		knowsEngaged: clicks.isKnownOn(today),
		lastDay,
		opens,
		dayOf,
		engagedOn: (day) => (day <= today && clicks.isKnownOn(day) ? engaged[day - from]! : null),
		isPartialOn: clicks.isPartialOn,
		cohorts
	};
}

/**
 * The days of which clicks are known. Clicks may end before lists of readers do, if the list's export is
 * newer: nobody seems to click then until later clicks are imported. A silence with clicks after it is a real
 * silence.
 */
function knownClicks(clickDays: KnownReaders['clickDays'], window: number) {
	const { first, last } = clickDays ?? { first: Infinity, last: -Infinity };
	/** an issue may be late, or a summer break long, but not for half a window */
	const isLateOn = (day: number) => first <= day && day - last >= window / 2;
	return {
		first,
		last,
		isKnownOn: (day: number) => first <= day && day - last < window,
		isLateOn,
		isPartialOn: (day: number) => day - first + 1 < window || isLateOn(day)
	};
}

/** The days and months between which readers are subscribed. */
type Stints = {
	/** the first day on which each is gone for good; `never` for readers who remain */
	leftDay: Int32Array;
	leftMonth: Int16Array;
	/** in the month in which the period begins, only those who joined on its days; −1 elsewhere */
	cohortMonth: Int16Array;
	away: Map<number, [from: number, to: number][]>;
	/** of readers who stayed more than once */
	byDay: StaysByDay;
};

/**
 * By reader, the rows of their stays in order, each with its first day and the first day of the next stay.
 */
type StaysByDay = ReadonlyMap<number, readonly { row: number; from: number; until: number }[]>;

/** By reader, the days and months between which they were subscribed, and the breaks between their stays. */
export function stintsOf(
	members: Members,
	span: AudienceSpan,
	dayOf: (at: number) => number
): Stints {
	const { left, joinedMonth } = members;
	const last = span.months.length - 1;
	const leftMonth = Int16Array.from(left, (at) => (Number.isNaN(at) ? last : monthOf(span, at)));
	const leftDay = Int32Array.from(left, (at) => (Number.isNaN(at) ? never : dayOf(at)));
	// readers of another channel, or without confirmation, never count as subscribed
	members.there.forEach((there, reader) => {
		if (!there && Number.isNaN(left[reader]!)) leftDay[reader] = 0;
	});

	const away = new Map<number, [from: number, to: number][]>();
	const byDay = new Map<number, { row: number; from: number; until: number }[]>();
	const dayAt = (at: number) => (Number.isFinite(at) ? dayOf(at) : at);
	for (const [reader, stays] of members.stays) {
		away.set(
			reader,
			stays.flatMap(({ row, awaySince }) =>
				Number.isNaN(awaySince)
					? []
					: [[awaySince === -Infinity ? -1 : dayOf(awaySince), dayOf(members.joined[row]!)]]
			)
		);
		byDay.set(
			reader,
			stays.map(({ row, until }) => ({
				row,
				from: dayAt(members.since[row]!),
				until: dayAt(until)
			}))
		);
	}
	const since = span.from ?? -Infinity;
	const cohortMonth = joinedMonth.map((month, row) => (members.joined[row]! < since ? -1 : month));
	return { leftDay, leftMonth, cohortMonth, away, byDay };
}

/**
 * The rows of readers' stays on a day: the latest that has begun by then; −1 if that stay belongs to another
 * channel.
 */
export function rowsOn(day: number, readers: Int32Array, byDay: StaysByDay): Int32Array {
	if (byDay.size === 0) return readers;
	return readers.map((reader) => {
		const stays = byDay.get(reader);
		if (!stays) return reader;
		const begun = stays.findLast(({ from }) => from <= day);
		return begun && day < begun.until ? begun.row : -1;
	});
}

export type EngagedPoint = {
	/** end of a local day, in UTC milliseconds */
	at: number;
	engaged: number;
	/** clicks are known for less than a window, or for little of it: some engaged readers may be missing */
	partial: boolean;
};

const week = 7;

/** Engaged readers every seven days, back from the end of the period. */
export function engagedPoints(
	{ today, firstDay, engagedOn, isPartialOn, dayOf }: Activity,
	{ from }: AudienceSpan,
	zone: string
): EngagedPoint[] {
	if (firstDay === null) return [];
	const first = Math.max(firstDay, from === null ? firstDay : dayOf(from));
	const points: EngagedPoint[] = [];
	for (let day = today; day >= first; day -= week) {
		const engaged = engagedOn(day);
		// few in a channel are not shown
		if (engaged === null) continue;
		points.push({ at: endOfLocalDay(day, zone), engaged, partial: isPartialOn(day) });
	}
	return points.reverse();
}
