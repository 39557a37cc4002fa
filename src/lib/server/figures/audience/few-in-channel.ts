import { isFew, isFewOf, smallCells, smallCellsIn } from '#lib/small-cells.ts';
import { clickTally, cohortsIn, type Cohort } from '#lib/measure/readers/cohorts.ts';
import { engagementTally } from '#lib/measure/readers/engagement.ts';
import { rowsOn, stintsOf, type Activity } from './audience-activity.ts';
import type { Members } from './audience-members.ts';
import type { AudienceSpan } from './audience-span.ts';
import type { KnownReaders } from './known-readers.ts';

/**
 * What is hidden of one channel's readers: counts of few, and counts that would reveal those of few in another
 * channel, since all channels add up to the total that is shown.
 */
export type FewInChannel = {
	/** its index */
	channel: number;
	engagedOn: (day: number) => boolean;
	/** by month of joining and months since */
	cohort: (key: 'still' | 'clicked', month: number, age: number) => boolean;
	/** the same for any count that is known for each channel */
	hides: (counts: Counts) => boolean;
	channels: Channels;
};

/** Readers by channel: the index of each reader's, those without one last. */
export type Channels = { count: number; of: Int32Array };

/** A count for each channel, which of them are hidden by themselves, and whether their sum is hidden. */
export type Counts = { counts: readonly number[]; few: readonly boolean[]; isSumHidden: boolean };

/** @param channel its index among the channels of all readers */
export function fewInChannel(
	known: KnownReaders,
	everybody: Members,
	span: AudienceSpan,
	{ activity, window, channel }: { activity: Activity; window: number; channel: number }
): FewInChannel {
	const count = everybody.channels.length + 1;
	const of = Int32Array.from(everybody.channel, (place) => (place < 0 ? count - 1 : place));
	const channels = { count, of };
	const hides = ({ counts, few, isSumHidden }: Counts) =>
		smallCellsIn(
			[...counts, counts.reduce((sum, n) => sum + n, 0)],
			[...few, isSumHidden],
			[{ parts: [...counts.keys()], total: counts.length }]
		)[channel]!;

	const { engaged, there, cohorts, from, days, months } = talliesOf(
		known,
		everybody,
		span,
		activity,
		{ window, channels }
	);
	const all = [...Array(count).keys()];
	const hidden = new Map<number, boolean>();
	return {
		channel,
		channels,
		hides,
		engagedOn(day) {
			const at = Math.max(0, Math.min(days - 1, day - from));
			const counts = all.map((one) => engaged[one * days + at]!);
			const few = counts.map((n, one) => isFewOf(n, there[one * days + at]!));
			if (!hidden.has(day)) hidden.set(day, hides({ counts, few, isSumHidden: false }));
			return hidden.get(day)!;
		},
		cohort(key, month, age) {
			const own = all.map((one) => cohorts[one * months + month] ?? null);
			const counts = own.map((cohort) => cohort?.[key][age] ?? 0);
			const size = (cohort: Cohort | null) => cohort?.size ?? 0;
			const few = counts.map((n, i) =>
				key === 'clicked' ? isFewOf(n, size(own[i]!)) : isFew(size(own[i]!)) || isFew(n)
			);
			return hides({ counts, few, isSumHidden: isSumHidden(cohorts, months, key, month, age) });
		}
	};
}

/** Whether the same count is hidden for all channels together, as their cohorts of one calendar month are. */
function isSumHidden(
	cohorts: readonly (Cohort | null)[],
	months: number,
	key: 'still' | 'clicked',
	month: number,
	age: number
): boolean {
	const sums = Array.from({ length: months }, () => ({ n: 0, size: 0 }));
	for (const [place, cohort] of cohorts.entries()) {
		const sum = sums[place % months]!;
		sum.n += cohort?.[key][month + age - (place % months)] ?? 0;
		sum.size += cohort?.size ?? 0;
	}
	const few = sums.map(({ n, size }) =>
		key === 'clicked' ? isFewOf(n, size) : n > 0 && (isFew(size) || isFew(n))
	);
	return smallCells(
		sums.map(({ n }) => n),
		few
	)[month]!;
}

/** Goes once through the days of known readers, and counts each channel separately. */
function talliesOf(
	known: KnownReaders,
	everybody: Members,
	span: AudienceSpan,
	{ today, firstDay, dayOf }: Activity,
	{ window, channels }: { window: number; channels: Channels }
) {
	const from = Math.min(firstDay ?? today, today);
	const days = today - from + 1;
	const months = span.months.length - 1;
	const { leftDay, leftMonth, cohortMonth, away, byDay } = stintsOf(everybody, span, dayOf);
	const tally = engagementTally(leftDay, { window, from, to: today, away }, channels);
	const cohortOf = Int32Array.from(cohortMonth, (month, row) =>
		month < 0 || month >= months ? -1 : channels.of[row]! * months + month
	);
	const cohorts = cohortsIn(cohortOf, (place) => place % months, leftMonth, {
		months,
		cohorts: channels.count * months
	});
	const add = clickTally(cohorts, cohortOf);
	const first = span.months.map(({ at }) => dayOf(at));
	for (const { day, clickers } of known.days) {
		if (day > today) break;
		const places = clickers();
		tally.add(day, places);
		const month = first.findLastIndex((begin) => begin <= day);
		add(month, rowsOn(day, places, byDay));
	}
	const { engaged } = tally.done();

	// arrivals and departures by day, then their running sum
	const there = new Int32Array(channels.count * days);
	for (let row = 0; row < everybody.count; row++) {
		const since = everybody.since[row]!;
		const isMember = everybody.there[row] === 1 || !Number.isNaN(everybody.left[row]!);
		if (!isMember) continue;
		const begin = since === -Infinity ? 0 : Math.max(0, dayOf(since) - from);
		const end = Math.min(days, leftDay[row]! - from);
		if (begin >= end) continue;
		there[channels.of[row]! * days + begin]!++;
		if (end < days) there[channels.of[row]! * days + end]!--;
	}
	for (let at = 0; at < there.length; at++) if (at % days > 0) there[at]! += there[at - 1]!;
	return { engaged, there, cohorts, from, days, months };
}
